// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/Codestream.h"

namespace pleurascope::dicom {

namespace {

int byteAt(std::span<const std::byte> bytes, std::size_t offset) {
    return std::to_integer<int>(bytes[offset]);
}

int wordAt(std::span<const std::byte> bytes, std::size_t offset) {
    return byteAt(bytes, offset) << 8 | byteAt(bytes, offset + 1);
}

/// SOF0 to SOF15 without DHT (C4), JPG (C8) and DAC (CC); SOF55 is JPEG-LS.
bool isFrameMarker(int marker) {
    return (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc) ||
           marker == 0xf7;
}

} // namespace

std::optional<CodestreamHeader> readCodestreamHeader(std::span<const std::byte> bytes) {
    if (bytes.size() < 4 || wordAt(bytes, 0) != 0xffd8)
        return std::nullopt;
    for (std::size_t offset = 2; offset + 4 <= bytes.size();) {
        if (byteAt(bytes, offset) != 0xff)
            return std::nullopt;
        const int marker = byteAt(bytes, offset + 1);
        if (marker == 0xff) { // a fill byte
            ++offset;
            continue;
        }
        if (isFrameMarker(marker)) {
            if (offset + 10 > bytes.size())
                return std::nullopt;
            return CodestreamHeader{byteAt(bytes, offset + 4), wordAt(bytes, offset + 5),
                                    wordAt(bytes, offset + 7), byteAt(bytes, offset + 9)};
        }
        offset += 2 + std::size_t(wordAt(bytes, offset + 2));
    }
    return std::nullopt;
}

} // namespace pleurascope::dicom
