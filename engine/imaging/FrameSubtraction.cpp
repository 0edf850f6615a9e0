// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/FrameSubtraction.h"

#include "engine/imaging/FreshPixels.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ModalityTransform.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace pleurascope::imaging {

namespace {

/// A sample that no difference of modality values has.
constexpr float paddingSample = std::numeric_limits<float>::lowest();

/// Two neighbours on a line of `count` pixels and the second one's share.
struct Between {
    Between(double place, int count)
        : first(int(std::clamp(std::floor(place), 0.0, double(count - 1))))
        , second(std::min(first + 1, count - 1))
        , share(std::clamp(place - double(first), 0.0, 1.0)) {}

    int first;
    int second;
    double share;
};

} // namespace

bool FrameMean::add(const Image& frame) {
    const int width = frame.pixels.width(), height = frame.pixels.height();
    if (!frame.isGrey() || (m_count > 0 && (width != m_width || height != m_height)))
        return false;
    m_width = width;
    m_height = height;
    m_sums.resize(frame.pixels.sampleCount());
    const auto values = modalityValues(frame);
    const auto samples = values.samples<float>();
    for (std::size_t i = 0; i < samples.size(); ++i)
        m_sums[i] += double(samples[i]);
    ++m_count;
    return true;
}

core::PixelBuffer FrameMean::mean() const {
    assert(m_count > 0);
    FreshPixels<float> result(m_width, m_height, 1);
    const auto samples = result.samples();
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = float(m_sums[i] / m_count);
    return result.finish();
}

core::PixelBuffer shifted(const core::PixelBuffer& mask, double rowShift, double columnShift) {
    const int width = mask.width(), height = mask.height();
    const auto* input = mask.samples<float>().data();
    const auto line = [&](int row) { return input + std::size_t(row) * std::size_t(width); };
    FreshPixels<float> result(width, height, 1);
    for (int y = 0; y < height; ++y) {
        const Between rows(y - rowShift, height);
        const float *above = line(rows.first), *below = line(rows.second);
        for (int x = 0; x < width; ++x) {
            const Between columns(x + columnShift, width);
            const auto across = [&](const float* samples) {
                return samples[columns.first] * (1 - columns.share) + samples[columns.second] * columns.share;
            };
            result.row(y)[x] = float(across(above) * (1 - rows.share) + across(below) * rows.share);
        }
    }
    return result.finish();
}

Image difference(const Image& natural, const core::PixelBuffer& contrast, const core::PixelBuffer& mask) {
    assert(contrast.sampleCount() == mask.sampleCount());
    assert(contrast.sampleCount() == natural.pixels.sampleCount());
    const auto minuend = contrast.samples<float>(), subtrahend = mask.samples<float>();
    const ModalityTransform modality(natural.display);
    FreshPixels<float> result(contrast.width(), contrast.height(), 1);
    const auto samples = result.samples();
    visitSamples(natural.pixels, [&](auto stored) {
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples[i] = modality.isPadding(double(stored[i])) ? paddingSample : minuend[i] - subtrahend[i];
    });
    Image image{result.finish(), natural.display};
    auto& display = image.display;
    display.rescaleSlope = 1;
    display.rescaleIntercept = 0;
    display.modalityTable.reset();
    display.bitsStored = 32;
    display.isSigned = true;
    if (display.padding)
        display.padding = PaddingRange{paddingSample, paddingSample};
    return image;
}

} // namespace pleurascope::imaging
