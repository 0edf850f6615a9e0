// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace pleurascope::core {

/// Bytes and what keeps them alive: the heap or a mapping. Without an owner they live as long as the call
/// that they are handed to.
struct SharedBytes {
    std::span<const std::byte> bytes;
    std::shared_ptr<const void> owner;
};

/// A file mapped into memory, read only. Another program that shrinks the file meanwhile ends this process:
/// for files that nobody else writes, or in a process that may die. Errors: fileNotFound, fileUnreadable.
[[nodiscard]] Result<SharedBytes> mapFile(const std::filesystem::path& path);

} // namespace pleurascope::core
