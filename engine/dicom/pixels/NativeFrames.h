// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/SharedBytes.h"
#include "engine/dicom/elements/ElementScan.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/PixelsInFile.h"
#include "engine/dicom/pixels/RawFrame.h"

#include <cstdint>
#include <optional>

namespace pleurascope::dicom {

/// The frames of pixel data that are not encoded (PS3.5 8.1.1, 8.2): where each lies, and how many the file
/// has.
class NativeFrames {
public:
    /// `pixels` are the bytes of the element as far as the file has them.
    NativeFrames(core::SharedBytes pixels, const ElementHeader& element, Encoding encoding,
                 const PixelFormat& format);

    /// Frames of which at least a row is there.
    [[nodiscard]] std::uint64_t count() const { return m_count; }
    /// True where the last frame that the format announces ends beyond the data.
    [[nodiscard]] bool isShort() const { return m_isShort; }
    /// True where frame `index` does.
    [[nodiscard]] bool isFrameShort(int index) const;
    [[nodiscard]] RawFrame frame(int index) const;

private:
    core::SharedBytes m_pixels;
    RawFrame m_kind; ///< without bytes
    std::uint64_t m_frameBits = 1;
    std::uint64_t m_count = 0;
    bool m_isShort = false;
};

/// Where a frame of integers lies in `file`, which holds its bytes, if all of it is there and its samples
/// need no more than a mask.
[[nodiscard]] std::optional<PixelsInFile> placeInFile(const RawFrame& frame, const PixelFormat& format,
                                                      std::span<const std::byte> file);

} // namespace pleurascope::dicom
