// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/EpochLoop.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace pleurascope::training {
namespace {

/// Notes what it is asked; its loss is given.
struct FakeLearner : Learner {
    double loss = 0.5;
    std::vector<std::vector<std::int64_t>> batches;
    std::vector<std::uint64_t> seeds;

    BatchResult trainBatch(const torch::Tensor& films, const torch::Tensor&, double) override {
        const auto* first = films.data_ptr<std::int64_t>();
        batches.emplace_back(first, first + films.numel());
        return {loss, torch::full({films.size(0), 2}, 0.5F)};
    }
    torch::Tensor logits(const torch::Tensor& films) override { return torch::zeros({films.size(0), 2}); }
    void beginEpoch(std::uint64_t seed) override { seeds.push_back(seed); }
    [[nodiscard]] weights::TensorMap tensors() const override { return {}; }
    [[nodiscard]] weights::TensorMap optimizerState() const override { return {}; }
};

class EpochLoopTest : public ::testing::Test {
protected:
    void SetUp() override {
        m_dataset.classes = {"effusion", "nofinding"};
        for (int i = 0; i < 25; ++i) {
            m_dataset.samples.push_back({std::to_string(i), i % 2, {}, {}, {}, {}});
            (i < 20 ? m_split.training : m_split.validation).push_back(i);
        }
    }
    FakeLearner m_learner;
    data::Dataset m_dataset;
    data::Split m_split;
};

TEST_F(EpochLoopTest, ShowsEachTrainingFilmOnceAnEpochInANewOrder) {
    EpochLoop loop(m_learner, m_dataset, m_split, {8, 0.001, 44, 2, 0});
    EXPECT_EQ(loop.batchesPerEpoch(), 3);
    ASSERT_TRUE(loop.run(1, {}, [] {}));
    ASSERT_TRUE(loop.run(2, {}, [] {}));
    ASSERT_EQ(m_learner.batches.size(), 6U);
    EXPECT_EQ(m_learner.batches[2].size(), 4U) << "the last batch is the rest";
    const auto epoch = [&](std::size_t first) {
        std::vector<std::int64_t> order;
        for (std::size_t b = first; b < first + 3; ++b)
            order.insert(order.end(), m_learner.batches[b].begin(), m_learner.batches[b].end());
        return order;
    };
    const auto one = epoch(0), two = epoch(3);
    EXPECT_EQ(std::set(one.begin(), one.end()), std::set(two.begin(), two.end()));
    EXPECT_EQ(std::set(one.begin(), one.end()).size(), 20U);
    EXPECT_LT(*std::max_element(one.begin(), one.end()), 20) << "no validation film is trained on";
    EXPECT_NE(one, two);
    EXPECT_NE(m_learner.seeds[0], m_learner.seeds[1]);
}

TEST_F(EpochLoopTest, NamesALossThatIsNoNumber) {
    m_learner.loss = NAN;
    EpochLoop loop(m_learner, m_dataset, m_split, {8, 0.001, 44, 2, 0});
    const auto record = loop.run(3, {}, [] {});
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, core::ErrorCode::diverged);
    EXPECT_NE(record.error().detail.find("epoch 3"), std::string::npos);
}

TEST_F(EpochLoopTest, StopsAtAnyBatchWithoutARecord) {
    EpochLoop loop(m_learner, m_dataset, m_split, {8, 0.001, 44, 2, 0});
    std::stop_source stop;
    const auto record = loop.run(1, stop.get_token(), [&] { stop.request_stop(); });
    ASSERT_TRUE(record);
    EXPECT_FALSE(record->has_value());
    EXPECT_EQ(m_learner.batches.size(), 1U);
}

} // namespace
} // namespace pleurascope::training
