// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/imaging/Display.h"

#include <filesystem>

namespace pleurascope::imaging {

/// PNG, JPEG or TIFF, told by its first bytes. Grey (8 or 16 bits) or RGB (8 bits); alpha is dropped, palettes are expanded,
/// a colour file whose channels are all equal comes back as grey. Errors: notRecognised, truncated, damaged,
/// unsupportedFormat, limitExceeded (more than `pixelLimit` pixels, checked before memory is taken).
/// Runs in the isolated reader: hostile files are expected.
[[nodiscard]] core::Result<Image> decodeImage(std::span<const std::byte> bytes, std::uint64_t pixelLimit = 400'000'000);

/// u8 or u16, 1 or 3 channels. `text` entries become tEXt chunks (used for the notice on exports). Errors: diskFull, writeFailed.
[[nodiscard]] core::Result<void> writePng(const std::filesystem::path& path, const core::PixelBuffer& pixels,
                                          const std::vector<std::pair<std::string, std::string>>& text = {});

} // namespace pleurascope::imaging
