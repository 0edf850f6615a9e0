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
    std::vector<double> factors;
    std::int64_t mostItems = 1000; ///< a batch of more does not fit into its memory

    BatchResult trainBatch(const torch::Tensor& films, const torch::Tensor&, double rateFactor) override {
        if (films.size(0) > mostItems)
            throw std::runtime_error("CUDA out of memory. Tried to allocate");
        const auto* first = films.data_ptr<std::int64_t>();
        batches.emplace_back(first, first + films.numel());
        factors.push_back(rateFactor);
        return {loss, torch::full({films.size(0), 2}, 0.5F)};
    }
    torch::Tensor logits(const torch::Tensor& films) override { return torch::zeros({films.size(0), 2}); }
    void beginEpoch(std::uint64_t seed) override { seeds.push_back(seed); }
    [[nodiscard]] weights::TensorMap tensors() const override { return {}; }
    [[nodiscard]] weights::TensorMap optimizerState() const override { return {}; }
    [[nodiscard]] core::Result<void> restore(const weights::TensorMap&, const weights::TensorMap&) override {
        return {};
    }
};

class EpochLoopTest : public ::testing::Test {
protected:
    void SetUp() override {
        for (int i = 0; i < 25; ++i) {
            m_rows.labels.push_back(i % 2);
            (i < 20 ? m_rows.training : m_rows.validation).push_back(i);
        }
    }
    static EpochLoop::Config config() {
        EpochLoop::Config config;
        config.epochs = 4;
        config.batch = 8;
        config.positiveClass = 0;
        return config;
    }
    /// What the learner saw from its batch `first` on.
    [[nodiscard]] std::vector<std::int64_t> seenFrom(std::size_t first, std::size_t batches) const {
        std::vector<std::int64_t> order;
        for (std::size_t b = first; b < first + batches; ++b)
            order.insert(order.end(), m_learner.batches[b].begin(), m_learner.batches[b].end());
        return order;
    }
    FakeLearner m_learner;
    EpochRows m_rows;
};

TEST_F(EpochLoopTest, ShowsEachTrainingFilmOnceAnEpochInANewOrder) {
    EpochLoop loop(m_learner, config());
    EXPECT_EQ(loop.batchesOf(m_rows), 3);
    ASSERT_TRUE(loop.run(1, m_rows, {}, [] {}));
    ASSERT_TRUE(loop.run(2, m_rows, {}, [] {}));
    ASSERT_EQ(m_learner.batches.size(), 6U);
    EXPECT_EQ(m_learner.batches[2].size(), 4U) << "the last batch is the rest";
    const auto one = seenFrom(0, 3), two = seenFrom(3, 3);
    EXPECT_EQ(std::set(one.begin(), one.end()), std::set(two.begin(), two.end()));
    EXPECT_EQ(std::set(one.begin(), one.end()).size(), 20U);
    EXPECT_LT(*std::max_element(one.begin(), one.end()), 20) << "no validation film is trained on";
    EXPECT_NE(one, two);
    EXPECT_NE(m_learner.seeds[0], m_learner.seeds[1]);
}

TEST_F(EpochLoopTest, HandsOutTheValidationLogitsAveragedWithTheirTwins) {
    struct : FakeLearner {
        torch::Tensor logits(const torch::Tensor& films) override {
            return torch::stack({films.to(torch::kFloat32), -films.to(torch::kFloat32)}, 1);
        }
    } learner;
    m_rows.validation = {20, 21};
    m_rows.validationTwins = {0, 11};
    const auto films = EpochLoop(learner, config()).validationLogits(m_rows);
    ASSERT_TRUE(films) << core::describe(films.error());
    EXPECT_EQ(films->labels, (std::vector{0, 1}));
    EXPECT_EQ(films->logits, (std::vector<double>{10, -10, 16, -16}));
}

TEST_F(EpochLoopTest, NamesALossThatIsNoNumber) {
    m_learner.loss = NAN;
    EpochLoop loop(m_learner, config());
    const auto record = loop.run(3, m_rows, {}, [] {});
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, core::ErrorCode::diverged);
    EXPECT_NE(record.error().detail.find("epoch 3"), std::string::npos);
}

TEST_F(EpochLoopTest, StopsAtAnyBatchWithoutARecord) {
    EpochLoop loop(m_learner, config());
    std::stop_source stop;
    const auto record = loop.run(1, m_rows, stop.get_token(), [&] { stop.request_stop(); });
    ASSERT_TRUE(record);
    EXPECT_FALSE(record->has_value());
    EXPECT_EQ(m_learner.batches.size(), 1U);
}

TEST_F(EpochLoopTest, OversamplingShowsClassesEquallyOften) {
    m_rows.labels.assign(25, 1);
    for (const std::size_t rare : {3, 7, 11})
        m_rows.labels[rare] = 0;
    auto oversampling = config();
    oversampling.optimization.oversample = true;
    EpochLoop loop(m_learner, oversampling);
    ASSERT_TRUE(loop.run(1, m_rows, {}, [] {}));
    const auto seen = seenFrom(0, m_learner.batches.size());
    EXPECT_EQ(seen.size(), 34U) << "17 films of the common class, and 3 films 17 times in all";
    EXPECT_EQ(static_cast<std::size_t>(loop.batchesOf(m_rows)), m_learner.batches.size());
    for (const std::int64_t rare : {3, 7, 11}) {
        const auto times = std::count(seen.begin(), seen.end(), rare);
        EXPECT_TRUE(times == 5 || times == 6) << times;
    }
}

TEST_F(EpochLoopTest, HalvesTheBatchWhereMemoryIsFullAndLosesNoFilm) {
    m_learner.mostItems = 3;
    auto halving = config();
    halving.halveWhenFull = true;
    EpochLoop loop(m_learner, halving);
    const auto record = loop.run(1, m_rows, {}, [] {});
    ASSERT_TRUE(record) << core::describe(record.error());
    EXPECT_EQ(loop.batch(), 2);
    const auto seen = seenFrom(0, m_learner.batches.size());
    EXPECT_EQ(seen.size(), 20U);
    EXPECT_EQ(std::set(seen.begin(), seen.end()).size(), 20U);
}

TEST_F(EpochLoopTest, AFullMemoryIsNamedWhereBatchesAreNotHalved) {
    m_learner.mostItems = 3;
    EpochLoop loop(m_learner, config());
    const auto record = loop.run(1, m_rows, {}, [] {});
    ASSERT_FALSE(record);
    EXPECT_EQ(record.error().code, core::ErrorCode::outOfMemory);
}

TEST_F(EpochLoopTest, RatesFollowTheSchedule) {
    auto cosine = config();
    cosine.optimization.schedule = ScheduleKind::cosine;
    EpochLoop loop(m_learner, cosine);
    for (int epoch = 1; epoch <= 4; ++epoch)
        ASSERT_TRUE(loop.run(epoch, m_rows, {}, [] {}));
    EXPECT_TRUE(std::is_sorted(m_learner.factors.rbegin(), m_learner.factors.rend()));
    EXPECT_GT(m_learner.factors.front(), 0.98);
    EXPECT_LT(m_learner.factors.back(), 0.02);
    EXPECT_GT(m_learner.factors.back(), 0);
}

} // namespace
} // namespace pleurascope::training
