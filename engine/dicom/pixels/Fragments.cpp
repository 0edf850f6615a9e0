// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/Fragments.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;

std::vector<std::uint64_t> littleEndianNumbers(FragmentSpan bytes, std::size_t size) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t i = 0; i + size <= bytes.size(); i += size) {
        std::uint64_t number = 0;
        for (std::size_t k = 0; k < size; ++k)
            number |= std::to_integer<std::uint64_t>(bytes[i + k]) << (8 * k);
        numbers.push_back(number);
    }
    return numbers;
}

/// Index of the first fragment of each frame; empty where the offsets do not point at items in order.
std::vector<std::size_t> firstFragments(const Fragments& fragments, const std::vector<std::uint64_t>& offsets,
                                        int frames) {
    std::vector<std::size_t> firsts;
    if (offsets.size() != std::size_t(frames))
        return firsts;
    for (const auto offset : offsets) {
        const auto found = std::lower_bound(fragments.starts.begin(), fragments.starts.end(), offset);
        const auto index = std::size_t(found - fragments.starts.begin());
        if (found == fragments.starts.end() || *found != offset ||
            (!firsts.empty() && index <= firsts.back()))
            return {};
        firsts.push_back(index);
    }
    return firsts;
}

std::vector<std::size_t> codestreamStarts(const Fragments& fragments) {
    std::vector<std::size_t> firsts;
    for (std::size_t i = 0; i < fragments.items.size(); ++i)
        if (beginsCodestream(fragments.items[i]))
            firsts.push_back(i);
    return firsts;
}

std::vector<std::size_t> frameStarts(const Fragments& fragments, FragmentSpan extendedOffsets, int frames) {
    auto firsts = firstFragments(fragments, littleEndianNumbers(extendedOffsets, 8), frames);
    if (firsts.empty())
        firsts = firstFragments(fragments, littleEndianNumbers(fragments.offsetTable, 4), frames);
    if (firsts.empty()) {
        firsts = codestreamStarts(fragments);
        if (firsts.empty() || firsts.front() != 0)
            return {};
    }
    return firsts;
}

} // namespace

bool beginsCodestream(FragmentSpan bytes) {
    constexpr std::array<std::string_view, 3> starts{"\xff\xd8\xff", "\xff\x4f\xff\x51", // SOI; SOC, SIZ
                                                     std::string_view("\0\0\0\x0cjP", 6)};
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()),
                                std::min<std::size_t>(bytes.size(), 8));
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) { return text.starts_with(start); });
}

FragmentSpan joined(const std::vector<FragmentSpan>& fragments, std::vector<std::byte>& memory) {
    if (fragments.size() == 1)
        return fragments.front();
    for (const auto fragment : fragments)
        memory.insert(memory.end(), fragment.begin(), fragment.end());
    return memory;
}

Fragments readFragments(std::span<const std::byte> bytes, const FileLayout& layout) {
    Fragments fragments;
    fragments.isCutShort = true;
    std::uint64_t offset = layout.pixelData->valueOffset;
    std::uint64_t origin = 0;
    bool isTable = true;
    while (const auto item = elementAt(bytes, offset, {true, layout.encoding.bigEndian})) {
        if (item->tag() != 0xfffee000) {
            fragments.isCutShort = item->tag() != 0xfffee0dd;
            break;
        }
        const auto left = bytes.size() - std::size_t(item->valueOffset);
        const auto value =
            bytes.subspan(std::size_t(item->valueOffset), std::min<std::size_t>(item->length, left));
        if (isTable) {
            fragments.offsetTable = value;
            origin = item->valueOffset + value.size();
        } else {
            fragments.items.push_back(value);
            fragments.starts.push_back(offset - origin);
        }
        isTable = false;
        if (value.size() < item->length)
            break;
        offset = item->valueOffset + item->length;
    }
    return fragments;
}

core::Result<std::vector<FragmentSpan>>
fragmentsOfFrame(const Fragments& fragments, FragmentSpan extendedOffsets, int frames, int frame) {
    const auto& items = fragments.items;
    if (items.empty())
        return core::failure(ErrorCode::truncated, "the encapsulated pixel data have no fragment");
    if (frames == 1)
        return items;
    const auto index = std::size_t(frame);
    if (items.size() == std::size_t(frames))
        return std::vector{items[index]};
    const auto firsts = frameStarts(fragments, extendedOffsets, frames);
    if (firsts.empty() && items.size() > std::size_t(frames))
        return core::failure(ErrorCode::damaged, std::to_string(items.size()) + " fragments for " +
                                                     std::to_string(frames) +
                                                     " frames without an offset table");
    if (firsts.empty() && index < items.size())
        return std::vector{items[index]};
    if (index >= firsts.size())
        return core::failure(ErrorCode::truncated,
                             "there is no frame " + std::to_string(frame) + " of " + std::to_string(frames));
    const auto end = index + 1 < firsts.size() ? firsts[index + 1] : items.size();
    return std::vector<FragmentSpan>(items.begin() + std::ptrdiff_t(firsts[index]),
                                     items.begin() + std::ptrdiff_t(end));
}

} // namespace pleurascope::dicom
