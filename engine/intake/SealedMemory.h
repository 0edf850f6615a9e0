// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Descriptor.h"
#include "engine/core/Result.h"

#include <cstddef>
#include <memory>
#include <span>

namespace pleurascope::intake {

/// Where the parts of a message's memory begin: on multiples of this.
constexpr std::size_t memoryAlignment = 8;
[[nodiscard]] constexpr std::uint64_t alignedInMemory(std::uint64_t offset) {
    return (offset + memoryAlignment - 1) / memoryAlignment * memoryAlignment;
}

/// An empty memfd that can be sealed. Errors: outOfMemory.
[[nodiscard]] core::Result<core::Descriptor> newMemory();

/// Writes `bytes` at `offset`, which may lie beyond the end. Errors: outOfMemory.
[[nodiscard]] core::Result<void> writeMemory(const core::Descriptor& file, std::uint64_t offset,
                                             std::span<const std::byte> bytes);

/// From now on it can no longer be written, grown or shrunk (F_SEAL_*). Nobody may have it mapped for
/// writing. Errors: outOfMemory.
[[nodiscard]] core::Result<void> sealMemory(const core::Descriptor& file);

/// A sealed memfd, mapped read-only without a copy as long as `owner` lives.
struct MappedMemory {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

/// The sender is not believed: what is no memfd, is not sealed, or is empty is refused. Errors:
/// readerCrashed, outOfMemory.
[[nodiscard]] core::Result<MappedMemory> mapSealedMemory(const core::Descriptor& file);

} // namespace pleurascope::intake
