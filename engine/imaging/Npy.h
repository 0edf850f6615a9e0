// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/Result.h"

#include <filesystem>

namespace pleurascope::imaging {

/// Writes a one-channel f32 buffer as NumPy 1.0 `.npy`, `<f4`, C order, shape (h, w). Errors: diskFull,
/// writeFailed.
[[nodiscard]] core::Result<void> writeNpy(const std::filesystem::path& path, const core::PixelBuffer& map);

} // namespace pleurascope::imaging
