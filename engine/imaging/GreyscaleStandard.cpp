// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/GreyscaleStandard.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::imaging {

double luminanceOfJnd(double index) {
    const double x = std::log(std::clamp(index, smallestJnd, largestJnd));
    const double above =
        -1.3011877 + x * (8.0242636e-2 + x * (1.3646699e-1 + x * (-2.5468404e-2 + x * 1.3635334e-3)));
    const double below =
        1 + x * (-2.5840191e-2 +
                 x * (-1.0320229e-1 + x * (2.8745620e-2 + x * (-3.1978977e-3 + x * 1.2992634e-4))));
    return std::pow(10.0, above / below);
}

double jndOfLuminance(double luminance) {
    const double lowest = luminanceOfJnd(smallestJnd);
    const double highest = luminanceOfJnd(largestJnd);
    const double x = std::log10(std::clamp(luminance, lowest, highest));
    constexpr double terms[] = {71.498068,  94.593053,   41.912053,  9.8247004,   0.28175407,
                                -1.1878455, -0.18014349, 0.14710899, -0.017046845};
    double index = 0;
    for (int i = 8; i >= 0; --i)
        index = index * x + terms[i];
    return std::clamp(index, smallestJnd, largestJnd);
}

double targetLuminance(int level, double black, double white) {
    const double from = jndOfLuminance(black);
    const double to = jndOfLuminance(white);
    return luminanceOfJnd(from + (to - from) * level / 255.0);
}

} // namespace pleurascope::imaging
