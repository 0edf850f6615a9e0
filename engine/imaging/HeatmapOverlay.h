// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <utility>
#include <vector>

namespace pleurascope::imaging {

/// How a map is laid over a film: value -> colour and opacity. Values at or below `floor` are not drawn;
/// alpha = opacity * ((value - floor) / (max - floor))^0.8, clamped to 0..1.
struct OverlayStyle {
    double floor = 0;
    double max = 1;
    double opacity = 0.6; ///< 0..0.75
};

/// A raw map stretched to its own maximum, max(raw, 0) / max(raw), before it is spread over a film
/// (Grad-CAM's ReLU); empty where the maximum is not above 0: then nothing speaks for the class.
[[nodiscard]] core::PixelBuffer relativeMap(const core::PixelBuffer& map);

/// A map (h, w, 1) f32 brought to width x height, bilinear with half-pixel centres and edges held: the cell
/// centres of the map lie at the centres of the film's patches.
[[nodiscard]] core::PixelBuffer spreadMap(const core::PixelBuffer& map, int width, int height);

/// The coloured layer alone: (H, W, 4) u8 RGBA, straight alpha, same size as `map`.
[[nodiscard]] core::PixelBuffer heatLayer(const core::PixelBuffer& map, const OverlayStyle& style);

/// The film with the map on it: grey or RGB u8 film (H, W, C), map of any size; result (H, W, 3) u8.
[[nodiscard]] core::PixelBuffer overlayHeatmap(const core::PixelBuffer& film, const core::PixelBuffer& map,
                                               const OverlayStyle& style);

/// One line of equal value; points in the map's pixel coordinates (centre of pixel (0,0) is 0.5, 0.5).
struct Contour {
    double level = 0;
    bool closed = false;
    std::vector<std::pair<float, float>> points;
};

/// Lines of `level` in the map, by marching squares on pixel centres.
[[nodiscard]] std::vector<Contour> contours(const core::PixelBuffer& map, double level);

} // namespace pleurascope::imaging
