// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Split.h"

#include "tests/engine/data/DrawnDataset.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <map>
#include <set>

namespace pleurascope::data {
namespace {

using core::ErrorCode;

/// drawnDataset with some films of unknown patients, and some of known ones, in look groups.
Dataset groupedDataset(std::uint32_t seed, int count) {
    Dataset dataset = drawnDataset(seed, count);
    Shuffle draw(seed + 1000);
    for (Sample& sample : dataset.samples)
        if (draw.interval(4) == 0)
            sample.lookGroup = "look-" + std::to_string(draw.interval(std::uint32_t(count) / 10));
    return dataset;
}

/// What a film shares with others: no such thing may stand in two folds.
std::vector<std::string> bonds(const Sample& sample) {
    std::vector<std::string> all;
    if (!sample.patientId.empty())
        all.push_back("patient " + sample.patientId);
    if (!sample.lookGroup.empty())
        all.push_back(sample.lookGroup);
    return all;
}

int countOf(const Dataset& dataset, const std::vector<int>& folds, int fold, int label) {
    int count = 0;
    for (std::size_t i = 0; i < folds.size(); ++i)
        count += folds[i] == fold && dataset.samples[i].label == label;
    return count;
}

TEST(FoldsTest, NoPatientAndNoLookGroupStandsInTwoFolds) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const Dataset dataset = groupedDataset(seed, 120);
        const auto folds = foldsOf(dataset, {SplitUnit::patient, 0.2, seed, 3});
        ASSERT_TRUE(folds) << core::describe(folds.error());
        std::map<std::string, int> foldOf;
        for (std::size_t i = 0; i < folds->size(); ++i)
            for (const auto& bond : bonds(dataset.samples[i]))
                EXPECT_EQ(foldOf.emplace(bond, (*folds)[i]).first->second, (*folds)[i]) << bond;
    }
}

TEST(FoldsTest, SplittingInTwoKeepsLookGroupsTogetherToo) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        const Dataset dataset = groupedDataset(seed, 90);
        const auto split = splitDataset(dataset, {SplitUnit::patient, 0.3, seed});
        ASSERT_TRUE(split);
        std::set<std::string> inTraining;
        for (const int i : split->training)
            for (const auto& bond : bonds(dataset.samples[std::size_t(i)]))
                inTraining.insert(bond);
        for (const int i : split->validation)
            for (const auto& bond : bonds(dataset.samples[std::size_t(i)]))
                EXPECT_FALSE(inTraining.contains(bond)) << bond;
    }
}

TEST(FoldsTest, FilmsOfSinglePatientsSpreadEvenlyOverLabelAndFold) {
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    for (int i = 0; i < 103; ++i)
        dataset.samples.push_back({"film" + std::to_string(i) + ".png", i < 33 ? 0 : 1, {}, {}, {}, {}});
    const auto folds = foldsOf(dataset, {SplitUnit::patient, 0.2, 44, 5});
    ASSERT_TRUE(folds);
    for (int fold = 0; fold < 5; ++fold) {
        EXPECT_NEAR(countOf(dataset, *folds, fold, 0), 33 / 5.0, 0.61);
        EXPECT_EQ(countOf(dataset, *folds, fold, 1), 14);
        EXPECT_NEAR(std::count(folds->begin(), folds->end(), fold), 103 / 5.0, 1);
    }
}

TEST(FoldsTest, DependOnTheSeedAlone) {
    const Dataset dataset = groupedDataset(9, 200);
    const auto with = [&](std::uint32_t seed) {
        return *foldsOf(dataset, {SplitUnit::patient, 0.2, seed, 5});
    };
    EXPECT_EQ(with(1), with(1));
    EXPECT_NE(with(1), with(2));
}

