// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ContentDigest.h"

#include "engine/core/Sha256.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <vector>

namespace pleurascope::reading {

namespace {

constexpr std::int64_t startBytes = 65'536;
constexpr std::int64_t sampleCount = 16;
constexpr std::int64_t sampleBytes = 4096;

/// Where the data set begins: behind the meta header, whose first element (0002,0000) says how long it is. 0
/// where there is no such header.
std::int64_t dataSetStart(std::ifstream& file) {
    constexpr std::size_t marker = 128;
    constexpr std::size_t firstElement = marker + 4;
    constexpr std::size_t value = firstElement + 8;
    std::array<unsigned char, value + 4> head{};
    file.read(reinterpret_cast<char*>(head.data()), head.size());
    if (!file)
        return 0;
    constexpr std::array<unsigned char, 12> groupLength{'D', 'I', 'C', 'M', 2, 0, 0, 0, 'U', 'L', 4, 0};
    if (!std::equal(groupLength.begin(), groupLength.end(), head.begin() + marker))
        return 0;
    std::int64_t length = 0;
    for (std::size_t i = 4; i-- > 0;)
        length = length * 256 + head[value + i];
    return std::int64_t(head.size()) + length;
}

void addBytes(core::Sha256& digest, std::ifstream& file, std::int64_t offset, std::int64_t count) {
    std::vector<char> bytes(static_cast<std::size_t>(count));
    file.clear();
    file.seekg(offset);
    file.read(bytes.data(), count);
    digest.add(std::string_view(bytes.data(), std::size_t(file.gcount())));
}

} // namespace

std::string contentDigest(const std::filesystem::path& path) {
    std::error_code code;
    const auto fileSize = std::int64_t(std::filesystem::file_size(path, code));
    std::ifstream file(path, std::ios::binary);
    if (code || !file)
        return {};
    const std::int64_t start = std::min(dataSetStart(file), fileSize);
    const std::int64_t length = fileSize - start;
    core::Sha256 digest;
    digest.add(std::to_string(length) + ":");
    addBytes(digest, file, start, std::min(startBytes, length));
    for (std::int64_t i = 1; i <= sampleCount && length > startBytes; ++i)
        addBytes(digest, file, start + (length - sampleBytes) * i / sampleCount, sampleBytes);
    return digest.finish();
}

} // namespace pleurascope::reading
