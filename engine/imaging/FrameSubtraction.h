// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <vector>

namespace pleurascope::imaging {

/// The mean of the modality values of frames that are as large as one another, pixel by pixel.
class FrameMean {
public:
    /// False where the frame has another size than those before or is in colour: it is left out.
    [[nodiscard]] bool add(const Image& frame);
    /// float32, (H, W, 1). At least one frame must have been added.
    [[nodiscard]] core::PixelBuffer mean() const;

private:
    int m_width = 0;
    int m_height = 0;
    int m_count = 0;
    std::vector<double> m_sums;
};

/// The mask moved by `rowShift` pixels down and `columnShift` to the left, between pixels bilinear; what is
/// moved in from outside repeats the edge. float32, (H, W, 1).
[[nodiscard]] core::PixelBuffer shifted(const core::PixelBuffer& mask, double rowShift, double columnShift);

/// A film of `contrast` less `mask` (PS3.3 C.7.6.10, both float32 modality values), to be shown as `natural`,
/// the frame itself, is: its samples are modality values, so the modality transform is gone. Where `natural`
/// is padding, so is the difference. All three are as large as one another.
[[nodiscard]] Image difference(const Image& natural, const core::PixelBuffer& contrast,
                               const core::PixelBuffer& mask);

} // namespace pleurascope::imaging
