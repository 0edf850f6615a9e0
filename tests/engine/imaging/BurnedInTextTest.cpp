// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/BurnedInText.h"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include <gtest/gtest.h>

namespace pleurascope::imaging {
namespace {

/// A soft field with noise, as a film has it.
cv::Mat background(int width = 600, int height = 500) {
    cv::Mat image(height, width, CV_8UC1);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            image.at<std::uint8_t>(y, x) = std::uint8_t(60 + 60 * x / width + 40 * y / height);
    cv::Mat noise(height, width, CV_8UC1);
    cv::setRNGSeed(7);
    cv::randn(noise, 10, 4);
    return image + noise;
}

void write(cv::Mat& image, const char* text, cv::Point place, double scale, int grey) {
    cv::putText(image, text, place, cv::FONT_HERSHEY_SIMPLEX, scale, cv::Scalar(grey, grey, grey),
                std::max(1, int(scale * 2)), cv::LINE_AA);
}

std::vector<TextLine> found(const cv::Mat& image) {
    const auto* first = image.ptr<std::uint8_t>();
    std::vector<std::uint8_t> samples(first, first + image.total() * image.elemSize());
    return findBurnedInText(core::PixelBuffer::fromVector(image.cols, image.rows, image.channels(),
                                                          core::SampleType::u8, std::move(samples)));
}

TEST(BurnedInTextTest, PrintedLinesAreFoundWhereTheyAre) {
    for (const int grey : {255, 0})
        for (const double scale : {0.6, 1.0, 2.0}) {
            auto image = background();
            write(image, "DOE JANE 1950", {40, 200}, scale, grey);
            const auto lines = found(image);
            ASSERT_FALSE(lines.empty()) << grey << ' ' << scale;
            int left = 600, right = 0;
            for (const auto& line : lines) {
                EXPECT_GE(line.bottom, 195);
                EXPECT_LE(line.top, 200);
                left = std::min(left, line.left);
                right = std::max(right, line.right);
            }
            EXPECT_LE(left, 44);
            EXPECT_GE(right, int(40 + 200 * scale));
        }
}

TEST(BurnedInTextTest, ColourPicturesAreLookedThrough) {
    cv::Mat colour;
    cv::cvtColor(background(), colour, cv::COLOR_GRAY2RGB);
    EXPECT_TRUE(found(colour).empty());
    write(colour, "DOE JANE", {40, 200}, 1, 255);
    EXPECT_FALSE(found(colour).empty());
}

TEST(BurnedInTextTest, ALineStaysALine) {
    auto image = background();
    write(image, "DOE", {40, 200}, 1, 255);
    for (int i = 0; i < 20; ++i) // strokes all over the place
        write(image, "/", {20 + 28 * i, 40 + 22 * i}, 1, 255);
    for (const auto& line : found(image))
        EXPECT_LT(line.bottom - line.top, 80);
}

TEST(BurnedInTextTest, SideMarkersAndSmoothAnatomyAreNoText) {
    auto image = background();
    EXPECT_TRUE(found(image).empty());
    write(image, "L", {40, 100}, 2, 255);
    write(image, "R", {500, 100}, 2, 255);
    for (int i = 0; i < 8; ++i) // ribs
        cv::ellipse(image, {300, 100 + 45 * i}, {200, 60}, 0, 190, 350, cv::Scalar(190), 9, cv::LINE_AA);
    cv::GaussianBlur(image, image, {0, 0}, 3);
    write(image, "L", {40, 400}, 1, 255);
    EXPECT_TRUE(found(image).empty());
}

} // namespace
} // namespace pleurascope::imaging
