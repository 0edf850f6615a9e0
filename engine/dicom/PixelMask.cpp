// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/PixelMask.h"

#include "engine/dicom/AttributeReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>

#include <algorithm>

namespace pleurascope::dicom {

namespace {

struct Shape {
    int rows = 0, columns = 0, samples = 1, frames = 1, bitsAllocated = 0, bitsStored = 0;
    bool isPlanar = false, isSigned = false, isInverted = false;

    [[nodiscard]] std::size_t framePixels() const { return std::size_t(rows) * std::size_t(columns); }
};

core::Result<Shape> shapeOf(DcmDataset& dataset) {
    AttributeReader attributes(dataset);
    const auto photometric = attributes.code(DCM_PhotometricInterpretation);
    const auto integer = [&](const DcmTagKey& tag, int absent) {
        return attributes.integer(tag).value_or(absent);
    };
    Shape shape;
    shape.rows = integer(DCM_Rows, 0);
    shape.columns = integer(DCM_Columns, 0);
    shape.samples = integer(DCM_SamplesPerPixel, 1);
    shape.frames = std::max(1, integer(DCM_NumberOfFrames, 1));
    shape.bitsAllocated = integer(DCM_BitsAllocated, 0);
    shape.bitsStored = integer(DCM_BitsStored, shape.bitsAllocated);
    shape.isPlanar = integer(DCM_PlanarConfiguration, 0) == 1;
    shape.isSigned = integer(DCM_PixelRepresentation, 0) == 1;
    shape.isInverted = photometric == "MONOCHROME1";
    const bool isGrey = shape.samples == 1 && (shape.isInverted || photometric == "MONOCHROME2");
    const bool isColour = shape.samples == 3 && photometric == "RGB" && shape.bitsAllocated == 8;
    if ((!isGrey && !isColour) || (shape.bitsAllocated != 8 && shape.bitsAllocated != 16) ||
        shape.rows <= 0 || shape.columns <= 0 || shape.bitsStored < 1 ||
        shape.bitsStored > shape.bitsAllocated)
        return core::failure(core::ErrorCode::unsupportedFormat, "pixels of this kind are not masked");
    return shape;
}

/// The stored value that is shown black, as its bits.
std::uint16_t blackOf(const Shape& shape) {
    const unsigned lowest = shape.isSigned ? 1U << (shape.bitsStored - 1) : 0;
    const unsigned highest = (1U << shape.bitsStored) - 1 - lowest;
    return std::uint16_t(shape.isInverted ? highest : lowest);
}

template <class Sample>
void fill(std::span<Sample> samples, const Shape& shape, const PixelBox& box) {
    const auto stride = std::size_t(shape.isPlanar ? 1 : shape.samples);
    const auto planes = std::size_t(shape.frames) * std::size_t(shape.isPlanar ? shape.samples : 1);
    const auto black = Sample(shape.samples == 1 ? blackOf(shape) : 0);
    const auto left = std::size_t(std::clamp(box.left, 0, shape.columns));
    const auto right = std::size_t(std::clamp(box.right + 1, 0, shape.columns));
    for (std::size_t plane = 0; plane < planes; ++plane)
        for (int row = std::max(0, box.top); row <= std::min(box.bottom, shape.rows - 1); ++row) {
            const auto line =
                (plane * shape.framePixels() + std::size_t(row) * std::size_t(shape.columns)) * stride;
            if (left < right && line + right * stride <= samples.size())
                std::fill(samples.begin() + std::ptrdiff_t(line + left * stride),
                          samples.begin() + std::ptrdiff_t(line + right * stride), black);
        }
}

} // namespace

core::Result<void> maskPixels(DcmDataset& dataset, std::span<const PixelBox> boxes) {
    if (dataset.chooseRepresentation(EXS_LittleEndianExplicit, nullptr).bad())
        return core::failure(core::ErrorCode::unsupportedFormat,
                             "pixels that are to be masked cannot be decoded here");
    dataset.removeAllButCurrentRepresentations();
    const auto shape = shapeOf(dataset);
    DcmElement* element = nullptr;
    if (!shape || dataset.findAndGetElement(DCM_PixelData, element).bad())
        return shape ? core::failure(core::ErrorCode::unsupportedFormat, "no integer pixel data")
                     : core::failure(shape);
    Uint8* bytes = nullptr;
    Uint16* words = nullptr;
    const std::size_t length = element->getLengthField();
    if (shape->bitsAllocated == 8 ? element->getUint8Array(bytes).bad()
                                  : element->getUint16Array(words).bad())
        return core::failure(core::ErrorCode::unsupportedFormat, "pixel data of another VR");
    for (const auto& box : boxes) {
        if (bytes)
            fill(std::span(bytes, length), *shape, box);
        else if (words)
            fill(std::span(words, length / 2), *shape, box);
    }
    return {};
}

} // namespace pleurascope::dicom
