// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ImageFile.h"

#include "engine/core/DecodedLimit.h"
#include "engine/imaging/FreshPixels.h"
#include "engine/imaging/JpegFile.h"
#include "engine/imaging/PngFile.h"
#include "engine/imaging/TiffFile.h"

#include <string_view>

namespace pleurascope::imaging {

namespace {

bool beginsWith(std::span<const std::byte> bytes, std::string_view magic) {
    return std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()).starts_with(magic);
}

bool hasEqualChannels(const core::PixelBuffer& rgb) {
    const auto samples = rgb.samples<std::uint8_t>();
    for (std::size_t i = 0; i < samples.size(); i += 3)
        if (samples[i] != samples[i + 1] || samples[i] != samples[i + 2])
            return false;
    return true;
}

core::PixelBuffer firstChannel(const core::PixelBuffer& rgb) {
    const auto samples = rgb.samples<std::uint8_t>();
    FreshPixels<std::uint8_t> grey(rgb.width(), rgb.height(), 1);
    std::size_t i = 0;
    for (auto& level : grey.samples())
        level = samples[3 * i++];
    return grey.finish();
}

Image imageOf(core::PixelBuffer pixels) {
    if (pixels.channels() == 3 && hasEqualChannels(pixels))
        pixels = firstChannel(pixels);
    Image image{std::move(pixels), {}};
    const bool wide = image.pixels.type() == core::SampleType::u16;
    image.display.bitsStored = wide ? 16 : 8;
    if (!wide && image.isGrey())
        image.display.windows.push_back({128, 256, VoiFunction::linear, {}}); // 0..255 as they are
    return image;
}

template <class Decoder>
core::Result<Image> decodeWith(std::span<const std::byte> bytes, std::uint64_t pixelLimit) {
    Decoder decoder(bytes);
    const auto info = decoder.readHeader();
    if (!info)
        return core::failure(info);
    if (info->width <= 0 || info->height <= 0)
        return core::failure(core::ErrorCode::damaged, "no pixels");
    if (std::uint64_t(info->width) * std::uint64_t(info->height) > pixelLimit)
        return core::failure(core::ErrorCode::limitExceeded,
                             std::to_string(info->width) + " x " + std::to_string(info->height) +
                                 " pixels, limit " + std::to_string(pixelLimit));
    if (auto checked = core::checkDecodedSize(std::uint64_t(info->width) * std::uint64_t(info->height),
                                              std::uint64_t(info->channels * info->bits / 8),
                                              std::to_string(info->width) + " x " +
                                                  std::to_string(info->height) + " pixels");
        !checked)
        return core::failure(checked);
    return decoder.readPixels().map(imageOf);
}

} // namespace

std::optional<ImageFormat> imageFormat(std::span<const std::byte> bytes) {
    using namespace std::string_view_literals;
    if (beginsWith(bytes, "\x89PNG\r\n\x1a\n"sv))
        return ImageFormat::png;
    if (beginsWith(bytes, "\xff\xd8\xff"sv))
        return ImageFormat::jpeg;
    for (const auto magic : {"II*\0"sv, "MM\0*"sv, "II+\0"sv, "MM\0+"sv})
        if (beginsWith(bytes, magic))
            return ImageFormat::tiff;
    return std::nullopt;
}

core::Result<RasterInfo> readImageInfo(std::span<const std::byte> bytes) {
    const auto format = imageFormat(bytes);
    if (!format)
        return core::failure(core::ErrorCode::notRecognised);
    switch (*format) {
    case ImageFormat::png:
        return PngDecoder(bytes).readHeader();
    case ImageFormat::jpeg:
        return JpegDecoder(bytes).readHeader();
    case ImageFormat::tiff:
        break;
    }
    return TiffDecoder(bytes).readHeader();
}

core::Result<Image> decodeImage(std::span<const std::byte> bytes, std::uint64_t pixelLimit) {
    const auto format = imageFormat(bytes);
    if (!format)
        return core::failure(core::ErrorCode::notRecognised);
    switch (*format) {
    case ImageFormat::png:
        return decodeWith<PngDecoder>(bytes, pixelLimit);
    case ImageFormat::jpeg:
        return decodeWith<JpegDecoder>(bytes, pixelLimit);
    case ImageFormat::tiff:
        break;
    }
    return decodeWith<TiffDecoder>(bytes, pixelLimit);
}

} // namespace pleurascope::imaging
