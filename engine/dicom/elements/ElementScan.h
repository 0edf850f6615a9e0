// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/elements/ElementCursor.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// Where things lie in a DICOM file (PS3.10 7.1, PS3.5 7), found by walking over the elements' headers
/// without reading values. The walk ends at the pixel data.
struct FileLayout {
    bool hasPreamble = false;
    bool isPreambleEmpty = true; ///< all zero; programs and TIFF files hide in other ones (CVE-2019-11687)
    bool hasMetaHeader = false;
    std::string transferSyntaxUid;   ///< as in the meta header; empty without one
    Encoding encoding;               ///< of the data set
    std::uint64_t dataSetOffset = 0; ///< after the meta header
    std::uint64_t dataSetEnd = 0;    ///< where the walk ended: all before was looked at
    bool isWholeSeen = false; ///< the walk reached the pixel data or the file's end: it did not lose its way
    std::optional<ElementHeader> pixelData{};  ///< (7FE0,0008), (7FE0,0009) or (7FE0,0010)
    std::vector<ElementHeader> opaque{};       ///< UN of a standard tag, with bytes that are no items
    std::span<const std::byte> frameOffsets{}; ///< Extended Offset Table (7FE0,0001), 64 bits a frame
    [[nodiscard]] bool hasPixelData() const { return pixelData.has_value(); }
    /// Deflated Explicit VR Little Endian: there is nothing to walk over before it is inflated, PS3.5 A.5.
    [[nodiscard]] bool isDeflated() const { return transferSyntaxUid == "1.2.840.10008.1.2.1.99"; }
    [[nodiscard]] bool isEncapsulated() const { return pixelData && pixelData->length == undefinedLength; }
};

/// How far a walk goes: to where the pixel data begin, or over them to the end, for whoever gives all of the
/// file to DCMTK.
enum class ScanExtent : std::uint8_t { toPixelData, wholeFile };

/// What becomes of items and sequences that announce more than the file has: an error, or they end with the
/// file. A value that is not all there is always an error.
enum class OpenEnds : std::uint8_t { refused, taken };

/// Walks over the file before DCMTK sees it. What DCMTK would answer with gigabytes or a lost stack is
/// refused here: element lengths beyond the file (truncated), sequences nested too deep (limitExceeded).
/// Pixel data may be shorter than they say where the walk ends at them. Where something is no element the
/// walk ends without an error, isWholeSeen is false, and DCMTK is to be given what lies before dataSetEnd.
/// Errors: notRecognised, truncated, limitExceeded.
[[nodiscard]] core::Result<FileLayout> scanElements(std::span<const std::byte> bytes,
                                                    ScanExtent extent = ScanExtent::toPixelData,
                                                    OpenEnds openEnds = OpenEnds::refused);

/// The same for a data set alone, from its first element on, as an inflated one is.
[[nodiscard]] core::Result<FileLayout> scanDataSet(std::span<const std::byte> bytes,
                                                   ScanExtent extent = ScanExtent::toPixelData,
                                                   OpenEnds openEnds = OpenEnds::refused);

} // namespace pleurascope::dicom
