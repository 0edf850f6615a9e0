// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationOperations.h"
#include "engine/data/AugmentationRotate.h"
#include "tests/engine/data/ScriptedDraws.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/NpyFile.h"
#include "tests/golden/SharedFolder.h"

#include <cmath>
#include <cstdio>
#include <map>

namespace pleurascope::data {
namespace {

using core::PixelBuffer;
using nlohmann::json;
using testing::sharedFile;

const std::string folder = "golden/keras/h_augmentor/";

/// "image_u8(0, h=30, w=40)", with " channel 0, mode L" where grey.
PixelBuffer inputOf(const std::string& text) {
    int k = 0;
    int height = 0;
    int width = 0;
    if (std::sscanf(text.c_str(), "image_u8(%d, h=%d, w=%d)", &k, &height, &width) != 3)
        throw std::runtime_error(text);
    auto rgb = testing::filledImage(k, height, width);
    if (text.find("mode L") == std::string::npos)
        return PixelBuffer::fromVector(width, height, 3, core::SampleType::u8, std::move(rgb));
    std::vector<std::uint8_t> grey;
    for (std::size_t i = 0; i < rgb.size(); i += 3)
        grey.push_back(rgb[i]);
    return PixelBuffer::fromVector(width, height, 1, core::SampleType::u8, std::move(grey));
}

AugmentationOperation turnOf(const std::string& kind, const json& p) {
    if (kind == "RotateRange")
        return Rotate{-p["max_left_rotation"].get<int>(), p["max_right_rotation"].get<int>()};
    if (kind == "RotateStandard")
        return RotateWithoutCrop{-p["max_left_rotation"].get<int>(), p["max_right_rotation"].get<int>(),
                                 p["expand"], 0};
    return RotateRightAngle{RightAngle(p["rotation"].get<int>() / 90 - 1)};
}

AugmentationOperation operationOf(const std::string& kind, const json& p) {
    static const std::map<std::string, SkewKind> skews{{"TILT", SkewKind::tilt},
                                                       {"TILT_LEFT_RIGHT", SkewKind::leftRight},
                                                       {"TILT_TOP_BOTTOM", SkewKind::topBottom},
                                                       {"CORNER", SkewKind::corner},
                                                       {"RANDOM", SkewKind::random}};
    static const std::map<std::string, FlipAxis> flips{{"LEFT_RIGHT", FlipAxis::leftRight},
                                                       {"TOP_BOTTOM", FlipAxis::topBottom},
                                                       {"RANDOM", FlipAxis::random}};
    if (kind.starts_with("Rotate"))
        return turnOf(kind, p);
    if (kind == "Shear")
        return Shear{p["max_shear_left"], p["max_shear_right"]};
    if (kind == "Skew")
        return Skew{skews.at(p["skew_type"]), p["magnitude"]};
    if (kind == "Zoom")
        return Zoom{p["min_factor"], p["max_factor"]};
    if (kind == "ZoomRandom")
        return ZoomRandom{p["percentage_area"], p["randomise"]};
    if (kind == "Flip")
        return Flip{flips.at(p["top_bottom_left_right"])};
    if (kind == "RandomBrightness")
        return RandomBrightness{p["min_factor"], p["max_factor"]};
    if (kind == "RandomContrast")
        return RandomContrast{p["min_factor"], p["max_factor"]};
    if (kind == "Distort")
        return RandomDistortion{p["grid_width"], p["grid_height"], p["magnitude"]};
    throw std::runtime_error(kind);
}

/// The measure: at most one level apart, on at most one sample in a thousand.
void expectLike(const PixelBuffer& actual, const testing::NpyFile& expected) {
    ASSERT_EQ(actual.height(), expected.shape[0]);
    ASSERT_EQ(actual.width(), expected.shape[1]);
    ASSERT_EQ(actual.sampleCount(), expected.values.size());
    const auto samples = actual.samples<std::uint8_t>();
    std::size_t apart = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double difference = std::abs(samples[i] - expected.values[i]);
        ASSERT_LE(difference, 1) << "sample " << i;
        apart += difference > 0 ? 1 : 0;
    }
    EXPECT_LE(apart * 1000, samples.size());
}

TEST(AugmentorGoldenTest, EveryOperationGivesAugmentorsPixelsFromAugmentorsDraws) {
    PLEURASCOPE_NEEDS_SHARED(folder + "cases.json");
    const auto cases = testing::readJson(sharedFile(folder + "cases.json"))["cases"];
    EXPECT_EQ(cases.size(), 42U);
    for (const auto& golden : cases) {
        SCOPED_TRACE(golden["tag"].get<std::string>());
        ScriptedDraws draws(golden["draws"]);
        const auto film = inputOf(golden["input"]);
        const auto result = std::visit([&](const auto& operation) { return perform(operation, film, draws); },
                                       operationOf(golden["class"], golden["params"]));
        EXPECT_TRUE(draws.isUsedUp());
        expectLike(result, testing::readNpy(sharedFile(folder + golden["file"].get<std::string>())));
    }
}

TEST(AugmentorGoldenTest, TheCropAfterARotationIsAugmentors) {
    PLEURASCOPE_NEEDS_SHARED(folder + "cases.json");
    const auto boxes = testing::readJson(sharedFile(folder + "cases.json"))["rotate_crop_boxes"];
    EXPECT_GE(boxes.size(), 36U);
    for (const auto& golden : boxes) {
        const auto box = rotationCrop(golden["angle"], golden["expanded"][0], golden["expanded"][1]);
        EXPECT_EQ(golden["crop_box"], (json{box.left, box.top, box.right, box.bottom})) << golden;
    }
}

} // namespace
} // namespace pleurascope::data
