// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"

#include "engine/data/AugmentationRandom.h"
#include "tests/engine/data/ScriptedDraws.h"
#include "tests/golden/FillFormula.h"

#include <algorithm>
#include <gmock/gmock.h>

namespace pleurascope::data {
namespace {

using core::PixelBuffer;
using nlohmann::json;
using ::testing::Each;

PixelBuffer film(int width, int height) {
    return PixelBuffer::fromVector(width, height, 3, core::SampleType::u8,
                                   testing::filledImage(1, height, width));
}

PixelBuffer even(int width, int height, std::uint8_t level) {
    return PixelBuffer::fromVector(width, height, 1, core::SampleType::u8,
                                   std::vector<std::uint8_t>(std::size_t(width * height), level));
}

bool isSame(const PixelBuffer& a, const PixelBuffer& b) {
    return a.width() == b.width() && a.height() == b.height() && std::ranges::equal(a.bytes(), b.bytes());
}

std::vector<AugmentationOperation> everyOperation() {
    std::vector<AugmentationOperation> all{Rotate{25, 25},
                                           RotateWithoutCrop{180, 180},
                                           RotateWithoutCrop{180, 180, true},
                                           RotateRightAngle{},
                                           Shear{25, 25},
                                           Zoom{0.1, 4},
                                           ZoomRandom{0.1},
                                           ZoomRandom{0.9, true},
                                           Flip{FlipAxis::random},
                                           RandomBrightness{0, 3},
                                           RandomContrast{0, 3},
                                           RandomDistortion{5, 7, 40}};
    for (int kind = 0; kind < 5; ++kind)
        all.push_back(Skew{SkewKind(kind), 1});
    return all;
}

TEST(AugmentationOperationsTest, AnyShapeOfFilmSurvivesEveryOperation) {
    for (const auto& [width, height] : {std::pair{1, 1}, {2, 1}, {1, 9}, {3, 40}, {61, 7}, {16, 16}})
        for (const auto& operation : everyOperation())
            for (std::uint32_t copy = 0; copy < 40; ++copy) {
                AugmentationRandom draws(3, "film", copy);
                const auto result = std::visit(
                    [&](const auto& op) { return perform(op, film(width, height), draws); }, operation);
                EXPECT_FALSE(result.isEmpty());
                EXPECT_EQ(result.channels(), 3);
            }
}

TEST(AugmentationOperationsTest, ACropThatLeavesNothingLeavesTheFilmAsItWas) {
    const auto wide = film(60, 20);
    ScriptedDraws turn(json{{"randint", {-25, 0}, 0}, {"randint", {0, 25}, 25}, {"randint", {0, 1}, 1}});
    EXPECT_TRUE(isSame(perform(Rotate{25, 25}, wide, turn), wide));
    const auto high = film(10, 60);
    ScriptedDraws shear(
        json{{"uniform", {-26, 26}, 24.5}, {"choice", json::array({json::array({"x", "y"})}), "x"}});
    EXPECT_TRUE(isSame(perform(Shear{25, 25}, high, shear), high));
}

TEST(AugmentationOperationsTest, GreyIsTreatedAsAColoursChannel) {
    const auto colours = film(37, 29);
    std::vector<std::uint8_t> green;
    for (std::size_t i = 1; i < colours.sampleCount(); i += 3)
        green.push_back(colours.samples<std::uint8_t>()[i]);
    const auto grey = PixelBuffer::fromVector(37, 29, 1, core::SampleType::u8, std::move(green));
    for (const auto& operation : everyOperation()) {
        if (std::holds_alternative<RandomContrast>(operation)) // looks at all channels
            continue;
        AugmentationRandom draws(5, "film", 1);
        AugmentationRandom sameDraws(5, "film", 1);
        const auto fromColours =
            std::visit([&](const auto& op) { return perform(op, colours, draws); }, operation);
        const auto fromGrey =
            std::visit([&](const auto& op) { return perform(op, grey, sameDraws); }, operation);
        ASSERT_EQ(fromGrey.sampleCount() * 3, fromColours.sampleCount());
        for (std::size_t i = 0; i < fromGrey.sampleCount(); ++i)
            ASSERT_EQ(fromGrey.samples<std::uint8_t>()[i], fromColours.samples<std::uint8_t>()[3 * i + 1]);
    }
}

TEST(AugmentationOperationsTest, TheFillColourIsWhatWasOutsideTheFilm) {
    ScriptedDraws draws(json{{"randint", {-45, 0}, 0}, {"randint", {0, 45}, 45}, {"randint", {0, 1}, 1}});
    const auto result = perform(RotateWithoutCrop{45, 45, true, 200}, even(40, 40, 50), draws);
    EXPECT_GT(result.width(), 55);
    EXPECT_EQ(result.samples<std::uint8_t>().front(), 200);
    EXPECT_THAT(result.samples<std::uint8_t>(), Each(::testing::AnyOf(50, 200)));
}

TEST(AugmentationOperationsTest, ATurnLeftOfNothingAndABrightnessOfOneChangeNothing) {
    const auto before = film(33, 21);
    ScriptedDraws turn(json{{"randint", {-10, 0}, 0}, {"randint", {0, 10}, 7}, {"randint", {0, 1}, 0}});
    EXPECT_TRUE(isSame(perform(Rotate{10, 10}, before, turn), before));
    for (const int level : {1, 2}) {
        ScriptedDraws one(json{{"uniform", {1, level}, 1.0}});
        EXPECT_TRUE(isSame(perform(RandomBrightness{1, double(level)}, before, one), before));
        ScriptedDraws again(json{{"uniform", {1, level}, 1.0}});
        EXPECT_TRUE(isSame(perform(RandomContrast{1, double(level)}, before, again), before));
    }
}

TEST(AugmentationOperationsTest, ADistortionLeavesTheFilmsBorderWhereItIs) {
    AugmentationRandom draws(9, "film", 1);
    const auto result = perform(RandomDistortion{4, 4, 3}, even(50, 41, 90), draws);
    EXPECT_THAT(result.samples<std::uint8_t>(), Each(90)); // nothing black came in from outside
}

} // namespace
} // namespace pleurascope::data
