// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <gmock/gmock.h>

namespace pleurascope::store {
namespace {

using ::testing::ElementsAre;

class WorklistQueryTest : public StoreFixture {
protected:
    AddResult addStudy(const std::string& uid, const std::string& date,
                       const std::string& patientId = "DEMO-0001", const std::string& time = "08:00:00") {
        auto study = studyRecord(uid, date, patientId);
        study.time = time;
        return add(study, filmRecord("/" + uid + ".dcm", uid + ".1"));
    }
    [[nodiscard]] std::vector<std::string> uids(const core::Result<std::vector<WorklistRow>>& rows) const {
        std::vector<std::string> uids;
        for (const auto& row : rows.value())
            uids.push_back(row.study.studyUid);
        return uids;
    }
};

TEST_F(WorklistQueryTest, NewestStudiesComeFirstAndTheLaterArrivalWinsTies) {
    addStudy("1", "2026-03-01");
    addStudy("2", "2026-03-02", "X", "07:00:00");
    addStudy("3", "2026-03-02", "X", "09:00:00");
    addStudy("4", "");
    addStudy("5", "2026-03-01");
    EXPECT_THAT(uids(m_library->worklist("")), ElementsAre("3", "2", "5", "1", "4"));
}

TEST_F(WorklistQueryTest, EveryFieldComesBackAsItWasGiven) {
    auto study = studyRecord("1.1");
    study.patientName = "MUSTER^J\xC3\x9CRGEN";
    study.demonstration = true;
    const auto film = filmRecord("/a 'quoted'.dcm", "1.1.1");
    const auto added = add(study, film);
    const auto row = m_library->worklistRow(added.studyId, "");
    ASSERT_TRUE(row);
    EXPECT_EQ(row->study.id, added.studyId);
    EXPECT_EQ(row->study.studyUid, "1.1");
    EXPECT_EQ(row->study.patientName, study.patientName);
    EXPECT_EQ(row->study.patientId, study.patientId);
    EXPECT_EQ(row->study.birthDate, study.birthDate);
    EXPECT_EQ(row->study.sex, study.sex);
    EXPECT_EQ(row->study.age, study.age);
    EXPECT_EQ(row->study.date, study.date);
    EXPECT_EQ(row->study.time, study.time);
    EXPECT_EQ(row->study.accessionNumber, study.accessionNumber);
    EXPECT_EQ(row->study.description, study.description);
    EXPECT_TRUE(row->study.demonstration);
    EXPECT_THAT(row->study.importedAt, ::testing::MatchesRegex("20..-..-..T..:..:..Z"));
    EXPECT_EQ(row->film.id, added.filmId);
    EXPECT_EQ(row->film.studyId, added.studyId);
    EXPECT_EQ(row->film.path, film.path);
    EXPECT_EQ(row->film.sopInstanceUid, film.sopInstanceUid);
    EXPECT_EQ(row->film.seriesUid, film.seriesUid);
    EXPECT_EQ(row->film.modality, film.modality);
    EXPECT_EQ(row->film.view, film.view);
    EXPECT_EQ(row->film.description, film.description);
    EXPECT_EQ(row->film.fileSize, film.fileSize);
    EXPECT_EQ(row->film.modifiedNs, film.modifiedNs);
    EXPECT_EQ(row->film.rows, film.rows);
    EXPECT_EQ(row->film.columns, film.columns);
    EXPECT_EQ(row->film.contentDigest, film.contentDigest);
    EXPECT_EQ(row->filmCount, 1);
    EXPECT_FALSE(row->prediction);
    EXPECT_FALSE(row->verdict);
}

TEST_F(WorklistQueryTest, TheNewestPredictionOfTheChosenModelIsShown) {
    const auto added = addStudy("1", "2026-03-01");
    const double probability = 0.1 + 0.2; // not a short decimal: must survive to the last bit
    auto newest = predictionRecord(added.filmId, "model-a", probability);
    newest.phantomsOnly = true;
    newest.madeAt = "2026-03-01T10:00:00Z";
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(added.filmId, "model-a", 0.9)));
    ASSERT_TRUE(m_library->addPrediction(newest));
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(added.filmId, "model-b", 0.5)));

    const auto shown = m_library->worklistRow(added.studyId, "model-a")->prediction;
    ASSERT_TRUE(shown);
    EXPECT_EQ(shown->probability, probability);
    EXPECT_EQ(shown->logit, -0.1);
    EXPECT_EQ(shown->threshold, 0.42);
    EXPECT_EQ(shown->filmId, added.filmId);
    EXPECT_EQ(shown->modelName, "Demo");
    EXPECT_TRUE(shown->phantomsOnly);
    EXPECT_EQ(shown->madeAt, "2026-03-01T10:00:00Z");
    EXPECT_EQ(m_library->worklistRow(added.studyId, "model-b")->prediction->probability, 0.5);
    EXPECT_FALSE(m_library->worklistRow(added.studyId, "")->prediction);
    EXPECT_EQ(m_library->predictionCount("model-a").value(), 2);
    EXPECT_EQ(m_library->predictionCount("model-c").value(), 0);
}

