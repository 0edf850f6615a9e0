// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/PngFile.h"

#include "engine/imaging/FreshPixels.h"

#include <png.h>

#include <bit>
#include <csetjmp>
#include <cstring>

namespace pleurascope::imaging {

/// What libpng's callbacks see. libpng reports errors by longjmp: nothing between setjmp and a call into
/// libpng owns anything.
struct PngDecoder::State {
    png_structp png = nullptr;
    png_infop info = nullptr;
    std::span<const std::byte> bytes;
    std::size_t position = 0;
    bool ranOut = false;
    char message[160] = {};
};

namespace {

constexpr png_uint_32 sideLimit = 1'000'000;
constexpr png_alloc_size_t chunkLimit = 64u << 20;
/// Deflate cannot expand further than 1032 : 1.
constexpr std::uint64_t deflateExpansion = 1032;

template <class State>
void takeBytes(png_structp png, png_bytep target, std::size_t length) {
    auto* state = static_cast<State*>(png_get_io_ptr(png));
    if (length > state->bytes.size() - state->position) {
        state->ranOut = true;
        png_error(png, "the file ends early");
    }
    std::memcpy(target, state->bytes.data() + state->position, length);
    state->position += length;
}

template <class State>
[[noreturn]] void keepMessage(png_structp png, png_const_charp message) {
    auto* state = static_cast<State*>(png_get_error_ptr(png));
    std::strncpy(state->message, message, sizeof(state->message) - 1);
    png_longjmp(png, 1);
}

void ignoreWarning(png_structp, png_const_charp) {}

} // namespace

PngDecoder::PngDecoder(std::span<const std::byte> bytes)
    : m_state(std::make_unique<State>()) {
    m_state->bytes = bytes;
    m_state->png =
        png_create_read_struct(PNG_LIBPNG_VER_STRING, m_state.get(), keepMessage<State>, ignoreWarning);
    if (m_state->png)
        m_state->info = png_create_info_struct(m_state->png);
}

PngDecoder::~PngDecoder() {
    png_destroy_read_struct(&m_state->png, &m_state->info, nullptr);
}

core::Error PngDecoder::error() const {
    return {m_state->ranOut ? core::ErrorCode::truncated : core::ErrorCode::damaged,
            std::string("PNG: ") + m_state->message,
            {}};
}

core::Result<RasterInfo> PngDecoder::readHeader() {
    if (!m_state->info)
        return core::failure(core::ErrorCode::outOfMemory, "PNG");
    if (!parseHeader())
        return tl::unexpected(error());
    return m_info;
}

bool PngDecoder::parseHeader() {
    auto* png = m_state->png;
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_set_user_limits(png, sideLimit, sideLimit);
    png_set_chunk_malloc_max(png, chunkLimit);
    png_set_read_fn(png, m_state.get(), takeBytes<State>);
    png_read_info(png, m_state->info);
    askForPlainSamples();
    png_read_update_info(png, m_state->info);
    m_info.width = int(png_get_image_width(png, m_state->info));
    m_info.height = int(png_get_image_height(png, m_state->info));
    m_info.channels = png_get_channels(png, m_state->info);
    m_info.bits = png_get_bit_depth(png, m_state->info);
    return true;
}

/// Grey 8 or 16, or RGB 8; nothing else is left after these.
void PngDecoder::askForPlainSamples() {
    auto* png = m_state->png;
    const auto colour = png_get_color_type(png, m_state->info);
    if (colour == PNG_COLOR_TYPE_PALETTE)
        png_set_palette_to_rgb(png);
    if (colour == PNG_COLOR_TYPE_GRAY)
        png_set_expand_gray_1_2_4_to_8(png);
    if (colour & PNG_COLOR_MASK_COLOR)
        png_set_scale_16(png);
    else if (std::endian::native == std::endian::little)
        png_set_swap(png);
    png_set_strip_alpha(png);
    png_set_interlace_handling(png);
}

core::Result<core::PixelBuffer> PngDecoder::readPixels() {
    const std::uint64_t announced =
        std::uint64_t(m_info.height) * png_get_rowbytes(m_state->png, m_state->info);
    // bits of 1, 2 and 4 become bytes: eight times at most
    if (announced / 8 > deflateExpansion * m_state->bytes.size())
        return core::failure(core::ErrorCode::damaged,
                             "PNG: header announces more pixels than the file can hold");
    if (m_info.bits == 16 && m_info.channels == 1)
        return readSamples<std::uint16_t>();
    if (m_info.bits == 8 && (m_info.channels == 1 || m_info.channels == 3))
        return readSamples<std::uint8_t>();
    return core::failure(core::ErrorCode::unsupportedFormat, "PNG: unusual sample layout");
}

template <class T>
core::Result<core::PixelBuffer> PngDecoder::readSamples() {
    FreshPixels<T> pixels(m_info.width, m_info.height, m_info.channels);
    std::vector<std::byte*> rows(std::size_t(m_info.height));
    for (int y = 0; y < m_info.height; ++y)
        rows[std::size_t(y)] = reinterpret_cast<std::byte*>(pixels.row(y));
    if (!parseRows(rows.data()))
        return tl::unexpected(error());
    return pixels.finish();
}

bool PngDecoder::parseRows(std::byte** rows) {
    auto* png = m_state->png;
    if (setjmp(png_jmpbuf(png)))
        return false;
    png_read_image(png, reinterpret_cast<png_bytepp>(rows));
    png_read_end(png, nullptr);
    return true;
}

} // namespace pleurascope::imaging
