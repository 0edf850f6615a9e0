// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/SearchSpace.h"

#include <gmock/gmock.h>

namespace pleurascope::training {
namespace {

using core::ErrorCode;
using ::testing::HasSubstr;

TrainingConfig base() {
    TrainingConfig config;
    config.output = "DIR";
    config.featureCache = "cache";
    return config;
}

std::vector<Candidate> candidatesOf(const std::string& json) {
    const auto space = SearchSpace::fromJson(json);
    EXPECT_TRUE(space) << core::describe(space.error());
    return space ? *space->candidates(base()) : std::vector<Candidate>();
}

void expectRefusal(const std::string& json, const std::string& word) {
    const auto space = SearchSpace::fromJson(json);
    ASSERT_FALSE(space) << json;
    EXPECT_EQ(space.error().code, ErrorCode::invalidArgument);
    EXPECT_THAT(space.error().detail, HasSubstr(word));
}

TEST(SearchSpace, CombinesAllValuesTheLastKeyFastest) {
    const auto candidates = candidatesOf(R"({"learning_rate": [0.1, 0.01], "batch": [8, 16, 32]})");
    ASSERT_EQ(candidates.size(), 6U);
    EXPECT_EQ(candidates[1].values, R"({"learning_rate":0.1,"batch":16})");
    EXPECT_EQ(candidates[1].config.batch, 16);
    EXPECT_DOUBLE_EQ(candidates[4].config.learningRate, 0.01);
    EXPECT_EQ(candidates[4].config.output, "DIR");
    EXPECT_EQ(candidates[4].config.featureCache, "cache");
    EXPECT_EQ(candidates[4].config.epochs, base().epochs) << "what the space does not name stays";
}

TEST(SearchSpace, ANameOfOnesOwnSetsSeveralValuesAtOnce) {
    const auto candidates = candidatesOf(
        R"({"size": [{"head": [], "dropout": []}, {"head": [64], "dropout": [0.2]}], "cut": ["conv4_block6_out"]})");
    ASSERT_EQ(candidates.size(), 2U);
    EXPECT_TRUE(candidates[0].config.head.hidden.empty());
    EXPECT_EQ(candidates[1].config.head.hidden, std::vector{64});
    EXPECT_EQ(candidates[1].config.backbone.cut, "conv4_block6_out");
    EXPECT_EQ(candidates[1].config.backbone.filters, base().backbone.filters);
}

TEST(SearchSpace, CombinationsThatContradictThemselvesAreLeftOut) {
    const auto candidates = candidatesOf(R"({"head": [[64], [64, 32]], "dropout": [[0.5], [0.5, 0.3]]})");
    ASSERT_EQ(candidates.size(), 2U);
    for (const auto& candidate : candidates)
        EXPECT_EQ(candidate.config.head.hidden.size(), candidate.config.head.dropout.size());
}

TEST(SearchSpace, NamesWhatIsWrong) {
    expectRefusal("[1, 2]", "object");
    expectRefusal("{}", "object");
    expectRefusal(R"({"learning_rate": 0.1})", "learning_rate");
    expectRefusal(R"({"learning_rate": []})", "learning_rate");
    expectRefusal(R"({"learning_rat": [0.1]})", "learning_rat");
    expectRefusal(R"({"mine": [{"heads": [1]}]})", "heads");
    expectRefusal(R"({"batch": ["many"]})", "search space");
    expectRefusal(R"({"mirror": ["sideways"]})", "mirror");
    for (const char* key : {"data", "labels", "split", "seed", "validation", "positive"})
        expectRefusal(std::string("{\"") + key + R"(": ["x"]})", key);
}

TEST(SearchSpace, TooManyCombinationsAreRefusedBeforeTheyAreMade) {
    std::string json = "{";
    for (const char* key : {"epochs", "batch", "input_size", "fine_tune_learning_rate", "learning_rate"})
        json += std::string(json.size() > 1 ? ", " : "") + "\"" + key +
                "\": [32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42]";
    const auto space = SearchSpace::fromJson(json + "}");
    ASSERT_FALSE(space);
    EXPECT_EQ(space.error().code, ErrorCode::limitExceeded);
}

TEST(SearchSpace, TheStandardOneIsSound) {
    EXPECT_EQ(SearchSpace::standard().candidates(base())->size(), 12U);
    EXPECT_TRUE(SearchSpace::fromJson(SearchSpace::standard().json()));
}

} // namespace
} // namespace pleurascope::training
