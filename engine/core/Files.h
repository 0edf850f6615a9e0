// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::core {

using Bytes = std::vector<std::byte>;

/// The whole file. Errors: fileNotFound, fileUnreadable, limitExceeded (larger than `limit` bytes).
[[nodiscard]] Result<Bytes> readFile(const std::filesystem::path& path, std::uint64_t limit = std::uint64_t(4)
                                                                                              << 30);
[[nodiscard]] Result<std::string> readText(const std::filesystem::path& path,
                                           std::uint64_t limit = std::uint64_t(256) << 20);

/// Writes aside (same folder), syncs file and folder, renames: after a crash there is the old file or the new
/// one, whole. On failure the old file is untouched and nothing is left beside it. Errors: diskFull,
/// writeFailed.
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path,
                                               std::span<const std::byte> bytes);
[[nodiscard]] Result<void> writeFileAtomically(const std::filesystem::path& path, std::string_view text);

/// A file that was written aside, in the same folder, onto the disk and under its name. Errors: diskFull,
/// writeFailed.
[[nodiscard]] Result<void> putInPlace(const std::filesystem::path& aside, const std::filesystem::path& path);

/// All of the bytes into an open file; 0 or the errno.
[[nodiscard]] int writeAll(int fd, std::span<const std::byte> bytes);

/// Creates the folder and its parents. Errors: diskFull, writeFailed.
[[nodiscard]] Result<void> createFolders(const std::filesystem::path& path);

/// An errno of a failed read or write as an Error that names the file.
[[nodiscard]] Error errorFromErrno(int errnoValue, const std::filesystem::path& path, bool writing);

} // namespace pleurascope::core
