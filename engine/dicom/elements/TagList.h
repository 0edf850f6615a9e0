// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// One element of a DICOM file, or one item of a sequence, as a line of text.
struct TagLine {
    std::string path; ///< unique in the file: "0010,0010"; "0008,1140[2].0008,1150", items counted from 1
    int depth = 0;    ///< of nested sequences; 0 for the file's own elements
    std::uint16_t group = 0;
    std::uint16_t element = 0;
    std::string vr;           ///< "PN", "SQ"; empty for items
    std::string name;         ///< PS3.6 keyword, or whose private element it is; plain text
    std::uint32_t length = 0; ///< of the value, bytes; for sequences and items as they would be written
    std::string value;        ///< UTF-8, one line, at most 128 bytes; bytes as hexadecimal
    std::string hash;         ///< SHA-256 of the whole value where `value` is only its beginning, else empty

    friend bool operator==(const TagLine&, const TagLine&) = default;
};

/// All elements in the file's order, meta header first, items and their elements after their sequence.
/// Hostile files are expected: run it in the isolated reader. Errors: notRecognised, truncated, damaged,
/// limitExceeded (more than 200,000 lines), outOfMemory.
[[nodiscard]] core::Result<std::vector<TagLine>> readTags(std::span<const std::byte> bytes);

} // namespace pleurascope::dicom
