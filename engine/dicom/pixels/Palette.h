// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/Result.h"
#include "engine/dicom/elements/AttributeReader.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// The three colour tables of a PALETTE COLOR image (PS3.3 C.7.6.3.1.5 and .6), 8 bits an entry. Stored
/// values below `firstMapped` take the first entry, those above the last one.
struct Palette {
    std::int32_t firstMapped = 0;
    std::array<std::vector<std::uint8_t>, 3> tables; ///< red, green, blue; never empty, may differ in length

    /// `indices` (H, W, 1) of 8, 16 or 32 bits as RGB, (H, W, 3) u8.
    [[nodiscard]] core::PixelBuffer apply(const core::PixelBuffer& indices) const;
};

/// Plain and segmented tables (C.7.9.2), 8 bits in bytes or words, 16 bits by their real maximum. A table
/// that ends early repeats its last entry, with a line in `assumptions`. Errors: damaged.
[[nodiscard]] core::Result<Palette> readPalette(AttributeReader& attributes, bool isIndexSigned,
                                                std::vector<std::string>& assumptions);

} // namespace pleurascope::dicom
