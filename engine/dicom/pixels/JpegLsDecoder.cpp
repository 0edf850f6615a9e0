// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/JpegLsDecoder.h"

#include "engine/dicom/pixels/EncodedClaims.h"

#include <charls/charls.h>

#include <memory>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

RawFrame decode(FragmentSpan bytes, const PixelFormat& format) {
    charls::jpegls_decoder decoder(bytes.data(), bytes.size());
    const auto size = decoder.destination_size();
    auto memory = newFrameMemory(size, decoder.frame_info().component_count);
    decoder.decode(memory.get(), size);
    const auto& info = decoder.frame_info();
    RawFrame frame;
    frame.bytes = {memory.get(), size};
    frame.owner = std::move(memory);
    frame.samples = info.component_count;
    frame.bitsAllocated = info.bits_per_sample > 8 ? 16 : 8;
    frame.precision = info.bits_per_sample;
    frame.isPlanar = info.component_count > 1 && decoder.interleave_mode() == charls::interleave_mode::none;
    frame.model = info.component_count > 1 ? format.colourModel() : ColourModel::rgb;
    return frame;
}

} // namespace

core::Result<RawFrame> decodeJpegLs(const std::vector<FragmentSpan>& fragments, const PixelFormat& format) {
    std::vector<std::byte> memory;
    const auto bytes = joined(fragments, memory);
    const auto header = readCodestreamHeader(bytes);
    if (!header)
        return failure(ErrorCode::damaged, "the encoded frame has no frame header");
    if (auto checked = checkCodestream(*header, format); !checked)
        return failure(checked);
    if (auto checked = checkDensity(bytes.size(), PixelCoding::jpegLs, format); !checked)
        return failure(checked);
    if (header->components != 1 && header->components != 3)
        return failure(ErrorCode::unsupportedFormat,
                       "JPEG-LS of " + std::to_string(header->components) + " components");
    try {
        return decode(bytes, format);
    } catch (const charls::jpegls_error& error) {
        return failure(ErrorCode::damaged, std::string("JPEG-LS: ") + error.what());
    }
}

} // namespace pleurascope::dicom
