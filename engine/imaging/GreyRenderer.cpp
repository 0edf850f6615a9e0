// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/FreshPixels.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ModalityTransform.h"
#include "engine/imaging/VoiTransform.h"

#include <opencv2/core/utility.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace pleurascope::imaging {

namespace {

constexpr std::uint16_t paddingIndex = 65535; // the other 65535 indices are values
constexpr double lastValueIndex = 65534;

/// Modality units an index: the rescale slope where every stored value then has an index of its own, else the
/// range in equal parts.
double indexStep(const Image& image, const ValueRange& range) {
    const double span = range.high - range.low;
    const auto type = image.pixels.type();
    const bool isInteger = type != core::SampleType::f32 && type != core::SampleType::f64;
    const double slope = std::abs(image.display.rescaleSlope);
    if (isInteger && !image.display.modalityTable && slope > 0 && span / slope <= lastValueIndex)
        return slope;
    return span > 0 ? span / lastValueIndex : 1;
}

} // namespace

GreyRenderer::GreyRenderer(const Image& image)
    : m_image(image) {
    if (!image.isGrey())
        return;
    const auto range = valueRange(image);
    m_low = range.low;
    m_step = indexStep(image, range);
    m_indexCount = int(std::min(lastValueIndex, std::round((range.high - range.low) / m_step))) + 1;
    const ModalityTransform modality(image.display);
    FreshPixels<std::uint16_t> indices(image.pixels.width(), image.pixels.height(), 1);
    visitSamples(image.pixels, [&](auto samples) {
        mapSamples(samples, indices.samples(), [&](double stored) {
            const double index = std::round((modality(stored) - m_low) / m_step);
            if (modality.isPadding(stored) || std::isnan(index))
                return paddingIndex;
            return std::uint16_t(std::clamp(index, 0.0, lastValueIndex));
        });
    });
    m_indices = indices.finish();
}

core::PixelBuffer GreyRenderer::render(const Window& window, bool invert) const {
    return m_image.isGrey() ? renderBy(VoiTransform(window), invert, whole())
                            : imaging::render(m_image, window, invert);
}

core::PixelBuffer GreyRenderer::renderByTable(const LookupTable& voiTable, bool invert) const {
    return m_image.isGrey() ? renderBy(VoiTransform(voiTable), invert, whole())
                            : imaging::renderByTable(m_image, voiTable, invert);
}

core::PixelBuffer GreyRenderer::renderPart(const Window& window, bool invert, const PixelRect& part) const {
    return renderBy(VoiTransform(window), invert, part);
}

core::PixelBuffer GreyRenderer::renderPartByTable(const LookupTable& voiTable, bool invert,
                                                  const PixelRect& part) const {
    return renderBy(VoiTransform(voiTable), invert, part);
}

core::PixelBuffer GreyRenderer::renderBy(const VoiTransform& voi, bool invert, const PixelRect& part) const {
    const PresentationTransform present(m_image.display, invert);
    std::array<std::uint8_t, 65536> levels;
    for (int i = 0; i < m_indexCount; ++i)
        levels[std::size_t(i)] = present(voi(m_low + i * m_step));
    levels[paddingIndex] = present.background();

    FreshPixels<std::uint8_t> result(part.width, part.height, 1);
    const auto* indices = m_indices.samples<std::uint16_t>().data();
    constexpr int pixelsAStrip = 1 << 18;
    const int rows = std::max(1, pixelsAStrip / std::max(1, part.width));
    cv::parallel_for_(cv::Range(0, (part.height + rows - 1) / rows), [&](const cv::Range& strips) {
        for (int y = strips.start * rows; y < std::min(part.height, strips.end * rows); ++y) {
            const std::uint16_t* input =
                indices + std::size_t(part.top + y) * std::size_t(m_indices.width()) + std::size_t(part.left);
            std::uint8_t* output = result.row(y);
            for (int x = 0; x < part.width; ++x)
                output[x] = levels[input[x]];
        }
    });
    return result.finish();
}

} // namespace pleurascope::imaging
