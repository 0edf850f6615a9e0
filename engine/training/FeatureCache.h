// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::training {

/// Rows of frozen networks kept on disk between runs, by content: a key is the SHA-256 of all that a row
/// follows from. Bounded: what was not used for longest goes. Two programs may use one folder: entries are
/// written aside and renamed, and one that is damaged counts as missing. A cache that cannot be written is
/// one that keeps nothing. Used from two threads: find() from one, put() from the other.
class FeatureCache {
public:
    static constexpr std::uint64_t defaultLimit = std::uint64_t(4) << 30;

    /// Takes the folder's present size; a folder that is not there is made at the first put().
    explicit FeatureCache(std::filesystem::path folder, std::uint64_t limit = defaultLimit);

    /// The row, `bytes` long, or nothing.
    [[nodiscard]] std::vector<std::byte> find(const std::string& key, std::size_t bytes) const;
    void put(const std::string& key, std::span<const std::byte> row);

private:
    [[nodiscard]] std::filesystem::path fileOf(const std::string& key) const;
    void makeRoom();

    std::filesystem::path m_folder;
    std::uint64_t m_limit;
    std::uint64_t m_size = 0;    ///< of all entries, as far as this program knows
    std::uint64_t m_written = 0; ///< running number for names of files written aside
};

} // namespace pleurascope::training
