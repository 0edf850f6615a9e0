// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

namespace pleurascope::store {
namespace {

using Ids = std::vector<std::int64_t>;

class BinAndPatientsTest : public StoreFixture {
protected:
    std::int64_t study(const std::string& uid, const std::string& patientId = "P-1",
                       const std::string& date = "2026-03-01") {
        return add(studyRecord(uid, date, patientId), filmRecord("/" + uid, uid + ".1")).studyId;
    }
    Ids listed(bool inBin = false) {
        StudyFilter filter;
        filter.inBin = inBin;
        return m_library->find(filter).value();
    }
    /// Of an earlier study, as a later one of the same patient finds it.
    std::size_t earlierThan(std::int64_t id) { return m_library->earlierStudies(id, "")->size(); }
};

TEST_F(BinAndPatientsTest, WhatIsInTheBinIsOutOfEveryListAndComesBack) {
    const auto one = study("1");
    const auto two = study("2", "P-1", "2026-03-02");
    EXPECT_EQ(m_library->binStudies(Ids{one, one}).value(), 1);
    EXPECT_EQ(listed(), Ids{two});
    EXPECT_EQ(listed(true), Ids{one});
    EXPECT_EQ(m_library->worklist("")->size(), 1U);
    EXPECT_EQ(m_library->studyCount().value(), 1);
    EXPECT_EQ(earlierThan(two), 0U);
    EXPECT_EQ(m_library->filmsToScoreCount("m").value(), 1);
    EXPECT_EQ(m_library->restoreStudies(Ids{one, two}).value(), 1);
    EXPECT_EQ(listed(), (Ids{two, one}));
    EXPECT_EQ(earlierThan(two), 1U);
}

TEST_F(BinAndPatientsTest, WhatIsImportedAgainComesOutOfTheBin) {
    const auto one = study("1");
    ASSERT_EQ(m_library->binStudies(Ids{one}).value(), 1);
    EXPECT_EQ(study("1"), one);
    EXPECT_EQ(listed(), Ids{one});
}

TEST_F(BinAndPatientsTest, EmptyingTheBinNamesTheCopiesThatNothingElseNeeds) {
    FilmRecord copy = filmRecord("/library/files/ab/abcd", "1.1");
    copy.copiedFrom = "/stick/film.dcm";
    copy.contentSha256 = "abcd";
    const auto kept = add(studyRecord("1"), copy).studyId;
    const auto byReference = study("2");
    const auto other = study("3");
    ASSERT_EQ(m_library->binStudies(Ids{kept, byReference}).value(), 2);
    EXPECT_EQ(m_library->emptyBin().value(), std::vector<std::string>{"/library/files/ab/abcd"});
    EXPECT_EQ(listed(true), Ids{});
    EXPECT_EQ(listed(), Ids{other});
    EXPECT_FALSE(m_library->worklistRow(kept, ""));
    EXPECT_TRUE(m_library->emptyBin()->empty());
}

TEST_F(BinAndPatientsTest, MergedPatientsAreOneAndArePartedAgain) {
    const auto old = study("1", "A-17", "2025-01-01");
    const auto now = study("2", "B-4", "2026-01-01");
    EXPECT_EQ(earlierThan(now), 0U);
    ASSERT_TRUE(m_library->mergePatients("A-17", "B-4"));
    EXPECT_EQ(earlierThan(now), 1U);
    const auto late = study("3", "A-17", "2026-02-01"); // comes in after the merge
    EXPECT_EQ(earlierThan(late), 2U);
    StudyFilter patient;
    patient.patientId = "A-17";
    EXPECT_EQ(m_library->find(patient)->size(), 3U);
    EXPECT_EQ(m_library->worklistRow(old, "")->study.patientId, "A-17"); // as its file says
    EXPECT_EQ(m_library->mergedPatients().value(),
              (std::vector{std::pair(std::string("A-17"), std::string("B-4"))}));
    ASSERT_TRUE(m_library->splitPatient("A-17"));
    EXPECT_EQ(earlierThan(now), 0U);
    EXPECT_EQ(earlierThan(late), 1U);
}

TEST_F(BinAndPatientsTest, MergesInARowArePartedOneByOne) {
    const auto a = study("1", "A", "2024-01-01");
    const auto b = study("2", "B", "2025-01-01");
    const auto c = study("3", "C", "2026-01-01");
    ASSERT_TRUE(m_library->mergePatients("A", "B"));
    ASSERT_TRUE(m_library->mergePatients("B", "C"));
    EXPECT_EQ(earlierThan(c), 2U);
    EXPECT_EQ(m_library->mergePatients("C", "A").error().code, core::ErrorCode::invalidArgument);
    ASSERT_TRUE(m_library->splitPatient("B"));
    EXPECT_EQ(earlierThan(c), 0U);
    EXPECT_EQ(earlierThan(b), 1U);
    EXPECT_EQ(earlierThan(a), 0U);
    EXPECT_EQ(m_library->splitPatient("B").error().code, core::ErrorCode::invalidArgument);
    EXPECT_EQ(m_library->mergePatients("", "A").error().code, core::ErrorCode::invalidArgument);
}

TEST_F(BinAndPatientsTest, SearchesAreSavedUnderTheirNames) {
    ASSERT_TRUE(m_library->saveSearch("ward 3", "anna pa"));
    ASSERT_TRUE(m_library->saveSearch("a", "x"));
    ASSERT_TRUE(m_library->saveSearch("ward 3", "ben"));
    using Pairs = std::vector<std::pair<std::string, std::string>>;
    EXPECT_EQ(m_library->savedSearches().value(), (Pairs{{"a", "x"}, {"ward 3", "ben"}}));
    ASSERT_TRUE(m_library->forgetSearch("a"));
    EXPECT_EQ(m_library->savedSearches()->size(), 1U);
}

} // namespace
} // namespace pleurascope::store
