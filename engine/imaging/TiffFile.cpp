// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/TiffFile.h"

#include "engine/imaging/FreshPixels.h"

#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstdarg>
#include <cstdio>
#include <cstring>
#include <limits>

namespace pleurascope::imaging {

/// The file in memory as libtiff's callbacks see it, and its last complaint.
struct TiffDecoder::State {
    TIFF* tiff = nullptr;
    std::span<const std::byte> bytes;
    std::size_t position = 0;
    bool ranOut = false;
    std::array<char, 200> message{};
};

namespace {

constexpr tmsize_t allocationLimit = tmsize_t(2) << 30;

template <class State>
tmsize_t takeBytes(thandle_t handle, void* target, tmsize_t length) {
    auto* state = static_cast<State*>(handle);
    const std::size_t left = state->bytes.size() - std::min(state->position, state->bytes.size());
    const std::size_t taken = std::min(left, std::size_t(std::max<tmsize_t>(length, 0)));
    state->ranOut = state->ranOut || taken < std::size_t(length);
    std::memcpy(target, state->bytes.data() + (state->bytes.size() - left), taken);
    state->position += taken;
    return tmsize_t(taken);
}

template <class State>
toff_t seek(thandle_t handle, toff_t offset, int whence) {
    auto* state = static_cast<State*>(handle);
    const std::size_t base = whence == SEEK_CUR   ? state->position
                             : whence == SEEK_END ? state->bytes.size()
                                                  : 0;
    state->position = base + std::size_t(offset);
    return state->position;
}

tmsize_t refuseWriting(thandle_t, void*, tmsize_t) {
    return 0;
}
int closeNothing(thandle_t) {
    return 0;
}

template <class State>
toff_t sizeOf(thandle_t handle) {
    return static_cast<State*>(handle)->bytes.size();
}

template <class State>
int keepMessage(TIFF*, void* userData, const char*, const char* format, va_list arguments) {
    auto* state = static_cast<State*>(userData);
    std::vsnprintf(state->message.data(), state->message.size(), format, arguments);
    return 1;
}

int ignoreWarning(TIFF*, void*, const char*, const char*, va_list) {
    return 1;
}

template <class T>
T tagOr(TIFF* tiff, std::uint32_t tag, T fallback) {
    T value = fallback;
    return TIFFGetFieldDefaulted(tiff, tag, &value) ? value : fallback;
}

} // namespace

TiffDecoder::TiffDecoder(std::span<const std::byte> bytes)
    : m_state(std::make_unique<State>()) {
    m_state->bytes = bytes;
    auto* options = TIFFOpenOptionsAlloc();
    TIFFOpenOptionsSetMaxSingleMemAlloc(options, allocationLimit);
    TIFFOpenOptionsSetErrorHandlerExtR(options, keepMessage<State>, m_state.get());
    TIFFOpenOptionsSetWarningHandlerExtR(options, ignoreWarning, nullptr);
    m_state->tiff = TIFFClientOpenExt("memory", "rm", m_state.get(), takeBytes<State>, refuseWriting,
                                      seek<State>, closeNothing, sizeOf<State>, nullptr, nullptr, options);
    TIFFOpenOptionsFree(options);
}

TiffDecoder::~TiffDecoder() {
    if (m_state->tiff)
        TIFFClose(m_state->tiff);
}

core::Error TiffDecoder::error() const {
    return {m_state->ranOut ? core::ErrorCode::truncated : core::ErrorCode::damaged,
            std::string("TIFF: ") + m_state->message.data(),
            {}};
}

core::Result<RasterInfo> TiffDecoder::readHeader() {
    auto* tiff = m_state->tiff;
    if (!tiff)
        return tl::unexpected(error());
    const auto width = tagOr<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0);
    const auto height = tagOr<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0);
    constexpr std::uint32_t sideLimit = 1'000'000;
    if (width == 0 || height == 0)
        return core::failure(core::ErrorCode::damaged, "TIFF: no width or height");
    if (width > sideLimit || height > sideLimit)
        return core::failure(core::ErrorCode::limitExceeded, "TIFF: a side of more than a million pixels");
    const auto bits = tagOr<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1);
    const auto samples = tagOr<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1);
    const auto photometric = tagOr<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_MINISBLACK);
    if (tagOr<std::uint16_t>(tiff, TIFFTAG_SAMPLEFORMAT, SAMPLEFORMAT_UINT) != SAMPLEFORMAT_UINT)
        return core::failure(core::ErrorCode::unsupportedFormat, "TIFF: signed or floating-point samples");
    m_minIsWhite = photometric == PHOTOMETRIC_MINISWHITE;
    const bool isGrey =
        samples == 1 && (bits == 8 || bits == 16) && (m_minIsWhite || photometric == PHOTOMETRIC_MINISBLACK);
    m_info = {int(width), int(height), isGrey ? 1 : 3, isGrey ? int(bits) : 8};
    return m_info;
}

