// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationRecipe.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>

namespace pleurascope::data {
namespace {

using core::ErrorCode;

bool hasFlip(const AugmentationRecipe& recipe) {
    return std::ranges::any_of(recipe.steps,
                               [](const auto& step) { return std::holds_alternative<Flip>(step.operation); });
}

TEST(AugmentationRecipeTest, ThePresetsAreSoundAndSwapNoSidesUnlessAsked) {
    for (const char* name : {"none", "notebook", "default"}) {
        const auto recipe = augmentationPreset(name);
        ASSERT_TRUE(recipe);
        EXPECT_TRUE(checkRecipe(*recipe));
        EXPECT_FALSE(hasFlip(*recipe)) << name;
    }
    const auto asked = augmentationPreset("default", true);
    EXPECT_TRUE(checkRecipe(*asked));
    EXPECT_TRUE(hasFlip(*asked));
}

TEST(AugmentationRecipeTest, TheNotebookTurnsTenDegreesEitherWay) {
    const auto recipe = augmentationPreset("notebook");
    ASSERT_EQ(recipe->steps.size(), 1U);
    EXPECT_EQ(recipe->steps[0], (AugmentationStep{Rotate{10, 10}, 0.7}));
}

TEST(AugmentationRecipeTest, AnUnknownPresetIsNamed) {
    const auto recipe = augmentationPreset("nootbook");
    ASSERT_FALSE(recipe);
    EXPECT_EQ(recipe.error().code, ErrorCode::invalidArgument);
    EXPECT_THAT(recipe.error().detail, ::testing::HasSubstr("nootbook"));
}

TEST(AugmentationRecipeTest, AFlipThatSwapsSidesMustBeAskedFor) {
    for (const FlipAxis axis : {FlipAxis::leftRight, FlipAxis::random}) {
        EXPECT_FALSE(checkRecipe({{{Flip{axis}, 0.5}}, false}));
        EXPECT_TRUE(checkRecipe({{{Flip{axis}, 0.5}}, true}));
    }
    EXPECT_TRUE(checkRecipe({{{Flip{FlipAxis::topBottom}, 0.5}}, false}));
}

TEST(AugmentationRecipeTest, AugmentorsLimitsHold) {
    const double nan = std::nan("");
    const std::vector<AugmentationOperation> outside{Rotate{26, 0},
                                                     Rotate{0, -1},
                                                     RotateWithoutCrop{181, 0, false, 0},
                                                     RotateWithoutCrop{0, 0, false, 256},
                                                     Shear{0, 1},
                                                     Shear{1, 25.5},
                                                     Shear{nan, 1},
                                                     Skew{SkewKind::tilt, 0},
                                                     Skew{SkewKind::tilt, 1.5},
                                                     Zoom{0, 1},
                                                     Zoom{1.2, 1.1},
                                                     Zoom{1, nan},
                                                     Zoom{1, 5},
                                                     ZoomRandom{1, false},
                                                     ZoomRandom{0.05, false},
                                                     RandomBrightness{-0.1, 1},
                                                     RandomBrightness{1, 0.5},
                                                     RandomContrast{0, 101},
                                                     RandomDistortion{0, 4, 1},
                                                     RandomDistortion{4, 257, 1},
                                                     RandomDistortion{4, 4, -1}};
    for (std::size_t i = 0; i < outside.size(); ++i) {
        const auto checked = checkRecipe({{{Rotate{1, 1}, 1}, {outside[i], 1}}});
        ASSERT_FALSE(checked) << i;
        EXPECT_EQ(checked.error().code, ErrorCode::invalidArgument);
        EXPECT_THAT(checked.error().detail, ::testing::StartsWith("steps[1]: "));
    }
    for (const double probability : {0.0, -0.5, 1.01, nan})
        EXPECT_FALSE(checkRecipe({{{Rotate{1, 1}, probability}}}));
    EXPECT_FALSE(checkRecipe({std::vector<AugmentationStep>(65, {Rotate{1, 1}, 1})}));
}

} // namespace
} // namespace pleurascope::data
