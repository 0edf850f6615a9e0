// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

namespace pleurascope::store {
namespace {

class StudyQueryTest : public StoreFixture {
protected:
    std::int64_t study(const std::string& name, const std::string& id, const std::string& date,
                       const std::string& description, const std::string& accession = "A-1") {
        StudyRecord record = studyRecord(name + date, date, id);
        record.patientName = name;
        record.description = description;
        record.accessionNumber = accession;
        return add(record, filmRecord("/" + name + date, name + date)).studyId;
    }
    using Ids = std::vector<std::int64_t>;
    Ids found(const std::string& text, int limit = 100) {
        StudyFilter filter;
        filter.text = text;
        filter.limit = limit;
        const auto ids = m_library->find(filter);
        EXPECT_TRUE(ids) << text << ": " << core::describe(ids.error());
        return ids.value_or(Ids{});
    }
};

TEST_F(StudyQueryTest, WordsAreFoundInAnyOrderAndAsParts) {
    const auto anna = study("M\u00FCller^Anna", "P-17", "2026-03-01", "Thorax p.a.");
    const auto ben = study("Berg^Ben", "P-18", "2026-03-02", "Chest PA, pain", "X_9%");
    EXPECT_EQ(found("anna m\u00FCll"), Ids{anna});
    EXPECT_EQ(found("M\u00DCLLER"), Ids{anna}); // case folds beyond ASCII
    EXPECT_EQ(found("M\u00FCller^Anna"), Ids{anna});
    EXPECT_EQ(found("P-1"), (Ids{ben, anna})); // newest first
    EXPECT_EQ(found("P-1 pa"), (Ids{ben}));    // a short word narrows
    EXPECT_EQ(found("2026-03-02"), Ids{ben});
    EXPECT_EQ(found("anna pain"), Ids{});
    EXPECT_EQ(found(""), (Ids{ben, anna}));
    EXPECT_EQ(found("", 1), (Ids{ben}));
}

TEST_F(StudyQueryTest, WhatIsTypedIsTakenLiterally) {
    const auto ben = study("Berg^Ben", "P-18", "2026-03-02", "\"quoted\" AND 50 %", "X_9%");
    study("Other^One", "Q", "2026-03-03", "NOT OR NEAR(a b)");
    EXPECT_EQ(found("X_9%"), Ids{ben});
    EXPECT_EQ(found("\"quoted\""), Ids{ben});
    EXPECT_EQ(found("_9"), Ids{ben});
    EXPECT_EQ(found("9%"), Ids{ben});
    EXPECT_EQ(found("%%"), Ids{});
    EXPECT_EQ(found("words:Berg"), Ids{});
    EXPECT_EQ(found("'; DROP TABLE study; --"), Ids{});
    EXPECT_EQ(found("berg").size(), 1U);
}

TEST_F(StudyQueryTest, OtherScriptsAreFoundByThreeOfTheirLetters) {
    const auto yamada = study("\u5C71\u7530^\u592A\u90CE", "J-1", "2026-03-01", "CR");
    EXPECT_EQ(found("\u5C71\u7530"), Ids{yamada}); // two letters, by the scan
    EXPECT_EQ(found("\u7530 \u592A\u90CE"), Ids{yamada});
}

TEST_F(StudyQueryTest, AStudyThatIsGoneIsNotFound) {
    const auto anna = study("M\u00FCller^Anna", "P-17", "2026-03-01", "Thorax");
    removeForGood(anna);
    EXPECT_EQ(found("anna"), Ids{});
}

TEST_F(StudyQueryTest, WhatIsKnownOfAFileIsKeptUntilItsContentIsAnother) {
    const auto added = add(studyRecord("1"), filmRecord("/a.dcm", "1.1"));
    ASSERT_TRUE(m_library->noteIntegrity(std::vector{std::pair(added.filmId, FileIntegrity::missing)}));
    auto films = m_library->filmsFrom(0, 10);
    ASSERT_TRUE(films && films->size() == 1);
    EXPECT_EQ(films->front().integrity, FileIntegrity::missing);
    EXPECT_EQ(films->front().verifiedAt.size(), 20U);
    EXPECT_TRUE(m_library->filmsFrom(added.filmId, 10)->empty());
    EXPECT_EQ(add(studyRecord("1"), filmRecord("/a.dcm", "1.1", "d1")).outcome, AddOutcome::alreadyKnown);
    EXPECT_EQ(m_library->filmsFrom(0, 10)->front().integrity, FileIntegrity::unknown);
}

TEST_F(StudyQueryTest, WhereNothingIsFoundNamesThatSoundSoAre) {
    const auto meier = study("Meier^Anna", "P-17", "2026-03-01", "Thorax");
    const auto smith = study("Schmidt^Ben", "P-18", "2026-03-02", "Thorax");
    EXPECT_EQ(found("Mayer"), Ids{meier});
    EXPECT_EQ(found("smit thorax"), Ids{}); // 'thorax' would have to be a name too
    EXPECT_EQ(found("Schmitt"), Ids{smith});
    EXPECT_EQ(found("Schm"), Ids{smith}); // literally
    EXPECT_EQ(found("Mayer P-18"), Ids{});
    EXPECT_EQ(found("Mayer P-17"), Ids{meier});
}

TEST_F(StudyQueryTest, DatesModalityViewAndDescriptionNarrow) {
    const auto early = study("A^A", "1", "2026-01-01", "Thorax p.a.");
    const auto late = study("B^B", "2", "2026-02-01", "Bett 100%");
    study("C^C", "3", "", "without a date");
    const auto ids = [&](auto set) {
        StudyFilter filter;
        set(filter);
        return m_library->find(filter).value();
    };
    EXPECT_EQ(ids([](StudyFilter& f) { f.dateFrom = "2026-01-15"; }), Ids{late});
    EXPECT_EQ(ids([](StudyFilter& f) { f.dateTo = "2026-01-15"; }), Ids{early});
    EXPECT_EQ(ids([](StudyFilter& f) { f.dateFrom = f.dateTo = "2026-02-01"; }), Ids{late});
    EXPECT_EQ(ids([](StudyFilter& f) { f.description = "THORAX"; }), Ids{early});
    EXPECT_EQ(ids([](StudyFilter& f) { f.description = "0%"; }), Ids{late});
    EXPECT_EQ(ids([](StudyFilter& f) { f.modality = "DX"; }).size(), 3U);
    EXPECT_EQ(ids([](StudyFilter& f) { f.modality = "CT"; }), Ids{});
    EXPECT_EQ(ids([](StudyFilter& f) {
                  f.view = "PA";
                  f.patientId = "2";
              }),
              Ids{late});
    EXPECT_EQ(ids([](StudyFilter& f) {
                  f.order = StudyOrder::patient;
                  f.descending = true;
                  f.limit = 2;
              }).size(),
              2U);
}

TEST_F(StudyQueryTest, StatesCombine) {
    const auto film = [&](std::int64_t id) { return m_library->filmsOf(id)->front().id; };
    const auto plain = study("A^A", "1", "2026-01-01", "x");
    const auto scored = study("B^B", "2", "2026-01-02", "x");
    const auto flagged = study("C^C", "3", "2026-01-03", "x");
    const auto refused = study("D^D", "4", "2026-01-04", "x");
    const auto read = study("E^E", "5", "2026-01-05", "x");
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(film(scored), "m", 0.2)));
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(film(flagged), "m", 0.8)));
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(film(read), "m", 0.9)));
    auto refusal = predictionRecord(film(refused), "m", 0);
    refusal.refusal = "noPixels";
    ASSERT_TRUE(m_library->addPrediction(refusal));
    ASSERT_TRUE(m_library->addVerdict({.studyId = read, .choice = VerdictChoice::disagree}));
    const auto ids = [&](auto set) {
        StudyFilter filter;
        filter.modelHash = "m";
        set(filter);
        if (filter.limit < 0) {
            EXPECT_EQ(std::size_t(m_library->count(filter).value()), m_library->find(filter)->size());
        }
        return m_library->find(filter).value();
    };
    EXPECT_EQ(ids([](StudyFilter& f) { f.opinion = OpinionState::none; }), Ids{plain});
    EXPECT_EQ(ids([](StudyFilter& f) { f.opinion = OpinionState::scored; }), (Ids{read, flagged, scored}));
    EXPECT_EQ(ids([](StudyFilter& f) { f.opinion = OpinionState::flagged; }), (Ids{read, flagged}));
    EXPECT_EQ(ids([](StudyFilter& f) { f.opinion = OpinionState::refused; }), Ids{refused});
    EXPECT_EQ(ids([](StudyFilter& f) { f.reading = ReadingState::read; }), Ids{read});
    EXPECT_EQ(ids([](StudyFilter& f) { f.agreement = AgreementState::disputed; }), Ids{read});
    EXPECT_EQ(ids([](StudyFilter& f) { f.agreement = AgreementState::agreed; }), Ids{});
    EXPECT_EQ(ids([](StudyFilter& f) {
                  f.opinion = OpinionState::flagged;
                  f.reading = ReadingState::unread;
                  f.text = "x"; // a short word, read through
              }),
              Ids{flagged});
    EXPECT_EQ(ids([](StudyFilter& f) {
                  f.scoreFrom = 0.2;
                  f.scoreTo = 0.8;
              }),
              (Ids{flagged, scored}));
    EXPECT_EQ(ids([](StudyFilter& f) {
                  f.order = StudyOrder::score;
                  f.descending = true;
                  f.limit = 2;
              }).size(),
              2U);
}

} // namespace
} // namespace pleurascope::store
