// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/JpegFile.h"

#include "engine/imaging/FreshPixels.h"

#include <csetjmp>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>

namespace pleurascope::imaging {

/// libjpeg's decompressor and what its callbacks leave. Errors leave libjpeg by longjmp: nothing between
/// setjmp and a call into libjpeg owns anything.
struct JpegDecoder::State {
    jpeg_decompress_struct jpeg{};
    jpeg_error_mgr errors{};
    std::jmp_buf leave{};
    bool ranOut = false;
    bool wrongPrecision = false;
    char message[JMSG_LENGTH_MAX] = {};
};

namespace {

template <class State>
[[noreturn]] void leave(j_common_ptr jpeg) {
    auto* state = static_cast<State*>(jpeg->client_data);
    state->wrongPrecision =
        jpeg->err->msg_code == JERR_BAD_PRECISION || jpeg->err->msg_code == JERR_SOF_UNSUPPORTED;
    (*jpeg->err->format_message)(jpeg, state->message);
    std::longjmp(state->leave, 1);
}

/// Warnings after which pixels are made up count as errors: half a film must not be read as a whole one.
template <class State>
void judgeWarning(j_common_ptr jpeg, int level) {
    if (level >= 0)
        return;
    auto* state = static_cast<State*>(jpeg->client_data);
    const int code = jpeg->err->msg_code;
    state->ranOut = state->ranOut || code == JWRN_JPEG_EOF;
    if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
        code == JWRN_MUST_RESYNC)
        leave<State>(jpeg);
}

/// Adobe writes CMYK inverted, so that the product of ink and black is the colour.
void cmykToRgb(const std::uint8_t* cmyk, std::uint8_t* rgb, std::size_t pixels, bool inverted) {
    for (std::size_t i = 0; i < pixels; ++i, cmyk += 4, rgb += 3)
        for (std::size_t c = 0; c < 3; ++c) {
            const unsigned ink = inverted ? cmyk[c] : 255u - cmyk[c];
            const unsigned black = inverted ? cmyk[3] : 255u - cmyk[3];
            rgb[c] = std::uint8_t((ink * black + 127) / 255);
        }
}

} // namespace

JpegDecoder::JpegDecoder(std::span<const std::byte> bytes)
    : m_state(std::make_unique<State>())
    , m_bytes(bytes) {
    m_state->jpeg.err = jpeg_std_error(&m_state->errors);
    m_state->jpeg.client_data = m_state.get();
    m_state->errors.error_exit = leave<State>;
    m_state->errors.emit_message = judgeWarning<State>;
}

JpegDecoder::~JpegDecoder() {
    jpeg_destroy_decompress(&m_state->jpeg);
}

core::Error JpegDecoder::error() const {
    auto code = m_state->wrongPrecision ? core::ErrorCode::unsupportedFormat : core::ErrorCode::damaged;
    if (m_state->ranOut)
        code = core::ErrorCode::truncated;
    return {code, std::string("JPEG: ") + m_state->message, {}};
}

core::Result<RasterInfo> JpegDecoder::readHeader() {
    if (!parseHeader(m_bytes))
        return tl::unexpected(error());
    return m_info;
}

bool JpegDecoder::parseHeader(std::span<const std::byte> bytes) {
    auto& jpeg = m_state->jpeg;
    if (setjmp(m_state->leave))
        return false;
    jpeg_create_decompress(&jpeg);
    jpeg_mem_src(&jpeg, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    jpeg_read_header(&jpeg, TRUE);
    const bool isCmyk = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    const bool isGrey = jpeg.jpeg_color_space == JCS_GRAYSCALE;
    jpeg.out_color_space = isCmyk ? JCS_CMYK : isGrey ? JCS_GRAYSCALE : JCS_RGB;
    jpeg.dct_method = JDCT_ISLOW;
    m_info.width = int(jpeg.image_width);
    m_info.height = int(jpeg.image_height);
    m_info.channels = isGrey ? 1 : 3;
    return true;
}

core::Result<core::PixelBuffer> JpegDecoder::readPixels() {
    const bool isCmyk = m_state->jpeg.out_color_space == JCS_CMYK;
    FreshPixels<std::uint8_t> pixels(m_info.width, m_info.height, m_info.channels);
    if (!isCmyk) {
        if (!parseRows(pixels.samples().data(), std::size_t(m_info.width) * std::size_t(m_info.channels)))
            return tl::unexpected(error());
        return pixels.finish();
    }
    FreshPixels<std::uint8_t> inks(m_info.width, m_info.height, 4);
    if (!parseRows(inks.samples().data(), std::size_t(m_info.width) * 4))
        return tl::unexpected(error());
    cmykToRgb(inks.samples().data(), pixels.samples().data(),
              std::size_t(m_info.width) * std::size_t(m_info.height), m_state->jpeg.saw_Adobe_marker);
    return pixels.finish();
}

bool JpegDecoder::parseRows(std::uint8_t* rows, std::size_t stride) {
    auto& jpeg = m_state->jpeg;
    if (setjmp(m_state->leave))
        return false;
    jpeg_start_decompress(&jpeg);
    while (jpeg.output_scanline < jpeg.output_height) {
        JSAMPROW row = rows + jpeg.output_scanline * stride;
        jpeg_read_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_decompress(&jpeg);
    return true;
}

} // namespace pleurascope::imaging
