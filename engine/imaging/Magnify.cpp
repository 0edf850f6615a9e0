// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Magnify.h"

#include "engine/imaging/FreshPixels.h"

#include <opencv2/imgproc.hpp>

#include <cassert>

namespace pleurascope::imaging {

namespace {

int methodOf(Interpolation interpolation) {
    switch (interpolation) {
    case Interpolation::nearest:
        return cv::INTER_NEAREST_EXACT;
    case Interpolation::lanczos:
        return cv::INTER_LANCZOS4;
    case Interpolation::linear:
        break;
    }
    return cv::INTER_LINEAR;
}

} // namespace

core::PixelBuffer magnified(const core::PixelBuffer& levels, const PixelRect& source, int width, int height,
                            Interpolation interpolation) {
    assert(levels.type() == core::SampleType::u8);
    assert(source.left >= 0 && source.top >= 0 && source.width > 0 && source.height > 0);
    assert(source.left + source.width <= levels.width() && source.top + source.height <= levels.height());
    const int type = CV_8UC(levels.channels());
    // OpenCV knows no constant matrices; this one is only read.
    auto* samples = const_cast<std::uint8_t*>(levels.samples<std::uint8_t>().data());
    const cv::Mat whole(levels.height(), levels.width(), type, samples);
    FreshPixels<std::uint8_t> result(width, height, levels.channels());
    cv::Mat target(height, width, type, result.samples().data());
    cv::resize(whole(cv::Rect(source.left, source.top, source.width, source.height)), target, target.size(),
               0, 0, methodOf(interpolation));
    return result.finish();
}

} // namespace pleurascope::imaging
