// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/elements/ElementScan.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pleurascope::dicom {

using FragmentSpan = std::span<const std::byte>;

/// The items of encapsulated pixel data, PS3.5 A.4.
struct Fragments {
    FragmentSpan offsetTable;          ///< the first item, may be empty: 32 bits a frame
    std::vector<FragmentSpan> items;   ///< without the offset table
    std::vector<std::uint64_t> starts; ///< of their item tags, from the first one's
    bool isCutShort = false;           ///< the file ends inside, or without the delimiter
};

/// Walks over the items of `layout`'s pixel data. What lies beyond the file's end is left out.
[[nodiscard]] Fragments readFragments(std::span<const std::byte> bytes, const FileLayout& layout);

/// The fragments of one frame: by the Extended or Basic Offset Table, one a frame, or by where codestreams
/// start. Errors: truncated (fewer frames than announced), damaged (no way of telling).
[[nodiscard]] core::Result<std::vector<FragmentSpan>>
fragmentsOfFrame(const Fragments& fragments, FragmentSpan extendedOffsets, int frames, int frame);

/// The fragments of a frame in one piece: itself where there is one, else copied to `memory`.
[[nodiscard]] FragmentSpan joined(const std::vector<FragmentSpan>& fragments, std::vector<std::byte>& memory);

/// True where a JPEG, JPEG-LS or JPEG 2000 codestream (or a JP2 file) begins.
[[nodiscard]] bool beginsCodestream(FragmentSpan bytes);

} // namespace pleurascope::dicom
