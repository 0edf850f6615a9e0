// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/ItemPlan.h"
#include "engine/data/KerasSplit.h"
#include "engine/training/Preset.h"
#include "tests/engine/data/DrawnDataset.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace pleurascope::training {
namespace {

TrainingConfig copying(data::AugmentationMode mode, Mirror mirror) {
    TrainingConfig config;
    config.augmentation.recipe = *data::augmentationPreset("default");
    config.augmentation.mode = mode;
    config.augmentation.copiesPerFilm = 2;
    config.mirror = mirror;
    config.flipAverage = true;
    return config;
}

TEST(ItemPlan, TrainsOnNoCopyOfAValidationFilmAndOnNoFilmOfAValidationPatient) {
    for (std::uint32_t seed = 1; seed <= 20; ++seed)
        for (const auto mode : {data::AugmentationMode::fixedSet, data::AugmentationMode::freshEachEpoch,
                                data::AugmentationMode::drawnFromSet})
            for (const auto mirror : {Mirror::none, Mirror::both, Mirror::drawn}) {
                const auto dataset = data::drawnDataset(seed, 60);
                auto config = copying(mode, mirror);
                config.split.seed = seed;
                const auto split = data::splitDataset(dataset, config.split);
                ASSERT_TRUE(split);
                const auto plan = ItemPlan::make(dataset, *split, config);
                ASSERT_TRUE(plan) << core::describe(plan.error());
                std::set<int> films;
                std::set<std::string> patients{};
                for (const Item& item : plan->validation()) {
                    films.insert(item.film);
                    patients.insert(dataset.samples[std::size_t(item.film)].patientId);
                }
                patients.erase("");
                for (int epoch = 1; epoch <= 3; ++epoch)
                    for (const Item& item : plan->trainingOf(epoch)) {
                        EXPECT_FALSE(films.contains(item.film));
                        EXPECT_FALSE(patients.contains(dataset.samples[std::size_t(item.film)].patientId));
                    }
            }
}

TEST(ItemPlan, TheNotebooksPresetValidatesOnCopiesOfTrainingFilms) {
    const auto dataset = data::drawnDataset(3, 100);
    TrainingConfig config;
    ASSERT_TRUE(applyPreset("notebook", config));
    const auto plan = ItemPlan::makeLeaking(dataset, config);
    ASSERT_TRUE(plan) << core::describe(plan.error());
    EXPECT_TRUE(plan->leaks());
    EXPECT_EQ(plan->trainingOf(1).size() + plan->validation().size(), 300U);
    EXPECT_EQ(plan->validation().size(), 60U);
    std::set<int> trained;
    for (const Item& item : plan->trainingOf(1))
        trained.insert(item.film);
    EXPECT_GT(std::ranges::count_if(plan->validation(),
                                    [&](const Item& item) { return trained.contains(item.film); }),
              10);
    for (const Item& item : plan->trainingOf(1))
        EXPECT_TRUE(item.copy == 0 || dataset.samples[std::size_t(item.film)].label == 0);
}

TEST(ItemPlan, TheCleanNotebookSplitsAsKerasAndCopiesTrainingFilmsAlone) {
    const auto dataset = data::drawnDataset(3, 100);
    TrainingConfig config;
    ASSERT_TRUE(applyPreset("notebook-clean", config));
    const auto split = data::kerasSplit(dataset, config.split);
    ASSERT_TRUE(split);
    EXPECT_EQ(split->validation.size(), 20U);
    const auto plan = ItemPlan::make(dataset, *split, config);
    ASSERT_TRUE(plan) << core::describe(plan.error());
    EXPECT_FALSE(plan->leaks());
    EXPECT_EQ(plan->trainingOf(1).size(), 280U);
    for (const Item& item : plan->trainingOf(1))
        EXPECT_FALSE(std::ranges::binary_search(split->validation, item.film));
}

TEST(ItemPlan, MirrorsEveryItemOrOneOfTheTwoAsAskedFor) {
    const auto dataset = data::drawnDataset(5, 80);
    const auto split = data::splitDataset(dataset, {});
    TrainingConfig config;
    const auto itemsOf = [&](Mirror mirror, int epoch) {
        config.mirror = mirror;
        return ItemPlan::make(dataset, *split, config)->trainingOf(epoch);
    };
    const auto plain = itemsOf(Mirror::none, 1), both = itemsOf(Mirror::both, 1);
    const auto drawn = itemsOf(Mirror::drawn, 1), later = itemsOf(Mirror::drawn, 2);
    EXPECT_EQ(both.size(), 2 * plain.size());
    EXPECT_EQ(drawn.size(), plain.size());
    EXPECT_NE(drawn, later);
    const auto mirrored = std::ranges::count_if(drawn, &Item::mirrored);
    EXPECT_GT(mirrored, 15);
    EXPECT_LT(mirrored, 49);
}

TEST(ItemPlan, WhatIsDrawnStands) {
    const auto dataset = data::drawnDataset(5, 40);
    const auto split = data::splitDataset(dataset, {});
    const auto plan =
        ItemPlan::make(dataset, *split, copying(data::AugmentationMode::drawnFromSet, Mirror::drawn));
    ASSERT_TRUE(plan);
    const auto standing = plan->standing();
    EXPECT_EQ(standing.size(), 2 * split->validation.size() + 2 * 3 * split->training.size());
    for (int epoch = 1; epoch <= 5; ++epoch) {
        EXPECT_TRUE(plan->freshOf(epoch).empty());
        EXPECT_EQ(plan->trainingOf(epoch).size(), split->training.size());
        for (const Item& item : plan->trainingOf(epoch))
            EXPECT_TRUE(std::ranges::binary_search(standing, item));
    }
}

TEST(ItemPlan, FreshCopiesAreMadeForTheirEpochAlone) {
    const auto dataset = data::drawnDataset(5, 40);
    const auto split = data::splitDataset(dataset, {});
    const auto plan =
        ItemPlan::make(dataset, *split, copying(data::AugmentationMode::freshEachEpoch, Mirror::none));
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->standing().size(), 2 * split->validation.size()) << "validation films and their twins";
    const auto one = plan->freshOf(1), two = plan->freshOf(2);
    EXPECT_EQ(one.size(), split->training.size());
    EXPECT_EQ(one.front().copy, 1U);
    EXPECT_EQ(two.front().copy, 2U);
    EXPECT_NE(plan->identityOf(one.front(), "a"), plan->identityOf(two.front(), "a"));
}

} // namespace
} // namespace pleurascope::training
