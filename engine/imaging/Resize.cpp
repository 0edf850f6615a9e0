// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Resize.h"

#include "engine/imaging/FreshPixels.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace pleurascope::imaging {

namespace {

/// Where an output row or column takes its two neighbours from (TensorFlow's compute_interpolation_weights).
struct Neighbours {
    std::size_t lower = 0;
    std::size_t upper = 0;
    float weight = 0; ///< of the upper one
};

std::vector<Neighbours> neighbours(int inputSize, int outputSize) {
    std::vector<Neighbours> result(static_cast<std::size_t>(outputSize));
    const float scale = float(inputSize) / float(outputSize);
    for (int i = 0; i < outputSize; ++i) {
        const float source = (float(i) + 0.5f) * scale - 0.5f;
        const float below = std::floor(source);
        result[std::size_t(i)] = {std::size_t(std::max(below, 0.f)),
                                  std::size_t(std::min(std::ceil(source), float(inputSize - 1))),
                                  source - below};
    }
    return result;
}

template <class Sample>
core::PixelBuffer resizeSamples(const core::PixelBuffer& input, int width, int height) {
    const auto channels = std::size_t(input.channels());
    const std::size_t rowLength = std::size_t(input.width()) * channels;
    const auto columns = neighbours(input.width(), width);
    const auto rows = neighbours(input.height(), height);
    const auto* samples = input.samples<Sample>().data();
    FreshPixels<float> result(width, height, input.channels());
    auto* out = result.samples().data();
    for (const auto& y : rows) {
        const auto* upperRow = samples + y.lower * rowLength;
        const auto* lowerRow = samples + y.upper * rowLength;
        for (const auto& x : columns) {
            for (std::size_t c = 0; c < channels; ++c) {
                const auto left = x.lower * channels + c;
                const auto right = x.upper * channels + c;
                const float top =
                    float(upperRow[left]) + (float(upperRow[right]) - float(upperRow[left])) * x.weight;
                const float bottom =
                    float(lowerRow[left]) + (float(lowerRow[right]) - float(lowerRow[left])) * x.weight;
                *out++ = top + (bottom - top) * y.weight;
            }
        }
    }
    return result.finish();
}

/// OpenCV's view of `buffer`; OpenCV has no pointer to const, and the callers here only read.
cv::Mat viewOf(const core::PixelBuffer& buffer) {
    auto* data =
        const_cast<std::byte*>(buffer.bytes().data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return {buffer.height(), buffer.width(), CV_8UC(buffer.channels()), data};
}

} // namespace

core::PixelBuffer resizeBilinear(const core::PixelBuffer& input, int width, int height) {
    assert(!input.isEmpty() && width > 0 && height > 0);
    if (input.type() == core::SampleType::u8)
        return resizeSamples<std::uint8_t>(input, width, height);
    assert(input.type() == core::SampleType::f32);
    return resizeSamples<float>(input, width, height);
}

core::PixelBuffer shrinkToFit(const core::PixelBuffer& input, int longest) {
    assert(!input.isEmpty() && input.type() == core::SampleType::u8 && longest > 0);
    const int longer = std::max(input.width(), input.height());
    if (longer <= longest)
        return input;
    const double scale = double(longest) / longer;
    const int width = std::max(1, int(std::lround(input.width() * scale)));
    const int height = std::max(1, int(std::lround(input.height() * scale)));
    FreshPixels<std::uint8_t> result(width, height, input.channels());
    cv::Mat output(height, width, CV_8UC(input.channels()), result.samples().data());
    cv::resize(viewOf(input), output, output.size(), 0, 0, cv::INTER_AREA);
    return result.finish();
}

} // namespace pleurascope::imaging
