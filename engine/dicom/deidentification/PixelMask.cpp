// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/PixelMask.h"

#include "engine/dicom/DicomFile.h"
#include "engine/dicom/writing/DataSetBuilder.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::SampleType;

constexpr std::uint64_t sizeLimit = std::uint64_t(2) << 30;

/// `samples` of one frame, channels interleaved.
template <class Sample>
void fillBoxes(std::span<Sample> samples, const core::PixelBuffer& shape, bool isInverted,
               std::span<const PixelBox> boxes) {
    const auto [lowest, highest] = std::minmax_element(samples.begin(), samples.end());
    const Sample black = shape.channels() == 3 ? Sample(0) : (isInverted ? *highest : *lowest);
    for (const auto& box : boxes) {
        const int left = std::clamp(box.left, 0, shape.width());
        const int right = std::clamp(box.right + 1, left, shape.width());
        for (int row = std::max(0, box.top); row <= std::min(box.bottom, shape.height() - 1); ++row) {
            const auto line = std::ptrdiff_t(row) * shape.width();
            std::fill(samples.begin() + (line + left) * shape.channels(),
                      samples.begin() + (line + right) * shape.channels(), black);
        }
    }
}

/// A frame's pixels with the boxes black, added to `all`.
core::Result<void> addFrame(const DicomFilm& film, std::span<const PixelBox> boxes,
                            std::vector<std::byte>& all) {
    const auto& pixels = film.image.pixels;
    const auto type = pixels.type();
    const bool isByte = type == SampleType::u8 || type == SampleType::s8;
    if (!isByte && type != SampleType::u16 && type != SampleType::s16)
        return core::failure(ErrorCode::unsupportedFormat, "pixels of this kind are not masked");
    if (all.size() + pixels.bytes().size() > sizeLimit)
        return core::failure(ErrorCode::limitExceeded, "more than 2 GiB of pixels");
    const auto start = all.size();
    all.insert(all.end(), pixels.bytes().begin(), pixels.bytes().end());
    auto* first = all.data() + start;
    const bool isInverted = film.image.display.inverted;
    const auto count = pixels.sampleCount();
    if (type == SampleType::u8)
        fillBoxes(std::span(reinterpret_cast<std::uint8_t*>(first), count), pixels, isInverted, boxes);
    else if (type == SampleType::s8)
        fillBoxes(std::span(reinterpret_cast<std::int8_t*>(first), count), pixels, isInverted, boxes);
    else if (type == SampleType::u16)
        fillBoxes(std::span(reinterpret_cast<std::uint16_t*>(first), count), pixels, isInverted, boxes);
    else
        fillBoxes(std::span(reinterpret_cast<std::int16_t*>(first), count), pixels, isInverted, boxes);
    return {};
}

/// What decoding may have changed (PS3.3 C.7.6.3).
void putFormat(DataSetBuilder& builder, const imaging::Image& image) {
    const auto& pixels = image.pixels;
    const auto bytes = core::sampleSize(pixels.type());
    const int bitsStored = image.isGrey() ? std::min(image.display.bitsStored, int(8 * bytes)) : 8;
    builder.put(DCM_SamplesPerPixel, Uint16(pixels.channels()));
    builder.put(DCM_BitsAllocated, Uint16(8 * bytes));
    builder.put(DCM_BitsStored, Uint16(bitsStored));
    builder.put(DCM_HighBit, Uint16(bitsStored - 1));
    builder.put(DCM_PixelRepresentation, image.isGrey() && image.display.isSigned ? 1 : 0);
    if (image.isGrey())
        return;
    builder.put(DCM_PhotometricInterpretation, EVR_CS, "RGB");
    builder.put(DCM_PlanarConfiguration, 0);
}

core::Result<void> putPixels(DcmDataset& dataset, DataSetBuilder& builder, SampleType type,
                             const std::vector<std::byte>& all) {
    const auto* bytes = reinterpret_cast<const Uint8*>(all.data());
    for (const auto& tag : {DCM_PixelData, DCM_ExtendedOffsetTable, DCM_ExtendedOffsetTableLengths})
        dataset.findAndDeleteElement(tag);
    const auto count = static_cast<unsigned long>(all.size());
    const auto put = core::sampleSize(type) == 1
                         ? dataset.putAndInsertUint8Array(DcmTag(DCM_PixelData, EVR_OB), bytes, count)
                         : dataset.putAndInsertUint16Array(DcmTag(DCM_PixelData, EVR_OW),
                                                           reinterpret_cast<const Uint16*>(bytes), count / 2);
    if (put.bad() || builder.condition().bad())
        return core::failure(ErrorCode::internal, put.bad() ? put.text() : builder.condition().text());
    return {};
}

} // namespace

core::Result<void> maskPixels(DcmDataset& dataset, std::span<const std::byte> file,
                              std::span<const PixelBox> boxes) {
    std::vector<std::byte> all;
    DataSetBuilder builder(dataset);
    SampleType type = SampleType::u8;
    for (int frame = 0, frames = 1; frame < frames; ++frame) {
        const auto film = readFilm(file, frame);
        if (!film)
            return core::failure(film);
        if (auto added = addFrame(*film, boxes, all); !added)
            return added;
        frames = film->instance.frames;
        type = film->image.pixels.type();
        putFormat(builder, film->image);
    }
    return putPixels(dataset, builder, type, all);
}

} // namespace pleurascope::dicom
