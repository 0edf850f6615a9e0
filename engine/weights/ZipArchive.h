// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"

#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

struct zip;

namespace pleurascope::weights {

/// A ZIP archive of stored entries, open for reading: what a model file is packed in, ours and Keras' alike.
/// A compressed entry is refused, so nothing unfolds to more than the file's own size.
class ZipArchive {
public:
    /// `unsound` is the code for an archive that breaks the format. Errors: fileNotFound, fileUnreadable,
    /// truncated, `unsound`.
    [[nodiscard]] static core::Result<ZipArchive> open(const std::filesystem::path& path,
                                                       core::ErrorCode unsound);

    /// The same of an archive in memory, which stays in place as long as this one. Errors: truncated,
    /// `unsound`.
    [[nodiscard]] static core::Result<ZipArchive> open(std::span<const std::byte> bytes,
                                                       core::ErrorCode unsound);

    [[nodiscard]] bool has(const std::string& name) const;
    /// The whole entry, CRC checked. Errors: `unsound` (missing, compressed, encrypted), limitExceeded,
    /// truncated.
    [[nodiscard]] core::Result<core::Bytes> entry(const std::string& name, std::uint64_t limit) const;

private:
    struct Discard {
        void operator()(::zip* archive) const;
    };
    ZipArchive(::zip* archive, std::uint64_t size, core::ErrorCode unsound)
        : m_archive(archive)
        , m_size(size)
        , m_unsound(unsound) {}

    std::unique_ptr<::zip, Discard> m_archive;
    std::uint64_t m_size; ///< of the file
    core::ErrorCode m_unsound;
};

/// An entry to be written; the bytes are another's.
struct ZipEntry {
    std::string name;
    std::span<const std::byte> bytes;
};

/// An archive of stored entries, all dated 1980-01-01: the same entries give the same bytes. Made in memory
/// so that the file itself can be written aside and renamed. Errors: outOfMemory, internal.
[[nodiscard]] core::Result<core::Bytes> zipBytes(const std::vector<ZipEntry>& entries);

} // namespace pleurascope::weights