TEST(FoldsTest, AFoldIsTheValidationSideOfItsSplit) {
    const Dataset dataset = groupedDataset(4, 100);
    const auto folds = *foldsOf(dataset, {SplitUnit::patient, 0.2, 44, 4});
    std::set<int> seen;
    for (int fold = 0; fold < 4; ++fold) {
        const auto split = splitDataset(dataset, {SplitUnit::patient, 0.2, 44, 4, fold});
        ASSERT_TRUE(split);
        EXPECT_EQ(split->training.size() + split->validation.size(), 100U);
        for (const int i : split->validation) {
            EXPECT_EQ(folds[std::size_t(i)], fold);
            EXPECT_TRUE(seen.insert(i).second);
        }
    }
    EXPECT_EQ(seen.size(), 100U);
}

TEST(FoldsTest, AFoldThatWouldLackAClassIsNamed) {
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    for (int i = 0; i < 30; ++i)
        dataset.samples.push_back({"film" + std::to_string(i) + ".png", i < 4 ? 0 : 1, {}, {}, {}, {}});
    const auto folds = foldsOf(dataset, {SplitUnit::patient, 0.2, 44, 5});
    ASSERT_FALSE(folds);
    EXPECT_EQ(folds.error().code, ErrorCode::emptyClass);
    EXPECT_THAT(folds.error().detail, ::testing::HasSubstr("effusion"));
    EXPECT_THAT(folds.error().detail, ::testing::HasSubstr("fold 5"));
}

TEST(FoldsTest, FewerThanTwoFoldsAndAFoldBeyondTheLastAreRefused) {
    const Dataset dataset = drawnDataset(1, 60);
    EXPECT_EQ(foldsOf(dataset, {SplitUnit::patient, 0.2, 44, 1}).error().code, ErrorCode::invalidArgument);
    EXPECT_EQ(splitDataset(dataset, {SplitUnit::patient, 0.2, 44, 5, 5}).error().code,
              ErrorCode::invalidArgument);
}

TEST(SplitUnitsTest, PatientsAndLooksChain) {
    Dataset dataset{"/data", {"effusion", "nofinding"}, {}, 0};
    dataset.samples = {{"a.png", 0, "P1", {}, {}, {}, {}},
                       {"b.png", 1, {}, {}, {}, {}, "look-1"},
                       {"c.png", 1, "P1", {}, {}, {}, "look-1"},
                       {"d.png", 0, {}, {}, {}, {}, {}},
                       {"./d.png", 0, {}, {}, {}, {}, {}}};
    EXPECT_EQ(splitUnits(dataset, SplitUnit::patient), (std::vector{0, 0, 0, 1, 1}));
    EXPECT_EQ(splitUnits(dataset, SplitUnit::image), (std::vector{0, 1, 2, 3, 3}));
}

TEST(CsvOf, IsReadBackAsItWas) {
    const auto folder = std::filesystem::temp_directory_path() / "pleurascope-csvof";
    std::filesystem::create_directories(folder);
    Dataset dataset{folder, {"effusion", "nofinding"}, {}, 0};
    dataset.samples = {{"a, b.png", 1, "P\"1", "PA", "61", "F", "look-3"}, {"c.png", 0, {}, {}, {}, {}, {}}};
    for (const auto& sample : dataset.samples)
        std::ofstream(dataset.fileOf(sample)) << "x";
    std::ofstream(folder / "table.csv") << csvOf(dataset, {1, 0});
    const auto back = datasetFromCsv(folder, folder / "table.csv");
    ASSERT_TRUE(back) << core::describe(back.error());
    EXPECT_EQ(back->samples[0].path, "c.png");
    EXPECT_EQ(back->samples[1].path, "a, b.png");
    EXPECT_EQ(back->samples[1].patientId, "P\"1");
    EXPECT_EQ(back->samples[1].lookGroup, "look-3");
    EXPECT_EQ(csvOf(*back, {1, 0}), csvOf(dataset, {0, 1}));
    std::filesystem::remove_all(folder);
}

} // namespace
} // namespace pleurascope::data
