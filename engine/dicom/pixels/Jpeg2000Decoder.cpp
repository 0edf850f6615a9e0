// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/Jpeg2000Decoder.h"

#include "engine/core/DecodedLimit.h"
#include "engine/dicom/pixels/EncodedClaims.h"

#include <openjpeg.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

constexpr std::uint64_t pixelsForTwoThreads = std::uint64_t(1) << 20;

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using StreamPointer = std::unique_ptr<opj_stream_t, Destroy<opj_stream_destroy>>;
using CodecPointer = std::unique_ptr<opj_codec_t, Destroy<opj_destroy_codec>>;
using ImagePointer = std::unique_ptr<opj_image_t, Destroy<opj_image_destroy>>;

/// Bytes that OpenJPEG reads one after another.
struct Source {
    FragmentSpan bytes;
    std::size_t offset = 0;
};

OPJ_SIZE_T readSome(void* buffer, OPJ_SIZE_T size, void* user) {
    auto& source = *static_cast<Source*>(user);
    const auto count = std::min<std::size_t>(size, source.bytes.size() - source.offset);
    if (count == 0)
        return OPJ_SIZE_T(-1);
    std::memcpy(buffer, source.bytes.data() + source.offset, count);
    source.offset += count;
    return count;
}

OPJ_BOOL seekTo(OPJ_OFF_T offset, void* user) {
    auto& source = *static_cast<Source*>(user);
    if (offset < 0 || std::uint64_t(offset) > source.bytes.size())
        return OPJ_FALSE;
    source.offset = std::size_t(offset);
    return OPJ_TRUE;
}

OPJ_OFF_T skipOver(OPJ_OFF_T count, void* user) {
    const auto& source = *static_cast<Source*>(user);
    const auto left = OPJ_OFF_T(source.bytes.size() - source.offset);
    return count <= left && seekTo(OPJ_OFF_T(source.offset) + count, user) ? count : -1;
}

StreamPointer streamOver(Source& source) {
    StreamPointer stream(opj_stream_default_create(OPJ_TRUE));
    opj_stream_set_read_function(stream.get(), readSome);
    opj_stream_set_skip_function(stream.get(), skipOver);
    opj_stream_set_seek_function(stream.get(), seekTo);
    opj_stream_set_user_data(stream.get(), &source, nullptr);
    opj_stream_set_user_data_length(stream.get(), source.bytes.size());
    return stream;
}

void keepFirstLine(const char* message, void* user) {
    auto& kept = *static_cast<std::string*>(user);
    if (kept.empty())
        kept.assign(message, std::strcspn(message, "\r\n"));
}

void ignore(const char*, void*) {}

core::Result<ImagePointer> decode(FragmentSpan codestream, bool isWhole, std::uint64_t pixels) {
    Source source{codestream};
    const auto stream = streamOver(source);
    const CodecPointer codec(opj_create_decompress(OPJ_CODEC_J2K));
    std::string message;
    opj_set_error_handler(codec.get(), keepFirstLine, &message);
    opj_set_warning_handler(codec.get(), ignore, nullptr);
    opj_set_info_handler(codec.get(), ignore, nullptr);
    opj_dparameters_t parameters;
    opj_set_default_decoder_parameters(&parameters);
    if (!opj_setup_decoder(codec.get(), &parameters))
        return failure(ErrorCode::internal, "OpenJPEG could not be set up");
    opj_decoder_set_strict_mode(codec.get(), isWhole ? OPJ_TRUE : OPJ_FALSE);
    // OpenJPEG 2.5.0 reads beyond what is there of a code block whose later layers are missing, where threads
    // share the work (opj_t1_decode_cblk takes a block without data for one with it).
    if (isWhole && pixels >= pixelsForTwoThreads)
        opj_codec_set_threads(codec.get(), 2);
    opj_image_t* raw = nullptr;
    const bool isHeaderRead = opj_read_header(stream.get(), codec.get(), &raw) != OPJ_FALSE;
    ImagePointer image(raw);
    if (!isHeaderRead || !opj_decode(codec.get(), stream.get(), image.get()))
        return failure(ErrorCode::damaged, "JPEG 2000: " + message);
    return image;
}

bool hasEnd(FragmentSpan codestream) {
    const auto tail = codestream.last(std::min<std::size_t>(codestream.size(), 16)); // padding may follow
    for (std::size_t i = 0; i + 1 < tail.size(); ++i)
        if (tail[i] == std::byte(0xff) && tail[i + 1] == std::byte(0xd9))
            return true;
    return false;
}

/// Components need not have the same depth or sign; each is brought to the first one's.
template <class T>
void interleave(const opj_image_t& image, const PixelFormat& format, T* target) {
    const std::size_t count = image.numcomps;
    for (std::size_t c = 0; c < count; ++c) {
        const auto& component = image.comps[c];
        for (int y = 0; y < format.rows; ++y) {
            const auto row = std::min<std::size_t>(std::size_t(y) / component.dy, component.h - 1);
            const auto* source = component.data + row * component.w;
            auto* pixel = target + std::size_t(y) * std::size_t(format.columns) * count + c;
            for (int x = 0; x < format.columns; ++x, pixel += count)
                *pixel =
                    T(component.dx == 1 && std::size_t(x) < component.w
                          ? source[x]
                          : source[std::min<std::size_t>(std::size_t(x) / component.dx, component.w - 1)]);
        }
    }
}

