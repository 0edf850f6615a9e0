// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/JpegDecoder.h"

#include "engine/dicom/pixels/Codestream.h"
#include "engine/dicom/pixels/EncodedClaims.h"
#include "engine/dicom/pixels/HuffmanTables.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>

#include <array>
#include <cstring>
#include <limits>
#include <memory>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

/// The codestream's own word decides which decoder it gets: transfer syntaxes are mixed up in the field.
E_TransferSyntax syntaxOf(int marker) {
    switch (marker) {
    case 0xc3:
        return EXS_JPEGProcess14;
    case 0xc2:
        return EXS_JPEGProcess10_12;
    case 0xc0:
    case 0xc1:
        return EXS_JPEGProcess2_4;
    default:
        return EXS_Unknown;
    }
}

/// What DCMTK is to decode: one frame as its codestream says it is.
struct Task {
    E_TransferSyntax syntax = EXS_JPEGProcess2_4;
    int samples = 1;
    int bitsAllocated = 8;
    int bitsStored = 8;
    int marker = 0xc1; ///< of its frame header
};

core::Result<Task> jpegTask(const CodestreamHeader& header) {
    const auto syntax = syntaxOf(header.marker);
    if (syntax == EXS_Unknown || (header.components != 1 && header.components != 3) || header.precision > 16)
        return failure(ErrorCode::unsupportedFormat, "a JPEG frame of process " +
                                                         std::to_string(header.marker - 0xc0) + ", " +
                                                         std::to_string(header.components) + " components");
    return Task{syntax, header.components, header.precision > 8 ? 16 : 8, header.precision, header.marker};
}

/// Without markers, three components of a lossy JPEG are what the data set says; libjpeg's rules else.
ColourModel jpegColours(const CodestreamHeader& header, const PixelFormat& format) {
    const bool saysYbr = format.photometricInterpretation.starts_with("YBR");
    const bool isLossy = header.marker != 0xc3;
    const bool isNamedRgb = header.componentNames == std::array<int, 3>{'R', 'G', 'B'};
    bool isYbr = saysYbr;
    if (isLossy && header.isJfif)
        isYbr = true;
    else if (isLossy && header.adobeTransform)
        isYbr = *header.adobeTransform != 0;
    else if (isLossy && isNamedRgb)
        isYbr = false;
    return isYbr ? ColourModel::ybrFull : ColourModel::rgb;
}

void describe(DcmDataset& dataset, const Task& task, const PixelFormat& format) {
    dataset.putAndInsertUint16(DCM_SamplesPerPixel, Uint16(task.samples));
    dataset.putAndInsertString(DCM_PhotometricInterpretation, task.samples == 1 ? "MONOCHROME2" : "RGB");
    dataset.putAndInsertUint16(DCM_Rows, Uint16(format.rows));
    dataset.putAndInsertUint16(DCM_Columns, Uint16(format.columns));
    dataset.putAndInsertUint16(DCM_BitsAllocated, Uint16(task.bitsAllocated));
    dataset.putAndInsertUint16(DCM_BitsStored, Uint16(task.bitsStored));
    dataset.putAndInsertUint16(DCM_HighBit, Uint16(task.bitsStored - 1));
    dataset.putAndInsertUint16(DCM_PixelRepresentation, 0);
    dataset.putAndInsertUint16(DCM_PlanarConfiguration, 0);
}

/// Pixel data of an empty offset table and one fragment; DCMTK's objects own one another.
std::unique_ptr<DcmPixelData> encapsulated(FragmentSpan codestream, E_TransferSyntax syntax, int marker) {
    const auto size = codestream.size();
    auto sequence = std::make_unique<DcmPixelSequence>(DcmTag(DCM_PixelSequenceTag));
    sequence->insert(new DcmPixelItem(DcmTag(DCM_PixelItemTag)));
    auto item = std::make_unique<DcmPixelItem>(DcmTag(DCM_PixelItemTag));
    Uint8* bytes = nullptr;
    if (item->createUint8Array(Uint32(size + size % 2), bytes).bad() || !bytes)
        throw std::bad_alloc();
    std::memcpy(bytes, codestream.data(), size);
    boundHuffmanSymbols({bytes, size}, marker);
    if (size % 2 == 1)
        bytes[size] = 0;
    sequence->insert(item.release());
    auto pixelData = std::make_unique<DcmPixelData>(DcmTag(DCM_PixelData, EVR_OB));
    pixelData->putOriginalRepresentation(syntax, nullptr, sequence.release());
    return pixelData;
}

core::Result<RawFrame> decode(FragmentSpan codestream, const Task& task, const PixelFormat& format) {
    if (codestream.size() >= std::numeric_limits<Uint32>::max())
        return failure(ErrorCode::limitExceeded,
                       "an encoded frame of " + std::to_string(codestream.size()) + " bytes");
    DcmDataset dataset;
    describe(dataset, task, format);
    const auto pixelData = encapsulated(codestream, task.syntax, task.marker);
    auto size = format.pixelsPerFrame() * std::uint64_t(task.samples) * std::uint64_t(task.bitsAllocated / 8);
    size += size % 2; // DCMTK wants an even number of bytes
    if (size > std::numeric_limits<Uint32>::max())
        return failure(ErrorCode::limitExceeded, "a frame of " + std::to_string(size) + " bytes");
    auto memory = newFrameMemory(std::size_t(size), task.samples);
    Uint32 startFragment = 0;
    OFString colourModel;
    const auto condition =
        pixelData->getUncompressedFrame(&dataset, 0, startFragment, memory.get(), Uint32(size), colourModel);
    if (condition.bad())
        return failure(condition == EC_MemoryExhausted ? ErrorCode::outOfMemory : ErrorCode::damaged,
                       condition.text());
    RawFrame frame;
    frame.bytes = {memory.get(), std::size_t(size)};
    frame.owner = std::move(memory);
    frame.samples = task.samples;
    frame.bitsAllocated = task.bitsAllocated;
    return frame;
}

} // namespace

core::Result<RawFrame> decodeJpeg(const std::vector<FragmentSpan>& fragments, const PixelFormat& format) {
    std::vector<std::byte> memory;
    const auto bytes = joined(fragments, memory);
    const auto header = readCodestreamHeader(bytes);
    if (!header)
        return failure(ErrorCode::damaged, "the encoded frame has no frame header");
    if (auto checked = checkCodestream(*header, format); !checked)
        return failure(checked);
    const auto coding = header->marker == 0xc3 ? PixelCoding::jpegLossless : PixelCoding::jpeg;
    if (auto checked = checkDensity(bytes.size(), coding, format); !checked)
        return failure(checked);
    const auto task = jpegTask(*header);
    if (!task)
        return failure(task);
    auto frame = decode(bytes, *task, format);
    if (!frame)
        return frame;
    frame->precision = header->precision;
    frame->isLossy = header->marker != 0xc3;
    frame->model = jpegColours(*header, format);
    return frame;
}

} // namespace pleurascope::dicom
