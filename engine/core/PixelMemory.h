// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>

namespace pleurascope::core {

/// Memory for `bytes` bytes of pixels that are about to be made: not cleared, aligned for every sample type.
/// Where it is large it comes in huge pages: faulting small ones in takes longer than filling them. Faulting
/// in huge ones takes as long, so of what was let go 64 MiB are kept for the next pixels. Throws
/// std::bad_alloc.
[[nodiscard]] std::shared_ptr<std::byte[]> newPixelMemory(std::size_t bytes);

/// Puts another source in its place, or this one back with an empty one: the isolated reader has its
/// films made in memory that its client can map. Set it while nobody makes pixels. The source may be called
/// from any thread.
using PixelMemorySource = std::function<std::shared_ptr<std::byte[]>(std::size_t bytes)>;
void setPixelMemorySource(PixelMemorySource source);

} // namespace pleurascope::core
