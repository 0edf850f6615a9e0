// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"

#include <png.h>

#include <bit>
#include <cassert>
#include <csetjmp>

namespace pleurascope::imaging {

namespace {

using Text = std::vector<std::pair<std::string, std::string>>;

/// Encodes into memory; the file is then written aside and renamed as every other one. No object that owns
/// anything lives in the functions that libpng may leave by longjmp.
class PngEncoder {
public:
    PngEncoder()
        : m_png(png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr,
                                        [](png_structp, png_const_charp) {}))
        , m_info(m_png ? png_create_info_struct(m_png) : nullptr) {}
    ~PngEncoder() { png_destroy_write_struct(&m_png, &m_info); }
    PngEncoder(const PngEncoder&) = delete;
    PngEncoder& operator=(const PngEncoder&) = delete;

    [[nodiscard]] bool encode(const core::PixelBuffer& pixels, std::span<png_text> text) {
        if (!m_info || setjmp(png_jmpbuf(m_png)))
            return false;
        png_set_write_fn(m_png, this, append, [](png_structp) {});
        const bool wide = pixels.type() == core::SampleType::u16;
        png_set_IHDR(m_png, m_info, png_uint_32(pixels.width()), png_uint_32(pixels.height()), wide ? 16 : 8,
                     pixels.channels() == 3 ? PNG_COLOR_TYPE_RGB : PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
                     PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
        png_set_compression_level(m_png, 3);
        png_set_text(m_png, m_info, text.data(), int(text.size()));
        png_write_info(m_png, m_info);
        if (wide && std::endian::native == std::endian::little)
            png_set_swap(m_png);
        const std::size_t stride = pixels.bytes().size() / std::size_t(pixels.height());
        for (int y = 0; y < pixels.height(); ++y)
            png_write_row(m_png,
                          reinterpret_cast<png_const_bytep>(pixels.bytes().data() + std::size_t(y) * stride));
        png_write_end(m_png, nullptr);
        return true;
    }

    [[nodiscard]] const core::Bytes& file() const { return m_file; }
    [[nodiscard]] bool ranOutOfMemory() const { return m_outOfMemory; }

private:
    static void append(png_structp png, png_bytep data, std::size_t length) {
        auto* self = static_cast<PngEncoder*>(png_get_io_ptr(png));
        if (!self->grow(reinterpret_cast<const std::byte*>(data), length))
            png_error(png, "out of memory");
    }

    bool grow(const std::byte* data, std::size_t length) {
        try {
            m_file.insert(m_file.end(), data, data + length);
        } catch (const std::bad_alloc&) {
            m_outOfMemory = true;
        }
        return !m_outOfMemory;
    }

    png_structp m_png;
    png_infop m_info;
    core::Bytes m_file;
    bool m_outOfMemory = false;
};

std::vector<png_text> textChunks(Text& text) {
    std::vector<png_text> chunks(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        chunks[i].compression = PNG_TEXT_COMPRESSION_NONE;
        chunks[i].key = text[i].first.data();
        chunks[i].text = text[i].second.data();
        chunks[i].text_length = text[i].second.size();
    }
    return chunks;
}

} // namespace

core::Result<void> writePng(const std::filesystem::path& path, const core::PixelBuffer& pixels,
                            const Text& text) {
    assert(pixels.type() == core::SampleType::u8 || pixels.type() == core::SampleType::u16);
    assert(pixels.channels() == 1 || pixels.channels() == 3);
    auto ownText = text;
    auto chunks = textChunks(ownText);
    PngEncoder encoder;
    if (!encoder.encode(pixels, chunks))
        return core::failure(encoder.ranOutOfMemory() ? core::ErrorCode::outOfMemory
                                                      : core::ErrorCode::internal,
                             "libpng could not encode the picture", path);
    return core::writeFileAtomically(path, std::span<const std::byte>(encoder.file()));
}

} // namespace pleurascope::imaging
