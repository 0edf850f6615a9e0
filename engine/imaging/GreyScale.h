// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/imaging/PixelRect.h"

namespace pleurascope::imaging {

class VoiTransform;

/// The lowest and highest modality value of the tissue: padding left out.
struct ValueRange {
    double low = 0;
    double high = 0;
};

/// Modality value of every pixel (rescale or modality table, PS3.3 C.11.1), float32, (H, W, 1). Grey images
/// only.
[[nodiscard]] core::PixelBuffer modalityValues(const Image& image);

[[nodiscard]] ValueRange valueRange(const Image& image);

/// The LINEAR window whose ramp runs exactly from the first to the last input value of the table.
[[nodiscard]] Window windowOfTable(const LookupTable& table);

/// The values at which a window's ramp begins and ends, PS3.3 C.11.2.1.2.1 and C.11.2.1.3.2; of a SIGMOID,
/// where its tangent at the centre does.
[[nodiscard]] ValueRange rampEnds(const Window& window);
/// The window whose ramp runs between these values, the inverse of `rampEnds`; `ends.high` above `ends.low`.
[[nodiscard]] Window windowOfRamp(ValueRange ends, VoiFunction function = VoiFunction::linear);

/// A window from the pixels: 0.5th to 99.5th percentile of the modality values without padding and without
/// the flat ground around the film's content (ExposedField); full range where that has no width. For films
/// whose file brings no VOI.
[[nodiscard]] Window automaticWindow(const Image& image);

/// From the lowest to the highest modality value of the tissue, LINEAR_EXACT.
[[nodiscard]] Window fullRangeWindow(const Image& image);

/// What the file asks to be shown first: its first VOI table (as a look-up) or window, else the automatic
/// window. A table is given here as the window that covers its input range; renderDefault uses the table
/// itself.
[[nodiscard]] Window defaultWindow(const Image& image);

/// The grey-scale chain to 8 bits, (H, W, 1) u8: modality, window, MONOCHROME1, then `invert` on top. Padding
/// is shown as background (black, or white when `invert`). Colour images come back as (H, W, 3) unchanged
/// (`invert` complements them).
[[nodiscard]] core::PixelBuffer render(const Image& image, const Window& window, bool invert = false);

/// As above by a VOI look-up table, usually one of the image's own.
[[nodiscard]] core::PixelBuffer renderByTable(const Image& image, const LookupTable& voiTable,
                                              bool invert = false);

/// As `render`, with the first VOI table where the file has one and else defaultWindow(): what a network is
/// given and what a thumbnail shows. Overlays and shutters are no part of it.
[[nodiscard]] core::PixelBuffer renderDefault(const Image& image, bool invert = false);

/// Renders `image` again and again at other windows without going through float each time: the modality
/// values are kept as 16-bit indices, a window becomes one table. Made once a film; safe to call from one
/// thread at a time.
class GreyRenderer {
public:
    explicit GreyRenderer(const Image& image);
    /// Equal to render(image, window, invert) within one level.
    [[nodiscard]] core::PixelBuffer render(const Window& window, bool invert) const;
    [[nodiscard]] core::PixelBuffer renderByTable(const LookupTable& voiTable, bool invert) const;
    /// The same of a part of the film alone, as large as the part. Grey films only.
    [[nodiscard]] core::PixelBuffer renderPart(const Window& window, bool invert,
                                               const PixelRect& part) const;
    [[nodiscard]] core::PixelBuffer renderPartByTable(const LookupTable& voiTable, bool invert,
                                                      const PixelRect& part) const;
    [[nodiscard]] const Image& image() const { return m_image; }

private:
    [[nodiscard]] core::PixelBuffer renderBy(const VoiTransform& voi, bool invert,
                                             const PixelRect& part) const;
    [[nodiscard]] PixelRect whole() const { return {0, 0, m_indices.width(), m_indices.height()}; }

    Image m_image;
    core::PixelBuffer m_indices; ///< u16, (H, W, 1)
    double m_low = 0;            ///< modality value of index 0
    double m_step = 1;           ///< modality units an index
    int m_indexCount = 0;        ///< that values of this film have
};

} // namespace pleurascope::imaging
