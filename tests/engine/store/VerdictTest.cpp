// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

namespace pleurascope::store {
namespace {

class VerdictTest : public StoreFixture {
protected:
    void SetUp() override {
        StoreFixture::SetUp();
        m_study = add(studyRecord("1"), filmRecord("/1", "1.1")).studyId;
        m_other = Library::open(location()).value();
    }
    [[nodiscard]] VerdictRecord verdict(VerdictChoice choice, const std::string& reader) const {
        return {.studyId = m_study, .choice = choice, .reader = reader};
    }

    std::int64_t m_study = 0;
    std::unique_ptr<Library> m_other; ///< another reader's window
};

TEST_F(VerdictTest, NobodyWritesOverWhatHeHasNotSeen) {
    const auto first = m_library->addVerdict(verdict(VerdictChoice::agree, "Anna"), 0);
    ASSERT_TRUE(first);
    const auto unseen = m_other->addVerdict(verdict(VerdictChoice::disagree, "Ben"), 0);
    ASSERT_FALSE(unseen);
    EXPECT_EQ(unseen.error().code, core::ErrorCode::changedMeanwhile);
    EXPECT_NE(unseen.error().detail.find("agree by Anna at 20"), std::string::npos) << unseen.error().detail;
    EXPECT_EQ(m_library->verdictsOf(m_study)->size(), 1U); // nothing was written
    ASSERT_TRUE(m_other->addVerdict(verdict(VerdictChoice::disagree, "Ben"), *first));
    const auto all = m_library->verdictsOf(m_study).value(); // and the first one is still there
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].reader, "Ben");
    EXPECT_EQ(all[1].reader, "Anna");
}

TEST_F(VerdictTest, WhoReadsIsSeenByTheOthersUntilAVerdict) {
    ASSERT_TRUE(m_library->setReading(m_study, "Anna"));
    const auto row = m_other->worklistRow(m_study, "");
    EXPECT_EQ(row->study.readingBy, "Anna");
    EXPECT_EQ(row->study.readingSince.size(), 20U);
    StudyFilter reading;
    reading.reading = ReadingState::reading;
    EXPECT_EQ(m_other->count(reading).value(), 1);
    ASSERT_TRUE(m_library->addVerdict(verdict(VerdictChoice::agree, "Anna")));
    EXPECT_EQ(m_other->worklistRow(m_study, "")->study.readingBy, "");
    EXPECT_EQ(m_other->count(reading).value(), 0);
}

TEST_F(VerdictTest, EveryScoreThatEverWasIsKept) {
    const auto film = m_library->filmsOf(m_study)->front().id;
    for (const char* model : {"a", "b", "a"})
        ASSERT_TRUE(m_library->addPrediction(predictionRecord(film, model, 0.1 + 0.2)));
    const auto all = m_library->predictionsOf(film).value();
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[1].modelHash, "b");
    EXPECT_EQ(all[0].probability, 0.1 + 0.2); // to the last bit
    EXPECT_EQ(all[0].madeAt.size(), 20U);
}

} // namespace
} // namespace pleurascope::store
