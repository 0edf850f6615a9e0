// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ContentDigest.h"

#include "engine/core/Sha256.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <string_view>
#include <vector>

namespace pleurascope::intake {

namespace {

constexpr std::int64_t startBytes = 65'536;
constexpr std::int64_t sampleCount = 16;
constexpr std::int64_t sampleBytes = 4096;

/// Where the data set begins: behind the meta header, whose first element (0002,0000) says how long it is. 0
/// where `beginning` is of no such header.
std::int64_t dataSetStart(std::string_view beginning) {
    constexpr std::string_view groupLength{"DICM\2\0\0\0UL\4\0", 12};
    constexpr std::size_t marker = 128;
    constexpr std::size_t value = marker + groupLength.size();
    if (beginning.size() < value + 4 || beginning.substr(marker, groupLength.size()) != groupLength)
        return 0;
    std::int64_t length = 0;
    for (std::size_t i = 4; i-- > 0;)
        length = length * 256 + std::uint8_t(beginning[value + i]);
    return std::int64_t(value + 4) + length;
}

/// `part(offset, count)` gives bytes of the file, as many as there are.
template <class Part>
std::string digestOf(std::int64_t fileSize, Part&& part) {
    const std::int64_t start = std::min(dataSetStart(part(0, 144)), fileSize);
    const std::int64_t length = fileSize - start;
    core::Sha256 digest;
    digest.add(std::to_string(length) + ":");
    digest.add(part(start, std::min(startBytes, length)));
    for (std::int64_t i = 1; i <= sampleCount && length > startBytes; ++i)
        digest.add(part(start + (length - sampleBytes) * i / sampleCount, sampleBytes));
    return digest.finish();
}

} // namespace

std::string contentDigest(const std::filesystem::path& path) {
    std::error_code code;
    const auto fileSize = std::int64_t(std::filesystem::file_size(path, code));
    std::ifstream file(path, std::ios::binary);
    if (code || !file)
        return {};
    std::vector<char> bytes(startBytes);
    return digestOf(fileSize, [&](std::int64_t offset, std::int64_t count) {
        file.clear();
        file.seekg(offset);
        file.read(bytes.data(), count);
        return std::string_view(bytes.data(), std::size_t(file.gcount()));
    });
}

std::string contentDigest(std::span<const std::byte> bytes) {
    const std::string_view all(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return digestOf(std::int64_t(all.size()), [&](std::int64_t offset, std::int64_t count) {
        return all.substr(std::size_t(offset), std::size_t(count));
    });
}

} // namespace pleurascope::intake
