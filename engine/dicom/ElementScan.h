// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

namespace pleurascope::dicom {

/// Where things lie in a DICOM file (PS3.10 7.1, PS3.5 7), found by walking over the elements' headers
/// without reading values.
struct FileLayout {
    bool hasPreamble = false;
    bool isPreambleEmpty = true; ///< all zero; programs and TIFF files hide in other ones (CVE-2019-11687)
    bool hasMetaHeader = false;
    std::string transferSyntaxUid; ///< as in the meta header; empty without one
    bool isWholeSeen = false;      ///< the walk reached the file's end: what it did not find is not there
    bool hasPixelData = false;
    std::uint64_t encapsulatedBytes = 0;        ///< of all fragments
    std::span<const std::byte> firstFragment{}; ///< of encapsulated pixel data, after the offset table
};

/// Walks over the file before DCMTK sees it. What DCMTK would answer with gigabytes or a lost stack is
/// refused here: element lengths beyond the file (truncated), sequences nested too deep (limitExceeded).
/// Oddities that DCMTK copes with end the walk in silence. Errors: notRecognised, truncated, limitExceeded.
[[nodiscard]] core::Result<FileLayout> scanElements(std::span<const std::byte> bytes);

} // namespace pleurascope::dicom