template <class T>
RawFrame rawFrame(const opj_image_t& image, const PixelFormat& format) {
    const auto count = std::size_t(format.pixelsPerFrame()) * image.numcomps;
    auto memory = newFrameMemory(count * sizeof(T), int(image.numcomps));
    interleave(image, format, reinterpret_cast<T*>(memory.get()));
    RawFrame frame;
    frame.bytes = {memory.get(), count * sizeof(T)};
    frame.owner = std::move(memory);
    frame.samples = int(image.numcomps);
    frame.bitsAllocated = int(sizeof(T)) * 8;
    frame.precision = int(image.comps[0].prec);
    frame.isSignExtended = image.comps[0].sgnd != 0;
    return frame;
}

core::Result<RawFrame> toFrame(const opj_image_t& image, const PixelFormat& format) {
    const std::span components(image.comps, image.numcomps);
    if (std::any_of(components.begin(), components.end(), [](const opj_image_comp_t& c) {
            return !c.data || c.w == 0 || c.h == 0 || c.dx == 0 || c.dy == 0;
        }))
        return failure(ErrorCode::damaged, "JPEG 2000: a component has no samples");
    const auto precision = image.comps[0].prec;
    if (precision <= 8)
        return rawFrame<std::uint8_t>(image, format);
    return precision <= 16 ? rawFrame<std::uint16_t>(image, format) : rawFrame<std::uint32_t>(image, format);
}

/// A size that no picture has was written over. Where the tile has the data set's size, two agree against
/// one.
bool isSizeOverwritten(const CodestreamHeader& header, const PixelFormat& format) {
    return (header.rows < 0 || header.columns < 0) && header.tileRows == format.rows &&
           header.tileColumns == format.columns;
}

/// The codestream with Xsiz and Ysiz (T.800 A.5.1) as they must have been.
std::vector<std::byte> withSizeOf(const PixelFormat& format, FragmentSpan codestream) {
    std::vector<std::byte> mended(codestream.begin(), codestream.end());
    for (std::size_t i = 0; i < 4; ++i) {
        mended[8 + i] = std::byte(format.columns >> (24 - 8 * i) & 0xff);
        mended[12 + i] = std::byte(format.rows >> (24 - 8 * i) & 0xff);
    }
    return mended;
}

core::Result<void> checkHeader(const CodestreamHeader& header, std::uint64_t encodedBytes,
                               const PixelFormat& format) {
    if (auto checked = checkCodestream(header, format); !checked)
        return checked;
    if (header.components != 1 && header.components != 3 && header.components != 4)
        return failure(ErrorCode::unsupportedFormat,
                       "JPEG 2000 of " + std::to_string(header.components) + " components");
    // OpenJPEG holds 32 bits a sample, in the tile and in the image
    if (auto checked = core::checkDecodedSize(format.pixelsPerFrame(), std::uint64_t(header.components) * 8,
                                              "a JPEG 2000 frame of " + std::to_string(format.rows) + " x " +
                                                  std::to_string(format.columns) + " pixels");
        !checked)
        return checked;
    return checkDensity(encodedBytes, PixelCoding::jpeg2000, format);
}

core::Result<RawFrame> decodeCodestream(FragmentSpan codestream, const CodestreamHeader& header,
                                        const PixelFormat& format, std::vector<std::string>& warnings) {
    if (auto checked = checkHeader(header, codestream.size(), format); !checked)
        return failure(checked);
    auto image = decode(codestream, true, format.pixelsPerFrame());
    // With headers apart from their data it goes on beyond the end of that (opj_t2_read_packet_data).
    if (!image && !hasEnd(codestream) && !hasPackedPacketHeaders(codestream)) {
        image = decode(codestream, false, format.pixelsPerFrame());
        if (image)
            warnings.emplace_back("the encoded frame ends early: what is missing is not shown");
    }
    if (!image)
        return failure(image);
    auto frame = toFrame(**image, format);
    if (!frame)
        return frame;
    frame->isLossy = !header.isReversible;
    if (!header.hasComponentTransform && format.photometricInterpretation.starts_with("YBR_FULL"))
        frame->model = ColourModel::ybrFull;
    return frame;
}

} // namespace

core::Result<RawFrame> decodeJpeg2000(const std::vector<FragmentSpan>& fragments, const PixelFormat& format,
                                      std::vector<std::string>& warnings) {
    std::vector<std::byte> memory;
    const auto bytes = joined(fragments, memory);
    const auto header = readJpeg2000Header(bytes);
    if (!header)
        return failure(ErrorCode::damaged, "the encoded frame has no JPEG 2000 header");
    const auto codestream = bytes.subspan(header->offset);
    if (!isSizeOverwritten(*header, format))
        return decodeCodestream(codestream, *header, format, warnings);
    warnings.emplace_back("the size in the encoded frame is damaged: that of the header is taken");
    const auto mended = withSizeOf(format, codestream);
    const auto mendedHeader = readJpeg2000Header(mended);
    if (!mendedHeader)
        return failure(ErrorCode::damaged, "the encoded frame's JPEG 2000 header is damaged");
    return decodeCodestream(mended, *mendedHeader, format, warnings);
}

} // namespace pleurascope::dicom
