// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/ImageFile.h"

#include <memory>
#include <string>

namespace pleurascope::imaging {

/// Decodes one PNG in memory with libpng: first the header, then the pixels. Made for one use.
class PngDecoder {
public:
    explicit PngDecoder(std::span<const std::byte> bytes);
    ~PngDecoder();
    PngDecoder(const PngDecoder&) = delete;
    PngDecoder& operator=(const PngDecoder&) = delete;

    [[nodiscard]] core::Result<RasterInfo> readHeader();
    [[nodiscard]] core::Result<core::PixelBuffer> readPixels();

private:
    struct State;
    [[nodiscard]] bool parseHeader();
    [[nodiscard]] bool parseRows(std::byte** rows);
    void askForPlainSamples();
    template <class T>
    [[nodiscard]] core::Result<core::PixelBuffer> readSamples();
    [[nodiscard]] core::Error error() const;

    std::unique_ptr<State> m_state;
    RasterInfo m_info;
};

} // namespace pleurascope::imaging
