// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/Result.h"

#include <filesystem>

namespace pleurascope::imaging {

/// Writes samples as NumPy 1.0 `.npy`, in their own type and little-endian, C order, shape (h, w) or, of
/// several channels, (h, w, c). Errors: diskFull, writeFailed.
[[nodiscard]] core::Result<void> writeNpy(const std::filesystem::path& path, const core::PixelBuffer& pixels);

/// The samples as s32 where they are integers (u32 beyond 2^31 - 1 keeps its bits and comes out negative);
/// floating point and colour as they are. What `writeNpy` is given for stored values.
[[nodiscard]] core::PixelBuffer widenedToS32(const core::PixelBuffer& pixels);

} // namespace pleurascope::imaging
