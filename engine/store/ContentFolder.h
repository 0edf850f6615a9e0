// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::store {

/// A file that a library keeps a copy of.
struct KeptFile {
    std::filesystem::path path; ///< of the copy
    std::string sha256;
};

/// Copies of files under the SHA-256 of their content: "ab/abcd...". The same content is kept once, whatever
/// its names; a copy is never changed. Thread-safe.
class ContentFolder {
public:
    explicit ContentFolder(std::filesystem::path folder)
        : m_folder(std::move(folder)) {}

    /// Copies each file, hashing as it reads, by two threads; when this has returned, what was copied is on
    /// the disk. One result a file, in order. Errors: fileNotFound, fileUnreadable, writeFailed, diskFull.
    [[nodiscard]] std::vector<core::Result<KeptFile>>
    keep(std::span<const std::filesystem::path> files) const;
    /// Deletes copies; paths outside the folder are left alone. How many went.
    int remove(std::span<const std::string> paths) const;

private:
    [[nodiscard]] core::Result<KeptFile> keepOne(const std::filesystem::path& file) const;
    [[nodiscard]] core::Result<void> sync() const;

    std::filesystem::path m_folder;
};

} // namespace pleurascope::store
