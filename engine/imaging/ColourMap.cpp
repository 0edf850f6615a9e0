// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ColourMap.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace pleurascope::imaging {

namespace {

std::array<Rgb, 256> makeEvidenceColours() {
    constexpr double first = 0.40;
    constexpr double last = 0.85;
    cv::Mat ramp(1, 256, CV_8U);
    for (int i = 0; i < 256; ++i)
        ramp.at<std::uint8_t>(0, i) = std::uint8_t(i);
    cv::Mat inferno; // BGR
    cv::applyColorMap(ramp, inferno, cv::COLORMAP_INFERNO);
    std::array<Rgb, 256> colours;
    for (int i = 0; i < 256; ++i) {
        const double position = (first + (last - first) * i / 255) * 255;
        const int below = int(position);
        const double weight = position - below;
        const auto& a = inferno.at<cv::Vec3b>(0, below);
        const auto& b = inferno.at<cv::Vec3b>(0, std::min(below + 1, 255));
        const auto mixed = [&](int channel) {
            return std::uint8_t(std::lround(a[channel] + (b[channel] - a[channel]) * weight));
        };
        colours[std::size_t(i)] = {mixed(2), mixed(1), mixed(0)};
    }
    return colours;
}

} // namespace

const std::array<Rgb, 256>& evidenceColours() {
    static const auto colours = makeEvidenceColours();
    return colours;
}

} // namespace pleurascope::imaging
