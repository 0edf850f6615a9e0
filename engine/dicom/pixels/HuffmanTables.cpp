// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/HuffmanTables.h"

#include <algorithm>
#include <cstddef>

namespace pleurascope::dicom {

namespace {

constexpr int lossless = 0xc3;
constexpr int huffmanTables = 0xc4;
constexpr std::size_t codeLengths = 16;

/// Of one DHT segment, without its length: tables one after another.
void boundTables(std::span<std::uint8_t> segment, std::uint8_t largest) {
    while (segment.size() > codeLengths) {
        const bool isAc = segment[0] >> 4 != 0;
        std::size_t count = 0;
        for (std::size_t i = 1; i <= codeLengths; ++i)
            count += segment[i];
        segment = segment.subspan(1 + codeLengths);
        const auto symbols = segment.first(std::min(count, segment.size()));
        if (!isAc)
            for (auto& symbol : symbols)
                symbol = std::min(symbol, largest);
        segment = segment.subspan(symbols.size());
    }
}

/// TEM, RST, SOI and EOI have no length; neither has a stuffed zero byte between a scan's data.
bool standsAlone(int marker) {
    return marker == 0x00 || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd9);
}

} // namespace

void boundHuffmanSymbols(std::span<std::uint8_t> codestream, int marker) {
    const std::uint8_t largest = marker == lossless ? 16 : 15;
    for (std::size_t offset = 0; offset + 4 <= codestream.size();) {
        const int found = codestream[offset + 1];
        if (codestream[offset] != 0xff || found == 0xff) { // a scan's data, or a fill byte
            ++offset;
            continue;
        }
        if (standsAlone(found)) {
            offset += 2;
            continue;
        }
        const auto length = std::size_t(codestream[offset + 2]) << 8 | codestream[offset + 3];
        const auto rest = codestream.subspan(offset + 4);
        const auto segment = rest.first(std::min(rest.size(), std::max<std::size_t>(length, 2) - 2));
        if (found == huffmanTables)
            boundTables(segment, largest);
        offset += 4 + segment.size();
    }
}

} // namespace pleurascope::dicom
