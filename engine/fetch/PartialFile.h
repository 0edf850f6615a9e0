// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"

namespace pleurascope::fetch {

/// What has come of a download so far: `TARGET.part`, and `TARGET.part.json` with the address that it comes
/// from and the server's mark of that version. Held by one process at a time. Stays when it is left
/// unfinished, so that the rest can be fetched later.
class PartialFile {
public:
    /// Opens what is there, or begins. What came from another address, or bears no mark, is thrown away.
    /// Errors: inUse, diskFull, writeFailed.
    [[nodiscard]] static core::Result<PartialFile> open(const std::filesystem::path& target, std::string url);

    PartialFile(PartialFile&& other) noexcept;
    PartialFile& operator=(PartialFile&&) = delete;
    ~PartialFile();

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    /// A strong ETag or a date for If-Range; empty if there is nothing to go on from.
    [[nodiscard]] const std::string& mark() const { return m_mark; }

    /// Begins anew, of the version that bears `mark`.
    [[nodiscard]] core::Result<void> restart(std::string mark);
    [[nodiscard]] core::Result<void> append(std::span<const std::byte> bytes);
    /// The file, synced.
    [[nodiscard]] core::Result<std::filesystem::path> content() const;
    /// Becomes the target. Nothing else may be called afterwards.
    [[nodiscard]] core::Result<void> finish();
    void discard();

private:
    PartialFile(int descriptor, std::filesystem::path target, std::string url);
    void recall();
    [[nodiscard]] std::filesystem::path part() const;
    [[nodiscard]] std::filesystem::path note() const;

    int m_descriptor;
    std::filesystem::path m_target;
    std::string m_url;
    std::string m_mark;
    std::uint64_t m_size = 0;
};

} // namespace pleurascope::fetch
