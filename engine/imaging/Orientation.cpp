// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Orientation.h"

#include <opencv2/core.hpp>

#include <memory>

namespace pleurascope::imaging {

namespace {

int quarters(int turns) {
    return ((turns % 4) + 4) % 4;
}

/// Only the size of a sample matters to what moves samples.
int matrixType(const core::PixelBuffer& pixels) {
    static constexpr int depths[] = {CV_8U, CV_16U, CV_32S, CV_64F};
    int depth = 0;
    for (std::size_t size = core::sampleSize(pixels.type()); size > 1; size /= 2)
        ++depth;
    return CV_MAKETYPE(depths[depth], pixels.channels());
}

} // namespace

Orientation Orientation::turned(int turns) const {
    return {quarters(quarterTurns + turns), mirrored};
}

// A mirror image of what was turned clockwise is the mirror image turned anticlockwise.
Orientation Orientation::flippedLeftRight() const {
    return {quarters(-quarterTurns), !mirrored};
}

Orientation Orientation::flippedTopBottom() const {
    return flippedLeftRight().turned(2);
}

core::PixelBuffer oriented(const core::PixelBuffer& pixels, Orientation orientation) {
    if (pixels.isEmpty() || orientation.isAsStored())
        return pixels;
    // OpenCV knows no constant matrices; this one is only read.
    auto* first = const_cast<std::byte*>(pixels.bytes().data());
    cv::Mat current(pixels.height(), pixels.width(), matrixType(pixels), first);
    cv::Mat next;
    if (orientation.mirrored) {
        cv::flip(current, next, 1);
        current = next;
    }
    if (orientation.quarterTurns != 0) {
        static constexpr cv::RotateFlags flags[] = {cv::ROTATE_90_CLOCKWISE, cv::ROTATE_180,
                                                    cv::ROTATE_90_COUNTERCLOCKWISE};
        cv::Mat turned;
        cv::rotate(current, turned, flags[orientation.quarterTurns - 1]);
        current = turned;
    }
    const auto owner = std::make_shared<cv::Mat>(current);
    return {owner->cols,
            owner->rows,
            pixels.channels(),
            pixels.type(),
            {reinterpret_cast<const std::byte*>(owner->data), owner->total() * owner->elemSize()},
            owner};
}

} // namespace pleurascope::imaging