core::Result<core::PixelBuffer> TiffDecoder::readPixels() {
    if (m_info.channels == 3)
        return readColour();
    return m_info.bits == 16 ? readGrey<std::uint16_t>() : readGrey<std::uint8_t>();
}

core::Result<core::PixelBuffer> TiffDecoder::readColour() {
    std::array<char, 1024> reason{};
    if (!TIFFRGBAImageOK(m_state->tiff, reason.data()))
        return core::failure(core::ErrorCode::unsupportedFormat, std::string("TIFF: ") + reason.data());
    std::vector<std::uint32_t> raster(std::size_t(m_info.width) * std::size_t(m_info.height));
    if (!TIFFReadRGBAImageOriented(m_state->tiff, std::uint32_t(m_info.width), std::uint32_t(m_info.height),
                                   raster.data(), ORIENTATION_TOPLEFT, 1))
        return tl::unexpected(error());
    FreshPixels<std::uint8_t> pixels(m_info.width, m_info.height, 3);
    auto* out = pixels.samples().data();
    for (const auto pixel : raster) {
        *out++ = std::uint8_t(TIFFGetR(pixel));
        *out++ = std::uint8_t(TIFFGetG(pixel));
        *out++ = std::uint8_t(TIFFGetB(pixel));
    }
    return pixels.finish();
}

template <class T>
core::Result<core::PixelBuffer> TiffDecoder::readGrey() {
    FreshPixels<T> pixels(m_info.width, m_info.height, 1);
    auto* samples = pixels.samples().data();
    const bool whole = TIFFIsTiled(m_state->tiff) ? readTiles(samples) : readStrips(samples);
    if (!whole)
        return tl::unexpected(error());
    if (m_minIsWhite)
        for (auto& sample : pixels.samples())
            sample = T(std::numeric_limits<T>::max() - sample);
    return pixels.finish();
}

template <class T>
bool TiffDecoder::readStrips(T* samples) {
    auto* tiff = m_state->tiff;
    const auto width = std::size_t(m_info.width);
    if (TIFFScanlineSize(tiff) != tmsize_t(width * sizeof(T)))
        return false;
    for (int y = 0; y < m_info.height; ++y)
        if (TIFFReadScanline(tiff, samples + std::size_t(y) * width, std::uint32_t(y)) != 1)
            return false;
    return true;
}

template <class T>
bool TiffDecoder::readTiles(T* samples) {
    auto* tiff = m_state->tiff;
    const int tileWidth = int(tagOr<std::uint32_t>(tiff, TIFFTAG_TILEWIDTH, 0));
    const int tileHeight = int(tagOr<std::uint32_t>(tiff, TIFFTAG_TILELENGTH, 0));
    const tmsize_t tileBytes = TIFFTileSize(tiff);
    if (tileWidth <= 0 || tileHeight <= 0 || tileBytes <= 0 || tileBytes > allocationLimit ||
        std::uint64_t(tileBytes) != std::uint64_t(tileWidth) * std::uint64_t(tileHeight) * sizeof(T))
        return false;
    std::vector<T> tile(std::size_t(tileBytes) / sizeof(T));
    for (int top = 0; top < m_info.height; top += tileHeight)
        for (int left = 0; left < m_info.width; left += tileWidth) {
            if (TIFFReadTile(tiff, tile.data(), std::uint32_t(left), std::uint32_t(top), 0, 0) < 0)
                return false;
            const auto columns = std::size_t(std::min(tileWidth, m_info.width - left));
            const int rows = std::min(tileHeight, m_info.height - top);
            for (int y = 0; y < rows; ++y)
                std::copy_n(tile.data() + std::size_t(y) * std::size_t(tileWidth), columns,
                            samples + std::size_t(top + y) * std::size_t(m_info.width) + std::size_t(left));
        }
    return true;
}

} // namespace pleurascope::imaging
