// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/MaskReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace pleurascope::dicom {

namespace {

using Lines = std::vector<std::string>;

constexpr unsigned long itemLimit = 1000;

/// Calls `visit` with each item of Mask Subtraction Sequence, in order, until it returns true.
template <class Visit>
void visitItems(AttributeReader& attributes, Visit&& visit) {
    for (unsigned long i = 0; i < itemLimit; ++i) {
        DcmItem* item = nullptr;
        if (attributes.item().findAndGetSequenceItem(DCM_MaskSubtractionSequence, item, Sint32(i)).bad() ||
            item == nullptr)
            return;
        AttributeReader one(*item, attributes);
        if (visit(one))
            return;
    }
}

/// Whether Applicable Frame Range, pairs of numbers from 1, has the frame; nothing where it is absent.
std::optional<bool> isInRange(AttributeReader& item, int frame) {
    const auto ends = item.numbers(DCM_ApplicableFrameRange);
    if (ends.empty())
        return std::nullopt;
    for (std::size_t i = 0; i + 1 < ends.size(); i += 2)
        if (frame + 1 >= ends[i] && frame + 1 <= ends[i + 1])
            return true;
    return false;
}

/// Contrast Frame Averaging: so many frames from this one on (C.7.6.10.1.1), as far as there are any.
std::vector<int> contrastFrames(AttributeReader& item, int frame, int frames) {
    const int wanted = std::max(1, item.integer(DCM_ContrastFrameAveraging).value_or(1));
    std::vector<int> all;
    for (int i = frame; i < frames && i - frame < wanted; ++i)
        all.push_back(i);
    return all;
}

std::vector<int> averagedMasks(AttributeReader& item, int frames) {
    std::set<int> masks;
    for (const double number : item.numbers(DCM_MaskFrameNumbers))
        if (number >= 1 && number <= frames)
            masks.insert(int(number) - 1);
    return {masks.begin(), masks.end()};
}

/// Of TID: the frame that lies TID Offset before; none where that is no frame.
std::vector<int> earlierMask(AttributeReader& item, int frame, int frames) {
    const std::int64_t mask = std::int64_t(frame) - item.integer(DCM_TIDOffset).value_or(1);
    if (mask < 0 || mask >= frames)
        return {};
    return {int(mask)};
}

void readShift(AttributeReader& item, MaskSubtraction& mask) {
    const auto shift = item.numbers(DCM_MaskSubPixelShift);
    if (shift.size() < 2 || !std::isfinite(shift[0]) || !std::isfinite(shift[1]))
        return;
    mask.rowShift = shift[0];
    mask.columnShift = shift[1];
}

/// What one item has for the frame. Without a range it is for all frames that can have such a mask.
std::optional<MaskSubtraction> maskOf(AttributeReader& item, int frame, int frames, Lines& warnings) {
    const auto operation = item.code(DCM_MaskOperation);
    const auto inRange = isInRange(item, frame);
    if (operation.empty() || operation == "NONE" || !inRange.value_or(true))
        return std::nullopt;
    if (operation != "AVG_SUB" && operation != "TID") {
        warnings.push_back("the file asks for mask subtraction by " + operation +
                           ", which is not done: the film is shown without it");
        return std::nullopt;
    }
    MaskSubtraction mask;
    mask.operation = operation;
    mask.contrastFrames = contrastFrames(item, frame, frames);
    mask.maskFrames = operation == "TID" ? earlierMask(item, frame, frames) : averagedMasks(item, frames);
    readShift(item, mask);
    if (!mask.maskFrames.empty())
        return mask;
    if (operation == "AVG_SUB" || inRange)
        warnings.push_back("the file asks for mask subtraction (" + operation +
                           "), but not by a frame that is there: the film is shown without it");
    return std::nullopt;
}

} // namespace

std::string maskOperations(AttributeReader& attributes) {
    std::set<std::string> operations;
    visitItems(attributes, [&](AttributeReader& item) {
        const auto operation = item.code(DCM_MaskOperation);
        if (!operation.empty() && operation != "NONE")
            operations.insert(operation);
        return false;
    });
    std::string list;
    for (const auto& operation : operations)
        list += (list.empty() ? "" : ", ") + operation;
    return list;
}

std::string frameList(const std::vector<int>& frames) {
    std::string list;
    for (const int frame : frames)
        list += (list.empty() ? "" : ", ") + std::to_string(frame + 1);
    return list;
}

std::optional<MaskSubtraction> readMask(AttributeReader& attributes, int frame, int frames,
                                        Lines& assumptions, Lines& warnings) {
    const auto operations = maskOperations(attributes);
    if (operations.empty())
        return std::nullopt;
    const auto mode = attributes.code(DCM_RecommendedViewingMode);
    if (mode != "SUB") {
        assumptions.push_back("the file has a mask for subtraction (" + operations +
                              "), but its Recommended Viewing Mode is " + (mode.empty() ? "empty" : mode) +
                              ": the film is shown without it");
        return std::nullopt;
    }
    std::optional<MaskSubtraction> mask;
    visitItems(attributes, [&](AttributeReader& item) {
        mask = maskOf(item, frame, frames, warnings);
        return mask.has_value();
    });
    return mask;
}

} // namespace pleurascope::dicom