TEST_F(WorklistQueryTest, TheNewestVerdictCounts) {
    const auto added = addStudy("1", "2026-03-01");
    VerdictRecord first{
        0, added.studyId, VerdictChoice::agree, "R", "small", "blunted", "Reader 1", "model-a", {}};
    VerdictRecord second{0,  added.studyId,         VerdictChoice::disagree, "", "", "", "Reader 2",
                         "", "2026-03-02T00:00:00Z"};
    ASSERT_TRUE(m_library->addVerdict(first));
    EXPECT_EQ(m_library->worklistRow(added.studyId, "")->verdict->side, "R");
    EXPECT_EQ(m_library->worklistRow(added.studyId, "")->verdict->comment, "blunted");
    EXPECT_FALSE(m_library->worklistRow(added.studyId, "")->verdict->madeAt.empty());
    ASSERT_TRUE(m_library->addVerdict(second));
    const auto shown = m_library->worklistRow(added.studyId, "")->verdict;
    EXPECT_EQ(shown->choice, VerdictChoice::disagree);
    EXPECT_EQ(shown->reader, "Reader 2");
    EXPECT_EQ(shown->madeAt, "2026-03-02T00:00:00Z");
}

TEST_F(WorklistQueryTest, EarlierStudiesAreThePatientsOwnNewestFirst) {
    addStudy("1", "2025-01-01");
    addStudy("2", "2025-06-01");
    const auto now = addStudy("3", "2026-03-01");
    addStudy("4", "2026-04-01");
    addStudy("5", "2025-02-01", "DEMO-0002");
    addStudy("6", "");
    addStudy("7", "2026-03-01"); // the same minute is not earlier
    EXPECT_THAT(uids(m_library->earlierStudies(now.studyId, "")), ElementsAre("2", "1"));
    EXPECT_EQ(m_library->worklistRow(now.studyId, "")->earlierStudies, 2);
}

TEST_F(WorklistQueryTest, WithoutAPatientIdThereAreNoEarlierStudies) {
    addStudy("1", "2025-01-01", "");
    const auto now = addStudy("2", "2026-01-01", "");
    EXPECT_TRUE(m_library->earlierStudies(now.studyId, "")->empty());
    EXPECT_EQ(m_library->worklistRow(now.studyId, "")->earlierStudies, 0);
}

TEST_F(WorklistQueryTest, TheFirstFilmIsFrontalWhereThereIsOne) {
    auto lateral = filmRecord("/lateral.dcm", "1.1");
    lateral.view = "LL";
    const auto added = add(studyRecord("1"), lateral);
    EXPECT_EQ(m_library->worklistRow(added.studyId, "")->film.path, "/lateral.dcm");
    static_cast<void>(add(studyRecord("1"), filmRecord("/frontal.dcm", "1.2")));
    EXPECT_EQ(m_library->worklistRow(added.studyId, "")->film.path, "/frontal.dcm");
    EXPECT_EQ(m_library->worklistRow(added.studyId, "")->filmCount, 2);
    EXPECT_EQ(m_library->filmsOf(added.studyId)->front().path, "/frontal.dcm");
}

TEST_F(WorklistQueryTest, FilmsToScoreComeNewestFirstAndLeaveOnceTheyAreScoredOrRefused) {
    const auto a = addStudy("1", "2026-03-03");
    const auto b = addStudy("2", "2026-03-01");
    const auto c = addStudy("3", "2026-03-02");
    const auto waiting = [&](int limit) {
        const auto films = m_library->filmsToScore("m", limit);
        std::vector<std::int64_t> ids;
        for (const auto& film : films.value())
            ids.push_back(film.id);
        return ids;
    };
    EXPECT_THAT(waiting(10), ElementsAre(c.filmId, b.filmId, a.filmId));
    EXPECT_THAT(waiting(2), ElementsAre(c.filmId, b.filmId));
    auto refused = predictionRecord(a.filmId, "m", 0);
    refused.refusal = "damaged";
    ASSERT_TRUE(m_library->addPrediction(refused));
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(b.filmId, "other", 0.5)));
    EXPECT_THAT(waiting(10), ElementsAre(c.filmId, b.filmId));
    EXPECT_EQ(m_library->filmsToScoreCount("m").value(), 2);
    EXPECT_EQ(m_library->worklistRow(a.studyId, "m")->prediction->refusal, "damaged");
}

} // namespace
} // namespace pleurascope::store
