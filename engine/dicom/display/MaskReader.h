// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/AttributeReader.h"

#include <optional>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// What is subtracted from one frame before the VOI, PS3.3 C.7.6.10 and PS3.4 N.2.2. Frames count from 0.
struct MaskSubtraction {
    std::string operation;           ///< AVG_SUB or TID
    std::vector<int> maskFrames;     ///< averaged; never empty, all of them in the file
    std::vector<int> contrastFrames; ///< averaged: the frame itself and those that follow
    double rowShift = 0;             ///< of the mask in pixels, down
    double columnShift = 0;          ///< to the left (C.7.6.10.1.2)
};

/// The mask of one frame of a film of `frames`, where Recommended Viewing Mode is SUB and an item of Mask
/// Subtraction Sequence is about the frame. Where a mask is there and not subtracted, a line says why: in
/// `warnings` where that is not what the file asks for, else in `assumptions`.
[[nodiscard]] std::optional<MaskSubtraction> readMask(AttributeReader& attributes, int frame, int frames,
                                                      std::vector<std::string>& assumptions,
                                                      std::vector<std::string>& warnings);

/// The operations other than NONE that Mask Subtraction Sequence names, as "AVG_SUB, TID"; empty where there
/// are none.
[[nodiscard]] std::string maskOperations(AttributeReader& attributes);

/// Frames counted from 0 as people are told them: "1, 2, 5".
[[nodiscard]] std::string frameList(const std::vector<int>& frames);

} // namespace pleurascope::dicom
