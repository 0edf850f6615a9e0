// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/ImageFile.h"

#include <memory>

namespace pleurascope::imaging {

/// Decodes one JPEG in memory with libjpeg-turbo: first the header, then the pixels. Made for one use.
/// Accurate integer transform; grey stays grey, everything else becomes RGB (CMYK and YCCK by the naive
/// product).
class JpegDecoder {
public:
    explicit JpegDecoder(std::span<const std::byte> bytes);
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    [[nodiscard]] core::Result<RasterInfo> readHeader();
    [[nodiscard]] core::Result<core::PixelBuffer> readPixels();

private:
    struct State;
    [[nodiscard]] bool parseHeader(std::span<const std::byte> bytes);
    [[nodiscard]] bool parseRows(std::uint8_t* rows, std::size_t stride);
    [[nodiscard]] core::Error error() const;

    std::unique_ptr<State> m_state;
    std::span<const std::byte> m_bytes;
    RasterInfo m_info;
};

} // namespace pleurascope::imaging
