// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <limits>
#include <thread>

namespace pleurascope::store {
namespace {

using core::ErrorCode;
using LibraryTest = StoreFixture;

TEST_F(LibraryTest, WhatWasAddedIsThereAfterReopening) {
    const auto added = add(studyRecord("1"), filmRecord("/a.dcm", "1.1"));
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(added.filmId, "m", 0.7)));
    ASSERT_TRUE(m_library->addVerdict({0, added.studyId, VerdictChoice::agree, {}, {}, {}, {}, "m", {}}));
    reopen();
    const auto row = m_library->worklistRow(added.studyId, "m");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->prediction->probability, 0.7);
    EXPECT_EQ(row->verdict->choice, VerdictChoice::agree);
}

TEST_F(LibraryTest, RemovingAStudyTakesItsFilmsScoresAndVerdictsAlong) {
    const auto added = add(studyRecord("1"), filmRecord("/a.dcm", "1.1"));
    const auto other = add(studyRecord("2"), filmRecord("/b.dcm", "2.1"));
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(added.filmId, "m", 0.7)));
    ASSERT_TRUE(m_library->addVerdict({0, added.studyId, VerdictChoice::agree, {}, {}, {}, {}, {}, {}}));
    removeForGood(added.studyId);
    EXPECT_EQ(m_library->studyCount().value(), 1);
    EXPECT_EQ(m_library->predictionCount("m").value(), 0);
    EXPECT_TRUE(m_library->filmsOf(added.studyId)->empty());
    EXPECT_EQ(m_library->worklist("m")->front().study.id, other.studyId);
    EXPECT_EQ(add(studyRecord("1"), filmRecord("/a.dcm", "1.1")).outcome, AddOutcome::added);
}

TEST_F(LibraryTest, AnUnknownStudyIsNamed) {
    const auto row = m_library->worklistRow(77, "");
    ASSERT_FALSE(row);
    EXPECT_EQ(row.error().code, ErrorCode::invalidArgument);
    EXPECT_NE(row.error().detail.find("77"), std::string::npos);
}

TEST_F(LibraryTest, APredictionForAFilmThatIsNotThereIsRefused) {
    EXPECT_EQ(m_library->addPrediction(predictionRecord(5, "m", 0.7)).error().code,
              ErrorCode::databaseFailed);
    EXPECT_EQ(m_library->addVerdict({0, 5, VerdictChoice::agree, {}, {}, {}, {}, {}, {}}).error().code,
              ErrorCode::databaseFailed);
}

TEST_F(LibraryTest, ANumberThatIsNotFiniteIsRefused) {
    const auto added = add(studyRecord("1"), filmRecord("/a.dcm", "1.1"));
    const auto nan = predictionRecord(added.filmId, "m", std::numeric_limits<double>::quiet_NaN());
    EXPECT_EQ(m_library->addPrediction(nan).error().code, ErrorCode::invalidArgument);
}

TEST_F(LibraryTest, ThreadsMayCallAtTheSameTime) {
    const auto addMany = [&](const std::string& prefix) {
        for (int i = 0; i < 20; ++i) {
            const std::string uid = prefix + "." + std::to_string(i);
            EXPECT_TRUE(m_library->addFilm(studyRecord(uid), filmRecord("/" + uid, uid + ".1")));
            EXPECT_TRUE(m_library->worklist(""));
        }
    };
    std::thread first(addMany, "1");
    std::thread second(addMany, "2");
    first.join();
    second.join();
    EXPECT_EQ(m_library->studyCount().value(), 40);
}

} // namespace
} // namespace pleurascope::store
