// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Optimization.h"
#include "engine/training/Preset.h"
#include "engine/training/RunRecords.h"

#include <gtest/gtest.h>

namespace pleurascope::training {
namespace {

TEST(Optimization, TheRateWarmsUpAndThenFollowsItsSchedule) {
    Optimization optimization;
    optimization.warmUp = 2;
    optimization.schedule = ScheduleKind::cosine;
    EXPECT_DOUBLE_EQ(rateFactor(optimization, 0, 10), 0);
    EXPECT_DOUBLE_EQ(rateFactor(optimization, 1, 10), 0.5);
    EXPECT_DOUBLE_EQ(rateFactor(optimization, 2, 10), 1);
    EXPECT_NEAR(rateFactor(optimization, 6, 10), 0.5, 1e-12);
    EXPECT_NEAR(rateFactor(optimization, 10, 10), 0, 1e-12);
    optimization.schedule = ScheduleKind::step;
    EXPECT_DOUBLE_EQ(rateFactor(optimization, 5.9, 10), 1);
    EXPECT_DOUBLE_EQ(rateFactor(optimization, 6, 10), 0.1);
    EXPECT_DOUBLE_EQ(rateFactor(optimization, 8, 10), 0.01);
    optimization.schedule = ScheduleKind::constant;
    EXPECT_DOUBLE_EQ(rateFactor(optimization, 10, 10), 1);
}

TEST(Optimization, EveryPresetGivesAConfigurationThatComesBackFromItsRunJson) {
    for (const auto name : presetNames()) {
        TrainingConfig config;
        ASSERT_TRUE(applyPreset(name, config));
        config.output = "RUN";
        EXPECT_TRUE(checkConfig(config)) << name;
        const auto text = runJson(config, {});
        const auto back = configFromRunJson(text);
        ASSERT_TRUE(back) << core::describe(back.error());
        EXPECT_EQ(runJson(*back, {}), text);
        EXPECT_EQ(back->preset, name);
        EXPECT_EQ(back->augmentation.recipe, config.augmentation.recipe);
        EXPECT_EQ(back->fineTuning.stage, config.fineTuning.stage);
    }
}

TEST(Optimization, APresetThatThereIsNotNamesThoseThatThereAre) {
    TrainingConfig config;
    const auto applied = applyPreset("best", config);
    ASSERT_FALSE(applied);
    EXPECT_NE(applied.error().detail.find("notebook-clean"), std::string::npos);
}

TEST(Optimization, RunsOfOlderProgramsAreReadWithTheirOldValues) {
    TrainingConfig plain;
    auto text = runJson(plain, {});
    for (const char* key :
         {"preset", "deepest_cut", "fine_tune", "fine_tune_learning_rate", "optimization", "augmentation",
          "augment_positive_only", "mirror", "flip_average", "split_last"}) {
        const auto at = text.find("\"" + std::string(key) + "\"");
        ASSERT_NE(at, std::string::npos) << key;
        text.replace(at + 1, 1, "_");
    }
    const auto back = configFromRunJson(text);
    ASSERT_TRUE(back) << core::describe(back.error());
    EXPECT_EQ(runJson(*back, {}), runJson(plain, {}));
}

} // namespace
} // namespace pleurascope::training
