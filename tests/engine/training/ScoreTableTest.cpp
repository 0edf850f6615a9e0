// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/ScoreTable.h"

#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace pleurascope::training {
namespace {

using core::ErrorCode;
using ::testing::HasSubstr;
using Films = std::vector<FilmScore>;

const Films four{
    {"a", "effusion", 0.9}, {"b", "effusion", 0.6}, {"c", "nofinding", 0.1}, {"d", "nofinding", 0.7}};

class ScoreTableTest : public ::testing::Test {
protected:
    core::Result<Films> read(const std::string& text) {
        return readScores(m_folder.write("scores.csv", text));
    }
    void expectRefusal(const std::string& text, const std::string& word) {
        const auto scores = read(text);
        ASSERT_FALSE(scores) << text;
        EXPECT_EQ(scores.error().code, ErrorCode::invalidCsv);
        EXPECT_THAT(scores.error().detail, HasSubstr(word));
    }
    test::TemporaryFolder m_folder;
};

TEST_F(ScoreTableTest, ColumnsAreFoundByName) {
    const auto scores = read("path,fold,label,probability\n\"a, b\",3,effusion,0.25\nc,1,nofinding,1e-3\n");
    ASSERT_TRUE(scores) << core::describe(scores.error());
    ASSERT_EQ(scores->size(), 2U);
    EXPECT_EQ((*scores)[0].path, "a, b");
    EXPECT_EQ((*scores)[0].label, "effusion");
    EXPECT_EQ((*scores)[1].probability, 0.001);
}

TEST_F(ScoreTableTest, WhatIsWrongIsNamedWithItsLine) {
    expectRefusal("", "line 1");
    expectRefusal("path,label\n", "probability");
    expectRefusal("path,label,probability\na,x,0.5\nb,x\n", "line 3");
    expectRefusal("path,label,probability\na,x,much\n", "much");
    expectRefusal("path,label,probability\na,x,1.5\n", "1.5");
    expectRefusal("path,label,probability\na,x,nan\n", "nan");
    expectRefusal("path,label,probability\na,x,0.5\na,x,0.5\n", "twice");
    EXPECT_EQ(readScores(m_folder.path() / "none.csv").error().code, ErrorCode::fileNotFound);
}

TEST_F(ScoreTableTest, FilmsAreMatchedByPathInAnyOrder) {
    Films other{
        {"d", "nofinding", 0.2}, {"c", "nofinding", 0.1}, {"b", "effusion", 0.3}, {"a", "effusion", 0.4}};
    const auto comparison = compareScores(four, other);
    ASSERT_TRUE(comparison) << core::describe(comparison.error());
    EXPECT_EQ(comparison->positives, 2);
    EXPECT_DOUBLE_EQ(comparison->auc.first, 0.75);
    EXPECT_DOUBLE_EQ(comparison->auc.second, 1);
    EXPECT_DOUBLE_EQ(comparison->auc.difference, -0.25);
    const auto j = nlohmann::json::parse(comparisonJson(*comparison));
    for (const char* name : {"n", "auc_first", "auc_second", "difference_low", "difference_high", "p"})
        EXPECT_TRUE(j[name].is_number()) << name;
    EXPECT_DOUBLE_EQ(compareScores(four, other, "nofinding")->auc.first, 0.25);
}

TEST_F(ScoreTableTest, TablesOfOtherFilmsOrLabelsAreNotCompared) {
    Films fewer(four.begin(), four.end() - 1);
    EXPECT_THAT(compareScores(four, fewer).error().detail, HasSubstr("first table alone"));
    EXPECT_THAT(compareScores(fewer, four).error().detail, HasSubstr("second table alone"));
    Films relabelled = four;
    relabelled[0].label = "nofinding";
    EXPECT_THAT(compareScores(four, relabelled).error().detail, HasSubstr("a has another label"));
    EXPECT_EQ(compareScores(four, four, "cat").error().code, ErrorCode::unknownLabel);
    const Films oneKind(four.begin(), four.begin() + 2);
    EXPECT_EQ(compareScores(oneKind, oneKind).error().code, ErrorCode::emptyClass);
}

} // namespace
} // namespace pleurascope::training
