// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RowStore.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::training {
namespace {

class RowStoreTest : public ::testing::TestWithParam<std::size_t> {
protected:
    RowStore store(bool half) {
        auto made = RowStore::create({{{3}, {2, 2}}, half, 4, GetParam(), m_folder.path()});
        EXPECT_TRUE(made);
        return std::move(*made);
    }
    test::TemporaryFolder m_folder;
};

TEST_P(RowStoreTest, GivesRowsBackInAnyOrder) {
    auto rows = store(false);
    const auto a = torch::randn({4, 3}), b = torch::randn({4, 2, 2});
    ASSERT_TRUE(rows.append({a, b}));
    const auto which = torch::tensor({3, 0, 3}, torch::kInt64);
    const auto parts = rows.gather(which);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_TRUE(torch::equal(parts[0], a.index_select(0, which)));
    EXPECT_TRUE(torch::equal(parts[1], b.index_select(0, which)));
}

TEST_P(RowStoreTest, ForgetsTheLastRowsAndTakesOthers) {
    auto rows = store(false);
    ASSERT_TRUE(rows.append({torch::zeros({3, 3}), torch::zeros({3, 2, 2})}));
    rows.truncate(1);
    ASSERT_TRUE(rows.append({torch::ones({1, 3}), torch::ones({1, 2, 2})}));
    EXPECT_EQ(rows.count(), 2U);
    EXPECT_EQ(rows.gather(torch::tensor({1}, torch::kInt64))[0].sum().item<float>(), 3);
}

TEST_P(RowStoreTest, HalfPrecisionRoundsAndNeverOverflows) {
    auto rows = store(true);
    ASSERT_TRUE(rows.append({torch::tensor({{1.0F, 1e6F, -1e6F}}), torch::full({1, 2, 2}, 0.1)}));
    const auto parts = rows.gather(torch::tensor({0}, torch::kInt64));
    EXPECT_EQ(parts[0][0][1].item<float>(), 65504);
    EXPECT_EQ(parts[0][0][2].item<float>(), -65504);
    EXPECT_NEAR(parts[1][0][0][0].item<float>(), 0.1, 1e-4);
    EXPECT_EQ(rows.bytesPerRow(), 14U);
}

TEST_P(RowStoreTest, LeavesNoFileBehind) {
    auto rows = store(false);
    EXPECT_TRUE(std::filesystem::is_empty(m_folder.path()));
}

INSTANTIATE_TEST_SUITE_P(MemoryAndFile, RowStoreTest, ::testing::Values(std::size_t(1) << 20, std::size_t(0)),
                         [](const auto& place) { return place.param == 0 ? "file" : "memory"; });

} // namespace
} // namespace pleurascope::training
