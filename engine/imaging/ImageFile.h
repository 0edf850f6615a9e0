// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/imaging/Display.h"

#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

namespace pleurascope::imaging {

enum class ImageFormat : std::uint8_t { png, jpeg, tiff };

/// Told by the first bytes (magic numbers).
[[nodiscard]] std::optional<ImageFormat> imageFormat(std::span<const std::byte> bytes);

/// What an image file's header says. `channels` 1 or 3 and `bits` 8 or 16 are what decodeImage() makes of it,
/// before equal channels are found.
struct RasterInfo {
    int width = 0;
    int height = 0;
    int channels = 1;
    int bits = 8;
};

/// The header alone. Errors as decodeImage().
[[nodiscard]] core::Result<RasterInfo> readImageInfo(std::span<const std::byte> bytes);

/// PNG, JPEG or TIFF, told by its first bytes. Grey (8 or 16 bits) or RGB (8 bits); alpha is dropped,
/// palettes are expanded, a colour file whose channels are all equal comes back as grey. Errors:
/// notRecognised, truncated, damaged, unsupportedFormat, limitExceeded (more than `pixelLimit` pixels or
/// core::decodedLimit() bytes, checked before memory is taken). 8-bit grey films carry the window that shows
/// them as they are; 16-bit ones carry none (the automatic one is used). Runs in the isolated reader: hostile
/// files are expected.
[[nodiscard]] core::Result<Image> decodeImage(std::span<const std::byte> bytes,
                                              std::uint64_t pixelLimit = 400'000'000);

/// u8 or u16, 1 or 3 channels. `text` entries become tEXt chunks (used for the notice on exports). Errors:
/// diskFull, writeFailed.
[[nodiscard]] core::Result<void> writePng(const std::filesystem::path& path, const core::PixelBuffer& pixels,
                                          const std::vector<std::pair<std::string, std::string>>& text = {});

} // namespace pleurascope::imaging
