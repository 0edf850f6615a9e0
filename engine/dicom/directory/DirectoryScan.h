// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace pleurascope::dicom {

/// Where the items of the Directory Record Sequence (0004,1220) begin, in bytes from the file's start, in the
/// file's order: records refer to one another by these offsets (PS3.3 F.3.2.2), which DCMTK does not keep.
/// Empty where the elements cannot be walked.
[[nodiscard]] std::vector<std::uint64_t> recordOffsets(std::span<const std::byte> bytes);

} // namespace pleurascope::dicom
