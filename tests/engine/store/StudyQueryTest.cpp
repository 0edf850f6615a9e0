// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

namespace pleurascope::store {
namespace {

class StudySearchTest : public StoreFixture {
protected:
    std::int64_t study(const std::string& name, const std::string& id, const std::string& date,
                       const std::string& description, const std::string& accession = "A-1") {
        StudyRecord record = studyRecord(name + date, date, id);
        record.patientName = name;
        record.description = description;
        record.accessionNumber = accession;
        return add(record, filmRecord("/" + name + date, name + date)).studyId;
    }
    std::vector<std::int64_t> found(const std::string& text, int limit = 100) {
        std::vector<std::int64_t> ids;
        const auto rows = m_library->search(text, "", limit);
        EXPECT_TRUE(rows) << text;
        if (rows)
            for (const WorklistRow& row : *rows)
                ids.push_back(row.study.id);
        return ids;
    }
    using Ids = std::vector<std::int64_t>;
};

TEST_F(StudySearchTest, WordsAreFoundInAnyOrderAndAsParts) {
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

TEST_F(StudySearchTest, WhatIsTypedIsTakenLiterally) {
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

TEST_F(StudySearchTest, OtherScriptsAreFoundByThreeOfTheirLetters) {
    const auto yamada = study("\u5C71\u7530^\u592A\u90CE", "J-1", "2026-03-01", "CR");
    EXPECT_EQ(found("\u5C71\u7530"), Ids{yamada}); // two letters, by the scan
    EXPECT_EQ(found("\u7530 \u592A\u90CE"), Ids{yamada});
}

TEST_F(StudySearchTest, AStudyThatIsGoneIsNotFound) {
    const auto anna = study("M\u00FCller^Anna", "P-17", "2026-03-01", "Thorax");
    ASSERT_TRUE(m_library->removeStudy(anna));
    EXPECT_EQ(found("anna"), Ids{});
}

TEST_F(StudySearchTest, WhatIsKnownOfAFileIsKeptUntilItsContentIsAnother) {
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

} // namespace
} // namespace pleurascope::store
