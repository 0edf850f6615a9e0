// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

namespace pleurascope::store {
namespace {

using FilmAdmissionTest = StoreFixture;

TEST_F(FilmAdmissionTest, FilmsOfOneStudyShareItsRow) {
    const auto first = add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1"));
    const auto second = add(studyRecord("1.1"), filmRecord("/b.dcm", "1.1.2"));
    EXPECT_EQ(first.outcome, AddOutcome::added);
    EXPECT_EQ(second.outcome, AddOutcome::added);
    EXPECT_EQ(first.studyId, second.studyId);
    EXPECT_EQ(m_library->filmsOf(first.studyId)->size(), 2u);
    EXPECT_EQ(m_library->studyCount().value(), 1);
}

TEST_F(FilmAdmissionTest, OneStudyUidWithTwoPatientsMakesTwoStudies) {
    auto other = studyRecord("1.1");
    other.patientName = "SAMPLE^OTTO";
    const auto first = add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1"));
    const auto second = add(other, filmRecord("/b.dcm", "1.1.2"));
    EXPECT_NE(first.studyId, second.studyId);
}

TEST_F(FilmAdmissionTest, ImagesWithoutUidsAreStudiesOfTheirOwn) {
    const auto first = add(studyRecord(""), filmRecord("/a.png", ""));
    const auto second = add(studyRecord(""), filmRecord("/b.png", ""));
    EXPECT_NE(first.studyId, second.studyId);
    EXPECT_EQ(second.outcome, AddOutcome::added);
    EXPECT_EQ(add(studyRecord(""), filmRecord("/a.png", "")).outcome, AddOutcome::alreadyKnown);
}

TEST_F(FilmAdmissionTest, TheSameFileAgainIsKnownAndItsTimeIsKept) {
    const auto first = add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1"));
    auto again = filmRecord("/a.dcm", "1.1.1");
    again.modifiedNs += 1;
    again.fileSize = 7;
    const auto second = add(studyRecord("1.1"), again);
    EXPECT_EQ(second.outcome, AddOutcome::alreadyKnown);
    EXPECT_EQ(second.filmId, first.filmId);
    const auto films = m_library->filmsOf(first.studyId);
    ASSERT_EQ(films->size(), 1u);
    EXPECT_EQ(films->front().modifiedNs, again.modifiedNs);
    EXPECT_EQ(films->front().fileSize, 7);
}

TEST_F(FilmAdmissionTest, ATrueCopyElsewhereIsKnown) {
    const auto original = m_folder.write("a.dcm").string();
    const auto first = add(studyRecord("1.1"), filmRecord(original, "1.1.1"));
    const auto copy = add(studyRecord("1.1"), filmRecord("/copy.dcm", "1.1.1"));
    EXPECT_EQ(copy.outcome, AddOutcome::alreadyKnown);
    EXPECT_EQ(copy.filmId, first.filmId);
    EXPECT_EQ(m_library->filmsOf(first.studyId)->front().path, original);
}

TEST_F(FilmAdmissionTest, ACopyLendsItsPathWhereTheFirstFileIsGone) {
    const auto first = add(studyRecord("1.1"), filmRecord("/gone/a.dcm", "1.1.1"));
    const auto copy = m_folder.write("copy.dcm").string();
    EXPECT_EQ(add(studyRecord("1.1"), filmRecord(copy, "1.1.1")).filmId, first.filmId);
    EXPECT_EQ(m_library->filmsOf(first.studyId)->front().path, copy);
}

TEST_F(FilmAdmissionTest, AnotherContentUnderAKnownUidIsKeptApart) {
    const auto first = add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1", "d0"));
    const auto second = add(studyRecord("1.1"), filmRecord("/b.dcm", "1.1.1", "d1"));
    EXPECT_EQ(second.outcome, AddOutcome::conflicting);
    EXPECT_NE(second.studyId, first.studyId);
    EXPECT_EQ(m_library->worklist("")->size(), 2u);
    EXPECT_EQ(m_library->filmsOf(first.studyId)->size(), 1u);

    auto otherView = filmRecord("/c.dcm", "1.1.1", "d0");
    otherView.view = "XX";
    const auto third = add(studyRecord("1.1"), otherView);
    EXPECT_EQ(third.outcome, AddOutcome::conflicting);
    EXPECT_NE(third.studyId, second.studyId);
}

TEST_F(FilmAdmissionTest, AConflictingCopyIsKnownWhenItComesAgainAndNothingJoinsIt) {
    const auto first = add(studyRecord("1.1"), filmRecord(m_folder.write("a.dcm").string(), "1.1.1", "d0"));
    const auto second = add(studyRecord("1.1"), filmRecord(m_folder.write("b.dcm").string(), "1.1.1", "d1"));
    EXPECT_EQ(
        add(studyRecord("1.1"), filmRecord((m_folder.path() / "b.dcm").string(), "1.1.1", "d1")).outcome,
        AddOutcome::alreadyKnown);
    EXPECT_EQ(add(studyRecord("1.1"), filmRecord("/copy-of-b.dcm", "1.1.1", "d1")).filmId, second.filmId);
    EXPECT_EQ(add(studyRecord("1.1"), filmRecord("/other.dcm", "1.1.2")).studyId, first.studyId);
}

TEST_F(FilmAdmissionTest, AKnownUidOfAnotherPatientIsAConflict) {
    auto other = studyRecord("1.1");
    other.patientId = "DEMO-0002";
    static_cast<void>(add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1")));
    EXPECT_EQ(add(other, filmRecord("/b.dcm", "1.1.1")).outcome, AddOutcome::conflicting);
}

TEST_F(FilmAdmissionTest, ScoresOfAFileThatWasEditedNoLongerCount) {
    const auto film = add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1", "d0"));
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(film.filmId, "m", 0.9)));
    const auto edited = add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1", "d1"));
    EXPECT_EQ(edited.filmId, film.filmId);
    EXPECT_FALSE(m_library->worklistRow(film.studyId, "m")->prediction);
    EXPECT_EQ(m_library->filmsToScore("m", 10)->size(), 1u);
    EXPECT_EQ(m_library->predictionCount("m").value(), 1);
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(film.filmId, "m", 0.2)));
    EXPECT_EQ(m_library->worklistRow(film.studyId, "m")->prediction->probability, 0.2);
}

