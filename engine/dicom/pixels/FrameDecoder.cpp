// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/FrameDecoder.h"

#include "engine/core/DecodedLimit.h"
#include "engine/dicom/elements/Inflation.h"
#include "engine/dicom/pixels/Jpeg2000Decoder.h"
#include "engine/dicom/pixels/JpegDecoder.h"
#include "engine/dicom/pixels/JpegLsDecoder.h"
#include "engine/dicom/pixels/NativeFrames.h"
#include "engine/dicom/pixels/RleDecoder.h"

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

bool isJpegLs(FragmentSpan frame) {
    const auto header = readCodestreamHeader(frame);
    return header && header->marker == 0xf7;
}

/// Deflated Image Frame Compression: within, the frame is as a native one in little endian bytes.
core::Result<RawFrame> inflateFrame(const std::vector<FragmentSpan>& fragments, PixelFormat format,
                                    std::vector<std::string>& warnings) {
    std::vector<std::byte> memory;
    auto bytes = inflated(joined(fragments, memory), core::decodedLimit());
    if (!bytes)
        return failure(bytes);
    format.frames = 1;
    const NativeFrames frames(std::move(*bytes), {}, {}, format);
    if (frames.count() == 0)
        return failure(ErrorCode::truncated, "the deflated frame has no row");
    if (frames.isShort())
        warnings.emplace_back("the deflated frame ends early: the rest is shown as background");
    return frames.frame(0);
}

} // namespace

core::Result<RawFrame> decodeFrame(const std::vector<FragmentSpan>& fragments, PixelCoding coding,
                                   const PixelFormat& format, std::vector<std::string>& warnings) {
    switch (coding) {
    case PixelCoding::rle:
        return decodeRle(fragments, format, warnings);
    case PixelCoding::jpeg2000:
        return decodeJpeg2000(fragments, format, warnings);
    case PixelCoding::deflatedFrame:
        return inflateFrame(fragments, format, warnings);
    default: // the codestream decides: the syntaxes of the JPEG family are mixed up in the field
        return isJpegLs(fragments.front()) ? decodeJpegLs(fragments, format) : decodeJpeg(fragments, format);
    }
}

std::optional<CodestreamHeader> frameHeader(FragmentSpan frame, PixelCoding coding) {
    return coding == PixelCoding::jpeg2000 ? readJpeg2000Header(frame) : readCodestreamHeader(frame);
}

} // namespace pleurascope::dicom
