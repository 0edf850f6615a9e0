// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ScreenPixels.h"

#include "engine/imaging/FreshPixels.h"

#include <opencv2/imgproc.hpp>

#include <cassert>

namespace pleurascope::imaging {

core::PixelBuffer screenPixels(const core::PixelBuffer& levels) {
    assert(levels.type() == core::SampleType::u8 && (levels.channels() == 1 || levels.channels() == 3));
    // OpenCV knows no constant matrices; this one is only read.
    auto* samples = const_cast<std::uint8_t*>(levels.samples<std::uint8_t>().data());
    const cv::Mat source(levels.height(), levels.width(), CV_8UC(levels.channels()), samples);
    FreshPixels<std::uint8_t> result(levels.width(), levels.height(), 4);
    cv::Mat target(levels.height(), levels.width(), CV_8UC4, result.samples().data());
    cv::cvtColor(source, target, levels.channels() == 1 ? cv::COLOR_GRAY2BGRA : cv::COLOR_RGB2BGRA);
    return result.finish();
}

} // namespace pleurascope::imaging
