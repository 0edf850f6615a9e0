// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/SharedBytes.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace pleurascope::dicom {

/// Inflates raw deflate (RFC 1951, PS3.5 A.5), or zlib's form of it, which some write. What inflates beyond
/// `limit` bytes, or beyond what films ever do, is refused before the memory for it is taken. A stream that
/// ends early gives what was there. Errors: damaged, limitExceeded.
[[nodiscard]] core::Result<core::SharedBytes> inflated(std::span<const std::byte> deflated,
                                                       std::uint64_t limit);

} // namespace pleurascope::dicom
