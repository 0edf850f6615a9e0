// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentationLineage.h"

#include "engine/core/Sha256.h"
#include "tests/engine/data/DrawnDataset.h"

#include <gmock/gmock.h>
#include <set>

namespace pleurascope::data {
namespace {

using ::testing::HasSubstr;

class AugmentationLineageTest : public ::testing::Test {
protected:
    AugmentationLineageTest() {
        plan.recipe = *augmentationPreset("notebook");
        plan.copiesPerFilm = 2;
        for (const Sample& sample : dataset.samples)
            hashes.push_back(core::sha256(sample.path));
    }

    std::vector<ItemLineage> lineage() const {
        return lineageOf(AugmentedSet::make(dataset, split, plan)->itemsOfEpoch(1), plan, hashes);
    }

    Dataset dataset = drawnDataset(7, 60);
    Split split = *splitDataset(dataset, {SplitUnit::patient, 0.2, 7});
    AugmentationPlan plan;
    std::vector<std::string> hashes;
};

TEST_F(AugmentationLineageTest, EachCopyNamesItsFilmsHashAndHasAnIdentityOfItsOwn) {
    std::set<std::string> identities;
    for (const auto& line : lineage()) {
        EXPECT_EQ(line.sourceSha256, hashes[std::size_t(line.item.film)]);
        EXPECT_EQ(line.identity == line.sourceSha256, line.item.copy == 0);
        EXPECT_EQ(line.identity.size(), 64U);
        identities.insert(line.identity);
    }
    EXPECT_EQ(identities.size(), split.training.size() * 3);
}

TEST_F(AugmentationLineageTest, AnIdentityChangesWithAllThatThePixelsDependOn) {
    std::set<std::string> identities{itemIdentity("a", plan, 1), itemIdentity("b", plan, 1),
                                     itemIdentity("a", plan, 2)};
    plan.seed += 1;
    identities.insert(itemIdentity("a", plan, 1));
    plan.recipe.steps[0].probability = 0.71;
    identities.insert(itemIdentity("a", plan, 1));
    EXPECT_EQ(identities.size(), 5U);
    const auto before = itemIdentity("a", plan, 1);
    plan.copiesPerFilm = 9; // how many there are does not change any of them
    EXPECT_EQ(itemIdentity("a", plan, 1), before);
}

TEST_F(AugmentationLineageTest, ASoundSplitPassesAndTheSameFileUnderTwoNamesDoesNot) {
    EXPECT_TRUE(checkLineage(dataset, split, lineage(), hashes));
    const int trained = split.training.back();
    const int validated = split.validation.front();
    hashes[std::size_t(trained)] = hashes[std::size_t(validated)];
    const auto checked = checkLineage(dataset, split, lineage(), hashes);
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().code, core::ErrorCode::invalidArgument);
    EXPECT_THAT(checked.error().detail, HasSubstr(dataset.samples[std::size_t(trained)].path));
    EXPECT_THAT(checked.error().detail, HasSubstr(dataset.samples[std::size_t(validated)].path));
}

TEST_F(AugmentationLineageTest, FilmsThatWereNotReadDoNotCountAsTheSame) {
    std::ranges::fill(hashes, std::string());
    EXPECT_TRUE(checkLineage(dataset, split, lineage(), hashes));
}

TEST_F(AugmentationLineageTest, TheCsvHasALineAnItem) {
    dataset.samples[0].path = "a,\"b\".png";
    const std::vector<TrainingItem> items{{0, 0}, {0, 1}, {1, 2}};
    const auto csv = lineageCsv(dataset, lineageOf(items, plan, hashes));
    EXPECT_EQ(csv, "identity,source_sha256,path,copy\n" + hashes[0] + "," + hashes[0] +
                       ",\"a,\"\"b\"\".png\",0\n" + itemIdentity(hashes[0], plan, 1) + "," + hashes[0] +
                       ",\"a,\"\"b\"\".png\",1\n" + itemIdentity(hashes[1], plan, 2) + "," + hashes[1] +
                       ",film1.png,2\n");
}

} // namespace
} // namespace pleurascope::data
