// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/HeatmapOverlay.h"

#include "engine/imaging/ColourMap.h"
#include "engine/imaging/FreshPixels.h"
#include "engine/imaging/Resize.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pleurascope::imaging {

namespace {

struct Tint {
    Rgb colour;
    double alpha = 0; ///< 0..1
};

/// 0 at the floor, 1 at the maximum.
double evidence(float value, const OverlayStyle& style) {
    if (!(double(value) > style.floor)) // NaN too
        return 0;
    if (!(style.max > style.floor))
        return 1;
    return std::clamp((double(value) - style.floor) / (style.max - style.floor), 0.0, 1.0);
}

Tint tintOf(float value, const OverlayStyle& style) {
    const double strength = evidence(value, style);
    const auto index = std::size_t(std::lround(strength * 255));
    return {evidenceColours()[index], std::clamp(style.opacity * std::pow(strength, 0.8), 0.0, 1.0)};
}

std::uint8_t blend(std::uint8_t below, std::uint8_t above, double alpha) {
    return std::uint8_t(std::lround(below + (double(above) - below) * alpha));
}

} // namespace

core::PixelBuffer relativeMap(const core::PixelBuffer& map) {
    const auto values = map.samples<float>();
    const float highest = values.empty() ? 0.0F : *std::max_element(values.begin(), values.end());
    if (!(highest > 0))
        return {};
    FreshPixels<float> relative(map.width(), map.height(), 1);
    std::transform(values.begin(), values.end(), relative.samples().begin(),
                   [highest](float value) { return std::max(value, 0.0F) / highest; });
    return relative.finish();
}

core::PixelBuffer spreadMap(const core::PixelBuffer& map, int width, int height) {
    assert(map.type() == core::SampleType::f32 && map.channels() == 1);
    return resizeBilinear(map, width, height);
}

core::PixelBuffer heatLayer(const core::PixelBuffer& map, const OverlayStyle& style) {
    const auto values = map.samples<float>();
    FreshPixels<std::uint8_t> result(map.width(), map.height(), 4);
    auto* out = result.samples().data();
    for (const float value : values) {
        const auto tint = tintOf(value, style);
        *out++ = tint.colour.r;
        *out++ = tint.colour.g;
        *out++ = tint.colour.b;
        *out++ = std::uint8_t(std::lround(tint.alpha * 255));
    }
    return result.finish();
}

core::PixelBuffer overlayHeatmap(const core::PixelBuffer& film, const core::PixelBuffer& map,
                                 const OverlayStyle& style) {
    assert(film.type() == core::SampleType::u8 && (film.channels() == 1 || film.channels() == 3));
    const auto spread = spreadMap(map, film.width(), film.height());
    const auto values = spread.samples<float>();
    const auto levels = film.samples<std::uint8_t>();
    const std::size_t channels = std::size_t(film.channels());
    FreshPixels<std::uint8_t> result(film.width(), film.height(), 3);
    auto* out = result.samples().data();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto* pixel = levels.data() + i * channels;
        const auto tint = tintOf(values[i], style);
        *out++ = blend(pixel[0], tint.colour.r, tint.alpha);
        *out++ = blend(pixel[channels / 2], tint.colour.g, tint.alpha);
        *out++ = blend(pixel[channels - 1], tint.colour.b, tint.alpha);
    }
    return result.finish();
}

} // namespace pleurascope::imaging