TEST_F(FilmAdmissionTest, WithoutADigestSizeAndTimeSayWhetherAFileWasEdited) {
    auto image = filmRecord("/a.png", "", "");
    const auto film = add(studyRecord(""), image);
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(film.filmId, "m", 0.9)));
    static_cast<void>(add(studyRecord(""), image));
    EXPECT_TRUE(m_library->worklistRow(film.studyId, "m")->prediction);
    image.modifiedNs += 1;
    static_cast<void>(add(studyRecord(""), image));
    EXPECT_FALSE(m_library->worklistRow(film.studyId, "m")->prediction);
}

TEST_F(FilmAdmissionTest, AFilmWhosePlaceAnotherTookIsNotShownUnderTheOldName) {
    auto other = studyRecord("2.2");
    other.patientName = "SAMPLE^OTTO";
    const auto old = add(studyRecord("1.1"), filmRecord("/a.dcm", "1.1.1"));
    const auto now = add(other, filmRecord("/a.dcm", "2.2.1"));
    EXPECT_EQ(now.outcome, AddOutcome::added);
    ASSERT_EQ(m_library->worklist("")->size(), 1u);
    EXPECT_EQ(m_library->worklist("")->front().study.patientName, "SAMPLE^OTTO");
    EXPECT_EQ(m_library->studyCount().value(), 1);
    EXPECT_TRUE(m_library->filmsOf(old.studyId)->empty());

    const auto back = add(studyRecord("1.1"), filmRecord("/b.dcm", "1.1.1"));
    EXPECT_EQ(back.outcome, AddOutcome::alreadyKnown);
    EXPECT_EQ(back.filmId, old.filmId);
    EXPECT_EQ(m_library->studyCount().value(), 2);
}

} // namespace
} // namespace pleurascope::store
