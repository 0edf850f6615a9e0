// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Split.h"

#include "tests/engine/data/DrawnDataset.h"
#include "tests/support/SharedFolder.h"

#include <algorithm>
#include <cmath>
#include <gmock/gmock.h>
#include <map>
#include <set>

namespace pleurascope::data {
namespace {

using core::ErrorCode;

int filmsWith(const Dataset& dataset, const std::vector<int>& side, int label) {
    return int(std::count_if(side.begin(), side.end(),
                             [&](int i) { return dataset.samples[std::size_t(i)].label == label; }));
}

int largestPatient(const Dataset& dataset) {
    std::map<std::string, int> films;
    int largest = 1;
    for (const Sample& sample : dataset.samples)
        if (!sample.patientId.empty())
            largest = std::max(largest, ++films[sample.patientId]);
    return largest;
}

std::set<std::string> patientsOn(const Dataset& dataset, const std::vector<int>& side) {
    std::set<std::string> patients;
    for (const int i : side)
        if (const auto& id = dataset.samples[std::size_t(i)].patientId; !id.empty())
            patients.insert(id);
    return patients;
}

void expectSoundSplit(const Dataset& dataset, const Split& split, double share, int tolerance) {
    std::set<int> all(split.training.begin(), split.training.end());
    all.insert(split.validation.begin(), split.validation.end());
    EXPECT_EQ(all.size(), dataset.samples.size());
    EXPECT_EQ(split.training.size() + split.validation.size(), dataset.samples.size());
    EXPECT_TRUE(std::is_sorted(split.training.begin(), split.training.end()));
    EXPECT_TRUE(std::is_sorted(split.validation.begin(), split.validation.end()));
    for (int label = 0; label < int(dataset.classes.size()); ++label)
        EXPECT_NEAR(filmsWith(dataset, split.validation, label), share * dataset.countOf(label), tolerance);
}

TEST(SplitTest, NoPatientStandsOnBothSidesAndEachLabelKeepsItsShare) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        const Dataset dataset = drawnDataset(seed, 90);
        for (const double share : {0.1, 0.2, 0.5, 0.8}) {
            const auto split = splitDataset(dataset, {SplitUnit::patient, share, seed});
            ASSERT_TRUE(split) << core::describe(split.error());
            expectSoundSplit(dataset, *split, share, largestPatient(dataset));
            const auto left = patientsOn(dataset, split->training);
            for (const auto& patient : patientsOn(dataset, split->validation))
                EXPECT_FALSE(left.contains(patient)) << patient << " seed " << seed;
        }
    }
}

TEST(SplitTest, ByImageEachLabelIsWithinOneFilm) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const Dataset dataset = drawnDataset(seed, 61);
        const auto split = splitDataset(dataset, {SplitUnit::image, 0.2, seed});
        ASSERT_TRUE(split);
        expectSoundSplit(dataset, *split, 0.2, 1);
    }
}

TEST(SplitTest, TheSameSeedGivesTheSameSplitAndAnotherSeedAnother) {
    const Dataset dataset = drawnDataset(5, 200);
    const auto first = splitDataset(dataset, {SplitUnit::patient, 0.2, 44});
    EXPECT_EQ(first->validation, splitDataset(dataset, {SplitUnit::patient, 0.2, 44})->validation);
    EXPECT_NE(first->validation, splitDataset(dataset, {SplitUnit::patient, 0.2, 45})->validation);
}

TEST(SplitTest, AFilmNamedTwiceStaysOnOneSide) {
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    for (int i = 0; i < 40; ++i)
        dataset.samples.push_back({"film" + std::to_string(i / 2) + ".png", i / 2 % 2, {}, {}, {}, {}});
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto split = splitDataset(dataset, {SplitUnit::image, 0.3, seed});
        ASSERT_TRUE(split);
        const std::set<int> validation(split->validation.begin(), split->validation.end());
        for (int i = 0; i < 40; i += 2)
            EXPECT_EQ(validation.contains(i), validation.contains(i + 1));
    }
}

TEST(SplitTest, ASmallClassStillStandsOnBothSides) {
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    for (int i = 0; i < 30; ++i)
        dataset.samples.push_back({"film" + std::to_string(i) + ".png", i < 2 ? 0 : 1, {}, {}, {}, {}});
    const auto split = splitDataset(dataset, {SplitUnit::patient, 0.1, 1});
    ASSERT_TRUE(split) << core::describe(split.error());
    EXPECT_EQ(filmsWith(dataset, split->training, 0), 1);
    EXPECT_EQ(filmsWith(dataset, split->validation, 0), 1);
}

TEST(SplitTest, AClassThatOneSideWouldLackIsNamed) {
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    for (int i = 0; i < 10; ++i)
        dataset.samples.push_back({"film" + std::to_string(i) + ".png", i == 0 ? 0 : 1, {}, {}, {}, {}});
    const auto split = splitDataset(dataset, {});
    ASSERT_FALSE(split);
    EXPECT_EQ(split.error().code, ErrorCode::emptyClass);
    EXPECT_THAT(split.error().detail, ::testing::HasSubstr("effusion"));
    EXPECT_THAT(split.error().detail, ::testing::HasSubstr("validation"));
}

TEST(SplitTest, AShareOutsideItsRangeIsRefused) {
    const Dataset dataset = drawnDataset(1, 30);
    for (const double share : {0.0, 1.0, -0.1, std::nan("")})
        EXPECT_EQ(splitDataset(dataset, {SplitUnit::patient, share, 1}).error().code,
                  ErrorCode::invalidArgument);
}

TEST(SplitTest, TheRealFilmsSplitIntoFiveSoundFolds) {
    const auto root = test::sharedFolder() / "data/cxr-effusion";
    if (!std::filesystem::exists(root / "labels.csv"))
        GTEST_SKIP() << root << " is absent";
    const auto dataset = datasetFromCsv(root, root / "labels.csv");
    ASSERT_TRUE(dataset);
    for (std::uint32_t seed = 42; seed < 47; ++seed) {
        const auto split = splitDataset(*dataset, {SplitUnit::patient, 0.2, seed});
        ASSERT_TRUE(split);
        expectSoundSplit(*dataset, *split, 0.2, 2);
    }
}

} // namespace
} // namespace pleurascope::data
