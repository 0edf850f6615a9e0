// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/FeatureCache.h"

#include "engine/core/Files.h"
#include "engine/core/Sha256.h"

#include <algorithm>
#include <fstream>
#include <unistd.h>

namespace pleurascope::training {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t digestLength = 64;
/// How full the cache is left when room was made, so that this is not done for every entry.
constexpr double leftFull = 0.9;

struct Entry {
    fs::path path;
    std::uint64_t size = 0;
    fs::file_time_type used;
};

/// Files may come and go meanwhile: what cannot be looked at is left out.
std::vector<Entry> entriesOf(const fs::path& folder) {
    std::vector<Entry> entries;
    std::error_code problem;
    for (fs::recursive_directory_iterator next(folder, problem), end; !problem && next != end;
         next.increment(problem)) {
        std::error_code ofEntry;
        if (!next->is_regular_file(ofEntry) || ofEntry)
            continue;
        const auto size = next->file_size(ofEntry);
        const auto used = ofEntry ? fs::file_time_type{} : next->last_write_time(ofEntry);
        if (!ofEntry)
            entries.push_back({next->path(), size, used});
    }
    return entries;
}

std::uint64_t sizeOf(const std::vector<Entry>& entries) {
    std::uint64_t size = 0;
    for (const auto& entry : entries)
        size += entry.size;
    return size;
}

} // namespace

FeatureCache::FeatureCache(fs::path folder, std::uint64_t limit)
    : m_folder(std::move(folder))
    , m_limit(limit)
    , m_size(sizeOf(entriesOf(m_folder))) {}

fs::path FeatureCache::fileOf(const std::string& key) const {
    return m_folder / key.substr(0, 2) / key.substr(2);
}

/// An entry is the SHA-256 of the row in hexadecimal digits, then the row.
std::vector<std::byte> FeatureCache::find(const std::string& key, std::size_t bytes) const {
    const auto path = fileOf(key);
    auto content = core::readFile(path, digestLength + bytes);
    if (!content || content->size() != digestLength + bytes)
        return {};
    const std::string told(reinterpret_cast<const char*>(content->data()), digestLength);
    content->erase(content->begin(), content->begin() + digestLength);
    if (core::sha256(std::span<const std::byte>(*content)) != told)
        return {};
    std::error_code ignored; // a time that cannot be set makes the entry go earlier, no more
    fs::last_write_time(path, fs::file_time_type::clock::now(), ignored);
    return std::move(*content);
}

void FeatureCache::put(const std::string& key, std::span<const std::byte> row) {
    const auto path = fileOf(key);
    std::error_code problem;
    fs::create_directories(path.parent_path(), problem);
    const auto aside =
        path.parent_path() / ("." + std::to_string(::getpid()) + "-" + std::to_string(++m_written) + ".part");
    {
        std::ofstream file(aside, std::ios::binary);
        file << core::sha256(row);
        file.write(reinterpret_cast<const char*>(row.data()), static_cast<std::streamsize>(row.size()));
        if (!file.flush()) {
            file.close();
            fs::remove(aside, problem);
            return;
        }
    }
    // Not synced: an entry that a crash leaves torn is found out by its digest.
    fs::rename(aside, path, problem);
    if (problem) {
        fs::remove(aside, problem);
        return;
    }
    m_size += digestLength + row.size();
    if (m_size > m_limit)
        makeRoom();
}

void FeatureCache::makeRoom() {
    auto entries = entriesOf(m_folder);
    m_size = sizeOf(entries);
    std::ranges::sort(entries, {}, &Entry::used);
    const auto goal = static_cast<std::uint64_t>(leftFull * static_cast<double>(m_limit));
    for (const auto& entry : entries) {
        if (m_size <= goal)
            return;
        std::error_code problem;
        if (fs::remove(entry.path, problem))
            m_size -= entry.size;
    }
}

} // namespace pleurascope::training
