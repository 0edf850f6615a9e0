// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/core/Result.h"

#include <memory>
#include <span>
#include <string>
#include <vector>

struct zip;

namespace pleurascope::intake {

[[nodiscard]] bool looksLikeArchive(std::span<const std::byte> bytes);

/// A ZIP file that lies in memory, members unfolded in memory, too. What it claims is checked: at most
/// 20,000 members, of at most 2 GiB each, and beyond 16 MiB at most 200 bytes for each byte that is packed.
/// `bytes` must outlive it.
class FilmArchive {
public:
    /// Errors: damaged, limitExceeded, outOfMemory.
    [[nodiscard]] static core::Result<FilmArchive> open(std::span<const std::byte> bytes);

    /// Names of what may be films, sorted, each once: folders and hidden files are left out. Text is UTF-8.
    /// Errors: limitExceeded.
    [[nodiscard]] core::Result<std::vector<std::string>> members() const;

    /// Errors: fileNotFound, unsupportedFormat (encrypted, or packed in a way that is not known),
    /// limitExceeded, damaged, outOfMemory.
    [[nodiscard]] core::Result<core::Bytes> read(const std::string& member) const;

private:
    struct Discard {
        void operator()(::zip* archive) const;
    };
    explicit FilmArchive(::zip* archive)
        : m_archive(archive) {}

    std::unique_ptr<::zip, Discard> m_archive;
};

} // namespace pleurascope::intake
