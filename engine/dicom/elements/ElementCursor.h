// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

namespace pleurascope::dicom {

/// How elements are encoded, PS3.5 7.1.
struct Encoding {
    bool explicitVr = true;
    bool bigEndian = false;
};

constexpr std::uint32_t undefinedLength = 0xffffffff;

/// An element's header: tag, VR (two spaces where implicit), length, and where its value begins in the file.
struct ElementHeader {
    std::uint16_t group = 0;
    std::uint16_t element = 0;
    std::array<char, 2> vr{' ', ' '};
    std::uint32_t length = 0;
    std::uint64_t valueOffset = 0;

    [[nodiscard]] std::uint32_t tag() const { return std::uint32_t(group) << 16 | element; }
    [[nodiscard]] bool isVr(const char (&name)[3]) const { return vr[0] == name[0] && vr[1] == name[1]; }
};

[[nodiscard]] bool isVrLetters(std::span<const std::byte> twoBytes);

/// The header at `offset`, or nothing where it does not fit or its VR is none.
[[nodiscard]] std::optional<ElementHeader> elementAt(std::span<const std::byte> bytes, std::uint64_t offset,
                                                     Encoding encoding);

/// Explicit or implicit, little or big endian, from the first element of a data set.
[[nodiscard]] Encoding guessEncoding(std::span<const std::byte> bytes, std::uint64_t offset);

/// "7FE0,0010".
[[nodiscard]] std::string tagName(const ElementHeader& header);

} // namespace pleurascope::dicom
