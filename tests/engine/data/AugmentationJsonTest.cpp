// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationJson.h"

#include <gmock/gmock.h>

namespace pleurascope::data {
namespace {

using core::ErrorCode;
using ::testing::HasSubstr;

AugmentationRecipe everything() {
    AugmentationRecipe recipe{{{Rotate{3, 25}, 0.7},
                               {RotateWithoutCrop{180, 0, true, 17}, 0.1},
                               {Shear{0.5, 25}, 1},
                               {Zoom{0.1, 4}, 0.3},
                               {ZoomRandom{0.1, true}, 0.3},
                               {RandomBrightness{0, 1.0 / 3}, 0.5},
                               {RandomContrast{0.9, 1.1}, 0.5},
                               {RandomDistortion{3, 5, 8}, 0.5}},
                              true};
    for (int i = 0; i < 4; ++i)
        recipe.steps.push_back({RotateRightAngle{RightAngle(i)}, 0.25});
    for (int i = 0; i < 5; ++i)
        recipe.steps.push_back({Skew{SkewKind(i), 0.05 + i * 0.2}, 0.25});
    for (int i = 0; i < 3; ++i)
        recipe.steps.push_back({Flip{FlipAxis(i)}, 0.25});
    return recipe;
}

std::string withStep(const std::string& step) {
    return R"({"format":1,"swap_sides":false,"steps":[)" + step + "]}";
}

TEST(AugmentationJsonTest, EveryOperationComesBackAsItWent) {
    const auto recipe = everything();
    const auto read = augmentationRecipeFromJson(toJson(recipe));
    ASSERT_TRUE(read) << core::describe(read.error());
    EXPECT_EQ(*read, recipe);
}

TEST(AugmentationJsonTest, TheNotebooksRecipeReadsAsItWasPublished) {
    EXPECT_EQ(toJson(*augmentationPreset("notebook")),
              R"({"format":1,"swap_sides":false,"steps":[{"operation":"rotate","max_left_rotation":10,)"
              R"("max_right_rotation":10,"probability":0.7}]})");
}

TEST(AugmentationJsonTest, WhatIsNotARecipeIsRefusedWithItsPlace) {
    const std::string zoom = R"("operation":"zoom","min_factor":1,"max_factor":1.5)";
    const std::vector<std::pair<std::string, std::string>> faults{
        {"", "not a JSON object"},
        {"[]", "not a JSON object"},
        {R"({"format":1,"swap_sides":false,"steps":[]} x)", "not a JSON object"},
        {R"({"format":1,"swap_sides":false})", "steps is missing"},
        {R"({"format":1,"steps":[]})", "swap_sides is missing"},
        {R"({"format":"1","swap_sides":false,"steps":[]})", "format is not a whole number"},
        {R"({"format":0,"swap_sides":false,"steps":[]})", "format is not 1"},
        {R"({"format":1,"swap_sides":0,"steps":[]})", "swap_sides is neither"},
        {R"({"format":1,"swap_sides":false,"steps":{}})", "steps is not a list"},
        {R"({"format":1,"swap_sides":false,"steps":[],"step":1})", "step is not known"},
        {R"({"format":1,"swap_sides":false,"swap_sides":false,"steps":[]})", "swap_sides stands twice"},
        {withStep("3"), "steps[0]: is not an object"},
        {withStep("{}"), "steps[0]"},
        {withStep(R"({"probability":1,"operation":"blur"})"), "operation 'blur' is not known"},
        {withStep(R"({"probability":1,"operation":7})"), "operation is not a text"},
        {withStep("{" + zoom + "}"), "probability is missing"},
        {withStep("{" + zoom + R"(,"probability":"1"})"), "probability is not a number"},
        {withStep("{" + zoom + R"(,"probability":true})"), "probability is not a number"},
        {withStep("{" + zoom + R"(,"probability":1,"magnitude":2})"), "magnitude is not known"},
        {withStep("{" + zoom + R"(,"probability":1,"probability":1})"), "probability stands twice"},
        {withStep(R"({"operation":"zoom","probability":1,"min_factor":1})"), "max_factor is missing"},
        {withStep(R"({"operation":"rotate","probability":1,"max_left_rotation":1.5,"max_right_rotation":1})"),
         "max_left_rotation is not a whole number"},
        {withStep(
             R"({"operation":"rotate","probability":1,"max_left_rotation":99999999999,"max_right_rotation":1})"),
         "max_left_rotation is not a whole number"},
        {withStep(R"({"operation":"rotate","probability":1,"max_left_rotation":-18446744073709551615,)"
                  R"("max_right_rotation":1})"),
         "max_left_rotation is not a whole number"},
        {withStep(R"({"operation":"zoom_random","probability":1,"percentage_area":0.5,)"
                  R"("randomise_percentage_area":null})"),
         "randomise_percentage_area is neither"},
    };
    for (const auto& [text, problem] : faults) {
        const auto read = augmentationRecipeFromJson(text);
        ASSERT_FALSE(read) << text;
        EXPECT_EQ(read.error().code, ErrorCode::damaged) << text;
        EXPECT_THAT(read.error().detail, HasSubstr(problem)) << text;
    }
}

TEST(AugmentationJsonTest, ALaterFormatIsNamed) {
    const auto read = augmentationRecipeFromJson(R"({"format":2,"swap_sides":false,"steps":[]})");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::unsupportedFormat);
}

TEST(AugmentationJsonTest, AValueOutOfItsRangeIsNamed) {
    const auto read =
        augmentationRecipeFromJson(withStep(R"({"operation":"skew","probability":1,"magnitude":1.01})"));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::invalidArgument);
    EXPECT_THAT(read.error().detail, HasSubstr("steps[0]: magnitude"));
}

TEST(AugmentationJsonTest, NoPrefixOfARecipeIsARecipe) {
    const std::string text = toJson(everything());
    for (std::size_t length = 0; length < text.size(); ++length)
        EXPECT_FALSE(augmentationRecipeFromJson(text.substr(0, length))) << length;
}

} // namespace
} // namespace pleurascope::data
