// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/Result.h"

#include <filesystem>
#include <string>

namespace pleurascope::imaging {

/// Writes a picture (u8, 1 or 3 channels) as a TIFF file, deflated without loss, with a description
/// (TIFF 6.0, tag 270) and nothing else that tells where it comes from. Written aside, then renamed. Errors:
/// diskFull, writeFailed.
[[nodiscard]] core::Result<void> writeTiff(const std::filesystem::path& path,
                                           const core::PixelBuffer& picture, const std::string& description);

} // namespace pleurascope::imaging
