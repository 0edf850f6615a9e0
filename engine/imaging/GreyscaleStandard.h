// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pleurascope::imaging {

// The Grayscale Standard Display Function, PS3.14 7: luminances whose steps an average eye tells apart alike.

constexpr double smallestJnd = 1;
constexpr double largestJnd = 1023;

/// Luminance in cd/m2 of a JND index, 1 to 1023 (outside it is taken to the nearer end): 0.05 to about 3993.
[[nodiscard]] double luminanceOfJnd(double index);
/// JND index of a luminance in cd/m2, PS3.14 annex D's interpolation; within 0.2 of the inverse.
[[nodiscard]] double jndOfLuminance(double luminance);

/// What a display that follows the function shows for a digital level 0 to 255, where 0 is `black` and 255 is
/// `white`, in cd/m2 with the room's light: P-values go in equal steps of JND.
[[nodiscard]] double targetLuminance(int level, double black, double white);

} // namespace pleurascope::imaging
