// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentedSet.h"

#include "tests/engine/data/DrawnDataset.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <map>
#include <set>

namespace pleurascope::data {
namespace {

using core::ErrorCode;

AugmentationPlan planOf(AugmentationMode mode, std::uint32_t seed) {
    AugmentationPlan plan;
    plan.recipe = *augmentationPreset("notebook");
    plan.mode = mode;
    plan.seed = seed;
    return plan;
}

/// Plans of every kind.
std::vector<AugmentationPlan> plansOf(std::uint32_t seed) {
    std::vector<AugmentationPlan> plans{
        planOf(AugmentationMode::fixedSet, seed), planOf(AugmentationMode::fixedSet, seed),
        planOf(AugmentationMode::fixedSet, seed), planOf(AugmentationMode::freshEachEpoch, seed),
        planOf(AugmentationMode::freshEachEpoch, seed)};
    plans[0].copiesPerFilm = 3;
    plans[1].augmentedClass = "effusion";
    plans[2].augmentedClass = "effusion";
    plans[2].sampledCopies = 200;
    plans[4].augmentedClass = "effusion";
    return plans;
}

/// That all of the training side, and nothing of a film or patient on the other, is in `items`.
void expectOnlyTraining(const Dataset& dataset, const Split& split, const std::vector<TrainingItem>& items) {
    std::set<std::string> validatedFilms;
    std::set<std::string> validatedPatients;
    for (const int film : split.validation) {
        validatedFilms.insert(dataset.samples[std::size_t(film)].path);
        validatedPatients.insert(dataset.samples[std::size_t(film)].patientId);
    }
    validatedPatients.erase("");
    std::set<int> trained;
    for (const TrainingItem& item : items) {
        const Sample& sample = dataset.samples[std::size_t(item.film)];
        EXPECT_FALSE(validatedFilms.contains(sample.path)) << sample.path << " copy " << item.copy;
        EXPECT_FALSE(validatedPatients.contains(sample.patientId)) << sample.patientId;
        trained.insert(item.film);
    }
    EXPECT_EQ(std::vector<int>(trained.begin(), trained.end()), split.training);
    EXPECT_EQ(std::set<TrainingItem>(items.begin(), items.end()).size(), items.size());
}

TEST(AugmentedSetTest, NoCopyOfAValidationFilmAndNoFilmOfAValidationPatientIsTrainedOn) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const Dataset dataset = drawnDataset(seed, 90);
        for (const double share : {0.1, 0.2, 0.5}) {
            const auto split = splitDataset(dataset, {SplitUnit::patient, share, seed});
            ASSERT_TRUE(split);
            for (const auto& plan : plansOf(seed)) {
                const auto set = AugmentedSet::make(dataset, *split, plan);
                ASSERT_TRUE(set) << core::describe(set.error());
                for (const std::uint32_t epoch : {1U, 2U, 50U})
                    expectOnlyTraining(dataset, *split, set->itemsOfEpoch(epoch));
            }
        }
    }
}

class AugmentedSetOfTen : public ::testing::Test {
protected:
    AugmentedSetOfTen() {
        for (int i = 0; i < 10; ++i)
            dataset.samples.push_back({"film" + std::to_string(i) + ".png", i % 2, {}, {}, {}, {}});
    }

    std::vector<TrainingItem> items(const AugmentationPlan& plan, std::uint32_t epoch = 1) const {
        const auto set = AugmentedSet::make(dataset, split, plan);
        EXPECT_TRUE(set) << core::describe(set.error());
        return set ? set->itemsOfEpoch(epoch) : std::vector<TrainingItem>();
    }

    ErrorCode refusal(const AugmentationPlan& plan) const {
        const auto set = AugmentedSet::make(dataset, split, plan);
        EXPECT_FALSE(set);
        return set ? ErrorCode::internal : set.error().code;
    }

    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    Split split{{1, 2, 4, 7}, {0, 3, 5, 6, 8, 9}};
};

TEST_F(AugmentedSetOfTen, AFixedSetIsTheFilmsAndTheirCopies) {
    auto plan = planOf(AugmentationMode::fixedSet, 1);
    plan.copiesPerFilm = 2;
    plan.augmentedClass = "effusion";
    const std::vector<TrainingItem> expected{{1, 0}, {2, 0}, {4, 0}, {7, 0}, {2, 1}, {2, 2}, {4, 1}, {4, 2}};
    EXPECT_EQ(items(plan, 1), expected);
    EXPECT_EQ(items(plan, 9), expected);
}

TEST_F(AugmentedSetOfTen, FreshCopiesAreNumberedByTheEpoch) {
    auto plan = planOf(AugmentationMode::freshEachEpoch, 1);
    plan.augmentedClass = "nofinding";
    EXPECT_EQ(items(plan, 3), (std::vector<TrainingItem>{{2, 0}, {4, 0}, {1, 3}, {7, 3}}));
}

