// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/ImageFile.h"

#include <memory>

namespace pleurascope::imaging {

/// Decodes the first page of a TIFF in memory with libtiff. Grey of 8 and 16 bits keeps its values
/// (MINISWHITE is turned round); everything else that libtiff can show becomes RGB of 8 bits. Made for one
/// use.
class TiffDecoder {
public:
    explicit TiffDecoder(std::span<const std::byte> bytes);
    ~TiffDecoder();
    TiffDecoder(const TiffDecoder&) = delete;
    TiffDecoder& operator=(const TiffDecoder&) = delete;

    [[nodiscard]] core::Result<RasterInfo> readHeader();
    [[nodiscard]] core::Result<core::PixelBuffer> readPixels();

private:
    struct State;
    [[nodiscard]] core::Result<core::PixelBuffer> readColour();
    template <class T>
    [[nodiscard]] core::Result<core::PixelBuffer> readGrey();
    template <class T>
    [[nodiscard]] bool readStrips(T* samples);
    template <class T>
    [[nodiscard]] bool readTiles(T* samples);
    [[nodiscard]] core::Error error() const;

    std::unique_ptr<State> m_state;
    RasterInfo m_info;
    bool m_minIsWhite = false;
};

} // namespace pleurascope::imaging
