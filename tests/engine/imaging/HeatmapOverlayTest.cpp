// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/HeatmapOverlay.h"

#include "engine/imaging/ColourMap.h"
#include "tests/golden/NpyFile.h"
#include "tests/golden/SharedFolder.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using core::SampleType;

PixelBuffer map(int width, int height, std::vector<float> values) {
    return PixelBuffer::fromVector(width, height, 1, SampleType::f32, std::move(values));
}

double lightness(const Rgb& colour) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    const double y = 0.2126 * linear(colour.r / 255.0) + 0.7152 * linear(colour.g / 255.0) +
                     0.0722 * linear(colour.b / 255.0);
    return 116 * std::cbrt(y) - 16;
}

TEST(ColourMapTest, LightnessRisesEvenlyFrom35To80) {
    const auto& colours = evidenceColours();
    EXPECT_NEAR(lightness(colours.front()), 35, 3);
    EXPECT_NEAR(lightness(colours.back()), 80, 3);
    for (std::size_t i = 16; i < 256; i += 16) {
        const double rise = lightness(colours[i]) - lightness(colours[i - 16]);
        EXPECT_GT(rise, 1.5) << i;
        EXPECT_LT(rise, 4.5) << i;
    }
}

/// The float32 raw maps of the goldens, (4 images, 2 classes, 7, 7), stretched as the notebook stretches
/// them.
TEST(RelativeMapTest, IsThatOfTheGoldens) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/d_gradcam/gradcam.json");
    for (const std::string layer : {"post_relu", "conv5_block3_out"})
        for (const std::string score : {"softmax", "logits"}) {
            const std::string name = "224_" + layer + "_" + score + "_f32.npy";
            const auto raw = testing::readNpy(testing::sharedFile("golden/keras/d_gradcam/raw_" + name));
            const auto golden = testing::readNpy(testing::sharedFile("golden/keras/d_gradcam/norm_" + name));
            for (std::size_t first = 0; first < raw.values.size(); first += 49) {
                const auto from = raw.values.begin() + std::ptrdiff_t(first);
                const PixelBuffer relative = relativeMap(map(7, 7, std::vector<float>(from, from + 49)));
                if (relative
                        .isEmpty()) { // nothing speaks for the class; Keras divides zeros by a negative one
                    ASSERT_LE(*std::max_element(from, from + 49), 0);
                    continue;
                }
                for (std::size_t i = 0; i < 49; ++i)
                    ASSERT_NEAR(double(relative.samples<float>()[i]), golden.values[first + i], 1e-6)
                        << name << " " << first + i;
            }
        }
}

TEST(HeatmapOverlayTest, CellCentresLieAtTheCentresOfTheFilmsPatches) {
    const auto spread = spreadMap(map(2, 1, {0.f, 1.f}), 8, 1);
    const auto values = spread.samples<float>();
    EXPECT_FLOAT_EQ(values[0], 0.f); // edges are held
    EXPECT_FLOAT_EQ(values[7], 1.f);
    EXPECT_FLOAT_EQ(values[3] + values[4], 1.f);
    EXPECT_FLOAT_EQ(values[2], 0.125f); // centre 2.5 of 8 lies an eighth past the first cell's centre 2
}

TEST(HeatmapOverlayTest, ValuesAtTheFloorAreNotDrawn) {
    const auto layer = heatLayer(map(4, 1, {0.2f, 0.1f, std::nanf(""), 1.f}), {0.2, 1, 0.6});
    const auto rgba = layer.samples<std::uint8_t>();
    EXPECT_EQ(rgba[3], 0);
    EXPECT_EQ(rgba[7], 0);
    EXPECT_EQ(rgba[11], 0);
    EXPECT_EQ(rgba[15], 153); // 0.6 of 255
    EXPECT_EQ((Rgb{rgba[12], rgba[13], rgba[14]}), evidenceColours()[255]);
}

TEST(HeatmapOverlayTest, OpacityFollowsThePowerOfTheEvidence) {
    const auto layer = heatLayer(map(1, 1, {0.6f}), {0.2, 1, 0.6});
    EXPECT_EQ(layer.samples<std::uint8_t>()[3], std::lround(255 * 0.6 * std::pow(0.5, 0.8)));
}

TEST(HeatmapOverlayTest, TheFilmShowsThroughWhereThereIsNoEvidence) {
    const auto film = PixelBuffer::fromVector<std::uint8_t>(2, 1, 1, SampleType::u8, {40, 40});
    const auto result = overlayHeatmap(film, map(2, 1, {0.f, 1.f}), {0, 1, 0.5});
    ASSERT_EQ(result.channels(), 3);
    const auto rgb = result.samples<std::uint8_t>();
    EXPECT_THAT(rgb.first(3), ::testing::Each(40));
    const auto top = evidenceColours()[255];
    EXPECT_EQ(rgb[3], std::lround((40 + top.r) / 2.0));
    EXPECT_EQ(rgb[5], std::lround((40 + top.b) / 2.0));
}

TEST(HeatmapOverlayTest, ColourFilmsKeepTheirChannelOrder) {
    const auto film = PixelBuffer::fromVector<std::uint8_t>(1, 1, 3, SampleType::u8, {10, 20, 30});
    EXPECT_THAT(overlayHeatmap(film, map(1, 1, {0.f}), {}).samples<std::uint8_t>(),
                ::testing::ElementsAre(10, 20, 30));
}

} // namespace
} // namespace pleurascope::imaging
