// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/PillowResize.h"

#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pleurascope::imaging {

namespace {

constexpr int precisionBits = 32 - 8 - 2;

/// Which input places an output place is made of. The weights sum to about 2^22.
struct Taps {
    int first = 0;
    std::vector<std::int32_t> weights;
};

double bicubicWeight(double x) {
    constexpr double a = -0.5;
    x = std::abs(x);
    if (x < 1)
        return ((a + 2) * x - (a + 3)) * x * x + 1;
    if (x < 2)
        return (((x - 5) * x + 8) * x - 4) * a;
    return 0;
}

std::int32_t fixedPoint(double weight) {
    const double scaled = weight * (1 << precisionBits);
    return std::int32_t(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

/// precompute_coeffs and normalize_coeffs_8bpc.
std::vector<Taps> tapsOf(int inputSize, int outputSize) {
    const double scale = double(inputSize) / outputSize;
    const double filterScale = std::max(scale, 1.0);
    const double support = 2 * filterScale;
    std::vector<Taps> all(static_cast<std::size_t>(outputSize));
    std::vector<double> weights;
    for (int i = 0; i < outputSize; ++i) {
        const double centre = (i + 0.5) * scale;
        const int first = std::max(int(centre - support + 0.5), 0);
        const int end = std::min(int(centre + support + 0.5), inputSize);
        weights.clear();
        double sum = 0;
        for (int k = first; k < end; ++k) {
            weights.push_back(bicubicWeight((k - centre + 0.5) * (1 / filterScale)));
            sum += weights.back();
        }
        Taps& taps = all[std::size_t(i)];
        taps.first = first;
        for (const double weight : weights)
            taps.weights.push_back(fixedPoint(sum == 0 ? weight : weight / sum));
    }
    return all;
}

std::uint8_t rounded(std::int32_t sum) {
    return std::uint8_t(std::clamp(sum >> precisionBits, 0, 255));
}

constexpr std::int32_t half = 1 << (precisionBits - 1);

core::PixelBuffer resizeColumns(const core::PixelBuffer& input, int width) {
    const auto taps = tapsOf(input.width(), width);
    const auto channels = std::size_t(input.channels());
    const std::size_t rowLength = std::size_t(input.width()) * channels;
    const auto* samples = input.samples<std::uint8_t>().data();
    FreshPixels<std::uint8_t> result(width, input.height(), input.channels());
    for (int y = 0; y < input.height(); ++y) {
        const auto* row = samples + std::size_t(y) * rowLength;
        auto* out = result.row(y);
        for (const Taps& tap : taps) {
            for (std::size_t c = 0; c < channels; ++c) {
                const auto* in = row + std::size_t(tap.first) * channels + c;
                std::int32_t sum = half;
                for (std::size_t k = 0; k < tap.weights.size(); ++k)
                    sum += tap.weights[k] * in[k * channels];
                *out++ = rounded(sum);
            }
        }
    }
    return result.finish();
}

core::PixelBuffer resizeRows(const core::PixelBuffer& input, int height) {
    const auto taps = tapsOf(input.height(), height);
    const std::size_t rowLength = std::size_t(input.width()) * std::size_t(input.channels());
    const auto* samples = input.samples<std::uint8_t>().data();
    std::vector<std::int32_t> sums(rowLength);
    FreshPixels<std::uint8_t> result(input.width(), height, input.channels());
    for (int y = 0; y < height; ++y) {
        const Taps& tap = taps[std::size_t(y)];
        std::ranges::fill(sums, half);
        for (std::size_t k = 0; k < tap.weights.size(); ++k) {
            const auto* row = samples + (std::size_t(tap.first) + k) * rowLength;
            for (std::size_t i = 0; i < rowLength; ++i)
                sums[i] += tap.weights[k] * row[i];
        }
        std::ranges::transform(sums, result.row(y), rounded);
    }
    return result.finish();
}

} // namespace

core::PixelBuffer resizeBicubic(const core::PixelBuffer& input, int width, int height) {
    assert(input.type() == core::SampleType::u8 && !input.isEmpty());
    assert(width > 0 && height > 0);
    const core::PixelBuffer wide = width == input.width() ? input : resizeColumns(input, width);
    return height == wide.height() ? wide : resizeRows(wide, height);
}

} // namespace pleurascope::imaging
