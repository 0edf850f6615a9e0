// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/ElementCursor.h"

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace pleurascope::dicom {

namespace {

std::uint32_t readNumber(std::span<const std::byte> bytes, std::uint64_t offset, int size, bool bigEndian) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) {
        const int shift = 8 * (bigEndian ? size - 1 - i : i);
        value |= std::to_integer<std::uint32_t>(bytes[std::size_t(offset) + std::size_t(i)]) << shift;
    }
    return value;
}

/// Two bytes of length for the VRs of old, four after two that are reserved for all others, known or to come
/// (PS3.5 7.1.2).
bool hasLongLength(std::array<char, 2> vr) {
    constexpr std::array<std::string_view, 21> shortOnes{"AE", "AS", "AT", "CS", "DA", "DS", "DT",
                                                         "FL", "FD", "IS", "LO", "LT", "PN", "SH",
                                                         "SL", "SS", "ST", "TM", "UI", "UL", "US"};
    return std::find(shortOnes.begin(), shortOnes.end(), std::string_view(vr.data(), 2)) == shortOnes.end();
}

} // namespace

bool isVrLetters(std::span<const std::byte> twoBytes) {
    return std::all_of(twoBytes.begin(), twoBytes.end(),
                       [](std::byte b) { return b >= std::byte('A') && b <= std::byte('Z'); });
}

std::optional<ElementHeader> elementAt(std::span<const std::byte> bytes, std::uint64_t offset,
                                       Encoding encoding) {
    if (offset + 8 > bytes.size())
        return std::nullopt;
    ElementHeader header;
    header.group = std::uint16_t(readNumber(bytes, offset, 2, encoding.bigEndian));
    header.element = std::uint16_t(readNumber(bytes, offset + 2, 2, encoding.bigEndian));
    const bool isDelimiter = header.group == 0xfffe;
    if (isDelimiter || !encoding.explicitVr) {
        header.length = readNumber(bytes, offset + 4, 4, encoding.bigEndian);
        header.valueOffset = offset + 8;
        return header;
    }
    if (!isVrLetters(bytes.subspan(std::size_t(offset) + 4, 2)))
        return std::nullopt;
    header.vr = {std::to_integer<char>(bytes[std::size_t(offset) + 4]),
                 std::to_integer<char>(bytes[std::size_t(offset) + 5])};
    if (!hasLongLength(header.vr)) {
        header.length = readNumber(bytes, offset + 6, 2, encoding.bigEndian);
        header.valueOffset = offset + 8;
        return header;
    }
    if (offset + 12 > bytes.size())
        return std::nullopt;
    header.length = readNumber(bytes, offset + 8, 4, encoding.bigEndian);
    header.valueOffset = offset + 12;
    return header;
}

Encoding guessEncoding(std::span<const std::byte> bytes, std::uint64_t offset) {
    if (offset + 8 > bytes.size())
        return {};
    // groups of the first element are small: 0008 reads as 0800 the wrong way round
    const bool bigEndian =
        readNumber(bytes, offset, 2, false) > 0xff && readNumber(bytes, offset, 2, true) <= 0xff;
    return {isVrLetters(bytes.subspan(std::size_t(offset) + 4, 2)), bigEndian};
}

std::string tagName(const ElementHeader& header) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%04X,%04X", header.group, header.element);
    return text.data();
}

} // namespace pleurascope::dicom
