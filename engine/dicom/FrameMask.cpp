// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/FrameMask.h"

#include "engine/imaging/FrameSubtraction.h"

#include <span>

namespace pleurascope::dicom {

namespace {

core::Result<void> addFrames(imaging::FrameMean& mean, std::span<const int> numbers,
                             const FrameSource& frames) {
    for (const int number : numbers) {
        const auto frame = frames(number);
        if (!frame)
            return core::failure(frame);
        if (!mean.add(*frame))
            return core::failure(core::ErrorCode::damaged,
                                 "frame " + std::to_string(number + 1) + " has another size");
    }
    return {};
}

} // namespace

core::Result<imaging::Image> subtracted(const imaging::Image& natural, const MaskSubtraction& mask,
                                        const FrameSource& frames) {
    imaging::FrameMean contrast, background;
    if (!contrast.add(natural))
        return core::failure(core::ErrorCode::damaged, "the frame is in colour");
    if (auto added = addFrames(contrast, std::span(mask.contrastFrames).subspan(1), frames); !added)
        return core::failure(added);
    if (auto added = addFrames(background, mask.maskFrames, frames); !added)
        return core::failure(added);
    auto subtrahend = background.mean();
    if (subtrahend.width() != natural.pixels.width() || subtrahend.height() != natural.pixels.height())
        return core::failure(core::ErrorCode::damaged, "the mask has another size than the frame");
    if (mask.rowShift != 0 || mask.columnShift != 0)
        subtrahend = imaging::shifted(subtrahend, mask.rowShift, mask.columnShift);
    return imaging::difference(natural, contrast.mean(), subtrahend);
}

} // namespace pleurascope::dicom
