// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/Codestream.h"

#include <algorithm>
#include <limits>
#include <string_view>

namespace pleurascope::dicom {

namespace {

using Bytes = std::span<const std::byte>;

int byteAt(Bytes bytes, std::size_t offset) {
    return std::to_integer<int>(bytes[offset]);
}

int wordAt(Bytes bytes, std::size_t offset) {
    return byteAt(bytes, offset) << 8 | byteAt(bytes, offset + 1);
}

std::uint32_t longAt(Bytes bytes, std::size_t offset) {
    return std::uint32_t(wordAt(bytes, offset)) << 16 | std::uint32_t(wordAt(bytes, offset + 2));
}

bool hasText(Bytes bytes, std::size_t offset, std::string_view text) {
    if (offset + text.size() > bytes.size())
        return false;
    return std::string_view(reinterpret_cast<const char*>(bytes.data()) + offset, text.size()) == text;
}

/// SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC); SOF55 is JPEG-LS.
bool isFrameMarker(int marker) {
    return (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) ||
           marker == 0xf7;
}

/// `offset` is that of the marker.
std::optional<CodestreamHeader> readFrameSegment(Bytes bytes, std::size_t offset, CodestreamHeader header) {
    if (offset + 10 > bytes.size())
        return std::nullopt;
    header.marker = byteAt(bytes, offset + 1);
    header.precision = byteAt(bytes, offset + 4);
    header.rows = wordAt(bytes, offset + 5);
    header.columns = wordAt(bytes, offset + 7);
    header.components = byteAt(bytes, offset + 9);
    for (std::size_t i = 0; i < header.componentNames.size(); ++i)
        if (int(i) < header.components && offset + 10 + 3 * i < bytes.size())
            header.componentNames[i] = byteAt(bytes, offset + 10 + 3 * i);
    return header;
}

/// APP0 of JFIF and APP14 of Adobe (T.872 6.5.3) say which colours the components are.
void readApplicationSegment(Bytes bytes, std::size_t offset, int marker, CodestreamHeader& header) {
    if (marker == 0xe0 && hasText(bytes, offset + 4, std::string_view("JFIF\0", 5)))
        header.isJfif = true;
    if (marker == 0xee && hasText(bytes, offset + 4, "Adobe") && wordAt(bytes, offset + 2) >= 14 &&
        offset + 15 < bytes.size())
        header.adobeTransform = byteAt(bytes, offset + 15);
}

constexpr std::string_view startOfCodestream("\xff\x4f\xff\x51", 4);

/// Where the codestream begins in `bytes`: at once, or in the 'jp2c' box of a JP2 file (T.800 I.4).
std::optional<std::size_t> codestreamOffset(Bytes bytes) {
    if (hasText(bytes, 0, startOfCodestream))
        return 0;
    for (std::uint64_t offset = 0; offset + 16 <= bytes.size();) {
        std::uint64_t length = longAt(bytes, std::size_t(offset));
        std::uint64_t content = offset + 8;
        if (length == 1) {
            length = std::uint64_t(longAt(bytes, std::size_t(offset) + 8)) << 32 |
                     longAt(bytes, std::size_t(offset) + 12);
            content = offset + 16;
        }
        if (hasText(bytes, std::size_t(offset) + 4, "jp2c"))
            return hasText(bytes, std::size_t(content), startOfCodestream)
                       ? std::optional(std::size_t(content))
                       : std::nullopt;
        if (length < 8 || length > bytes.size() - offset)
            return std::nullopt;
        offset += length;
    }
    return std::nullopt;
}

/// SGcod's multiple component transformation and SPcod's wavelet, from the first COD segment of the main
/// header.
void readCodingStyle(Bytes bytes, std::size_t offset, CodestreamHeader& header) {
    while (offset + 14 <= bytes.size()) {
        const int marker = wordAt(bytes, offset);
        if (marker == 0xff52) {
            header.hasComponentTransform = byteAt(bytes, offset + 8) != 0;
            header.isReversible = byteAt(bytes, offset + 13) == 1;
            return;
        }
        if (marker < 0xff50 || marker == 0xff90) // the first tile-part
            return;
        offset += 2 + std::size_t(wordAt(bytes, offset + 2));
    }
}

/// -1 where no int holds it.
int sideFrom(std::uint32_t value) {
    return value > std::uint32_t(std::numeric_limits<int>::max()) ? -1 : int(value);
}

} // namespace

std::optional<CodestreamHeader> readCodestreamHeader(std::span<const std::byte> bytes) {
    if (bytes.size() < 4 || wordAt(bytes, 0) != 0xffd8)
        return std::nullopt;
    CodestreamHeader header;
    for (std::size_t offset = 2; offset + 4 <= bytes.size();) {
        if (byteAt(bytes, offset) != 0xff)
            return std::nullopt;
        const int marker = byteAt(bytes, offset + 1);
        if (marker == 0xff) { // a fill byte
            ++offset;
            continue;
        }
        if (isFrameMarker(marker))
            return readFrameSegment(bytes, offset, header);
        readApplicationSegment(bytes, offset, marker, header);
        offset += 2 + std::size_t(wordAt(bytes, offset + 2));
    }
    return std::nullopt;
}

std::optional<CodestreamHeader> readJpeg2000Header(std::span<const std::byte> bytes) {
    const auto start = codestreamOffset(bytes);
    if (!start || *start + 46 > bytes.size())
        return std::nullopt;
    const auto siz = *start + 4; // Lsiz
    CodestreamHeader header;
    header.columns = sideFrom(longAt(bytes, siz + 4) - longAt(bytes, siz + 12)); // Xsiz - XOsiz
    header.rows = sideFrom(longAt(bytes, siz + 8) - longAt(bytes, siz + 16));
    header.tileColumns = sideFrom(longAt(bytes, siz + 20));
    header.tileRows = sideFrom(longAt(bytes, siz + 24));
    header.components = wordAt(bytes, siz + 36);
    header.precision = (byteAt(bytes, siz + 38) & 0x7f) + 1;
    header.isSigned = (byteAt(bytes, siz + 38) & 0x80) != 0;
    header.offset = *start;
    readCodingStyle(bytes, siz + std::size_t(wordAt(bytes, siz)), header);
    if (header.columns == 0 || header.rows == 0 || header.components == 0)
        return std::nullopt;
    return header;
}

bool hasPackedPacketHeaders(Bytes codestream) {
    constexpr int startOfTilePart = 0x90;
    constexpr int startOfData = 0x93;
    std::size_t tilePart = 0;
    std::uint64_t tilePartLength = 0;
    for (std::size_t at = 2; at + 4 <= codestream.size() && byteAt(codestream, at) == 0xff;) {
        const int marker = byteAt(codestream, at + 1);
        if (marker == 0x60 || marker == 0x61)
            return true;
        if (marker == startOfData) {
            // the last one may say 0; one that ends before its data is damaged
            if (tilePart + tilePartLength <= at || tilePartLength > codestream.size() - tilePart)
                return false;
            at = tilePart + std::size_t(tilePartLength);
            continue;
        }
        if (marker == startOfTilePart && at + 12 <= codestream.size()) {
            tilePart = at;
            tilePartLength = longAt(codestream, at + 6);
        }
        at += 2 + std::size_t(wordAt(codestream, at + 2));
    }
    return false;
}

} // namespace pleurascope::dicom