TEST_F(AugmentedSetOfTen, ADrawnSetShowsEachFilmOnceAnEpochAsItselfOrACopy) {
    auto plan = planOf(AugmentationMode::drawnFromSet, 1);
    plan.copiesPerFilm = 3;
    plan.augmentedClass = "effusion";
    std::map<TrainingItem, int> shown;
    constexpr int epochs = 400;
    for (std::uint32_t epoch = 1; epoch <= epochs; ++epoch) {
        std::vector<int> films;
        for (const auto& item : items(plan, epoch)) {
            films.push_back(item.film);
            ++shown[item];
        }
        std::ranges::sort(films);
        EXPECT_EQ(films, (std::vector{1, 2, 4, 7}));
    }
    EXPECT_EQ((shown[{1, 0}]), epochs) << "a film that is not copied";
    ASSERT_EQ(shown.size(), 2U + 2U * 4U);
    for (const int film : {2, 4})
        for (std::uint32_t copy = 0; copy <= 3; ++copy)
            EXPECT_NEAR((shown[{film, copy}]), epochs / 4, 44) << "five standard deviations";
    EXPECT_EQ(items(plan, 7), items(plan, 7));
}

TEST_F(AugmentedSetOfTen, SampledCopiesAreDrawnWithReplacementAndNumberedByFilm) {
    auto plan = planOf(AugmentationMode::fixedSet, 1);
    plan.augmentedClass = "effusion";
    plan.sampledCopies = 200;
    std::map<int, std::vector<std::uint32_t>> copies;
    for (const auto& item : items(plan))
        if (item.copy > 0)
            copies[item.film].push_back(item.copy);
    ASSERT_EQ(copies.size(), 2U);
    EXPECT_EQ(copies[2].size() + copies[4].size(), 200U);
    EXPECT_NEAR(double(copies[2].size()), 100, 35); // five standard deviations
    EXPECT_EQ(copies[2].back(), copies[2].size());
    EXPECT_EQ(items(plan), items(plan));
}

TEST_F(AugmentedSetOfTen, WithoutStepsThereAreNoCopies) {
    for (const auto mode : {AugmentationMode::fixedSet, AugmentationMode::freshEachEpoch}) {
        auto plan = planOf(mode, 1);
        plan.recipe = {};
        EXPECT_EQ(items(plan), (std::vector<TrainingItem>{{1, 0}, {2, 0}, {4, 0}, {7, 0}}));
    }
}

TEST_F(AugmentedSetOfTen, ASplitThatLeaksIsRefused) {
    split.training.push_back(9);
    EXPECT_EQ(refusal(planOf(AugmentationMode::fixedSet, 1)), ErrorCode::invalidArgument);
    split.training.pop_back();
    dataset.samples[1].path = "./film3.png";
    EXPECT_EQ(refusal(planOf(AugmentationMode::fixedSet, 1)), ErrorCode::invalidArgument);
}

TEST_F(AugmentedSetOfTen, APatientOnBothSidesIsRefusedUnlessTheSplitIsByImage) {
    dataset.samples[1].patientId = "P1";
    dataset.samples[3].patientId = "P1";
    auto plan = planOf(AugmentationMode::fixedSet, 1);
    const auto set = AugmentedSet::make(dataset, split, plan);
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::invalidArgument);
    EXPECT_THAT(set.error().detail, ::testing::HasSubstr("P1"));
    plan.unit = SplitUnit::image;
    EXPECT_TRUE(AugmentedSet::make(dataset, split, plan));
}

TEST_F(AugmentedSetOfTen, APlanOutOfItsRangeIsRefused) {
    auto plan = planOf(AugmentationMode::fixedSet, 1);
    plan.augmentedClass = "pneumonia";
    EXPECT_EQ(refusal(plan), ErrorCode::unknownLabel);
    plan = planOf(AugmentationMode::fixedSet, 1);
    plan.copiesPerFilm = -1;
    EXPECT_EQ(refusal(plan), ErrorCode::invalidArgument);
    plan = planOf(AugmentationMode::fixedSet, 1);
    plan.sampledCopies = 1000001;
    EXPECT_EQ(refusal(plan), ErrorCode::invalidArgument);
    plan = planOf(AugmentationMode::fixedSet, 1);
    plan.recipe.steps[0].probability = 2;
    EXPECT_EQ(refusal(plan), ErrorCode::invalidArgument);
    plan = planOf(AugmentationMode::fixedSet, 1);
    plan.augmentedClass = "effusion";
    plan.sampledCopies = 5;
    split.training = {1, 7};
    EXPECT_EQ(refusal(plan), ErrorCode::emptyClass);
}

TEST_F(AugmentedSetOfTen, ItsPixelsAreTheFilmsOrACopys) {
    const auto film = core::PixelBuffer::fromVector(
        4, 4, 1, core::SampleType::u8,
        std::vector<std::uint8_t>{0, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5});
    auto plan = planOf(AugmentationMode::fixedSet, 1);
    plan.recipe = {{{Flip{FlipAxis::leftRight}, 1}}, true};
    const auto set = AugmentedSet::make(dataset, split, plan);
    ASSERT_TRUE(set);
    EXPECT_EQ(set->pixelsOf({1, 0}, film, "hash").samples<std::uint8_t>()[0], 0);
    EXPECT_EQ(set->pixelsOf({1, 1}, film, "hash").samples<std::uint8_t>()[0], 7);
}

} // namespace
} // namespace pleurascope::data
