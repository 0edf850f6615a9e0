// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ScoringQueue.h"

#include "tests/engine/reading/FakeFilmReader.h"
#include "tests/engine/reading/FakePredictor.h"
#include "tests/support/TemporaryFolder.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <limits>

namespace pleurascope::reading {
namespace {

using ::testing::ElementsAre;

class ScoringQueueTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto library = store::Library::open(m_folder.path() / "library.sqlite");
        ASSERT_TRUE(library);
        m_library = std::move(*library);
        auto reader = std::make_unique<FakeFilmReader>();
        m_reader = reader.get();
        m_queue = std::make_unique<ScoringQueue>(*m_library, std::move(reader), observer());
    }
    void TearDown() override { m_queue.reset(); }

    ScoringQueue::Observer observer() {
        return {[this](const ScoredFilm& film) {
                    const std::scoped_lock lock(m_mutex);
                    m_scored.push_back(film);
                    m_changed.notify_all();
                },
                [this](int waiting) {
                    const std::scoped_lock lock(m_mutex);
                    m_waiting.push_back(waiting);
                    m_changed.notify_all();
                },
                [this](const core::Error& error) {
                    const std::scoped_lock lock(m_mutex);
                    m_failures.push_back(error);
                    m_changed.notify_all();
                }};
    }
    std::int64_t addFilm(const std::string& name, bool readable = true) {
        if (readable)
            m_reader->know("/" + name, "1." + name, "1." + name);
        store::StudyRecord study;
        study.studyUid = "1." + name;
        store::FilmRecord film;
        film.path = "/" + name;
        film.sopInstanceUid = study.studyUid;
        return m_library->addFilm(study, film)->studyId;
    }
    /// Waits until `condition` holds; the limit only ends a test that has failed.
    template <class Condition>
    [[nodiscard]] bool eventually(Condition condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), condition);
    }
    [[nodiscard]] bool isIdle(std::size_t scored) {
        return eventually(
            [&] { return m_scored.size() >= scored && !m_waiting.empty() && m_waiting.back() == 0; });
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<store::Library> m_library;
    FakeFilmReader* m_reader = nullptr;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<ScoredFilm> m_scored;
    std::vector<int> m_waiting;
    std::vector<core::Error> m_failures;
    std::unique_ptr<ScoringQueue> m_queue;
};

TEST_F(ScoringQueueTest, EveryWaitingFilmIsScoredAndKept) {
    std::vector<std::int64_t> studies;
    for (int i = 0; i < 11; ++i)
        studies.push_back(addFilm("f" + std::to_string(i)));
    std::ranges::reverse(studies); // the newest comes first
    m_queue->setPredictor(std::make_shared<FakePredictor>("model-a", 0.75));
    ASSERT_TRUE(isIdle(11));
    EXPECT_EQ(m_scored.size(), 11u);
    for (std::size_t i = 0; i < studies.size(); ++i) {
        EXPECT_EQ(m_scored[i].studyId, studies[i]);
        const auto kept = m_library->worklistRow(studies[i], "model-a")->prediction;
        ASSERT_TRUE(kept);
        EXPECT_EQ(kept->id, m_scored[i].prediction.id);
        EXPECT_EQ(kept->probability, 0.75);
        EXPECT_EQ(kept->logit, -1.5);
        EXPECT_EQ(kept->threshold, 0.4);
        EXPECT_EQ(kept->modelName, "Fake");
        EXPECT_TRUE(kept->phantomsOnly);
        EXPECT_TRUE(kept->refusal.empty());
    }
    EXPECT_EQ(m_waiting.front(), 11);
    EXPECT_TRUE(m_failures.empty());
}

TEST_F(ScoringQueueTest, WithoutAModelItRests) {
    addFilm("a");
    m_queue->nudge();
    m_queue->setPredictor(nullptr);
    m_queue.reset();
    EXPECT_TRUE(m_scored.empty());
}

TEST_F(ScoringQueueTest, ANudgeBringsNewFilmsIn) {
    m_queue->setPredictor(std::make_shared<FakePredictor>("model-a", 0.75));
    ASSERT_TRUE(isIdle(0));
    addFilm("late");
    m_queue->nudge();
    EXPECT_TRUE(isIdle(1));
}

TEST_F(ScoringQueueTest, AFilmThatCannotBeReadIsRefusedOnceAndTheOthersAreScored) {
    const auto bad = addFilm("bad", false);
    const auto good = addFilm("good");
    m_queue->setPredictor(std::make_shared<FakePredictor>("model-a", 0.75));
    ASSERT_TRUE(isIdle(2));
    EXPECT_EQ(m_library->worklistRow(bad, "model-a")->prediction->refusal, "notRecognised");
    EXPECT_EQ(m_library->worklistRow(good, "model-a")->prediction->refusal, "");
    EXPECT_EQ(m_library->filmsToScoreCount("model-a").value(), 0);
    EXPECT_EQ(m_reader->filmsRead, 2);
}

TEST_F(ScoringQueueTest, AModelThatFailsOrSaysNoNumberMakesRefusals) {
    const auto study = addFilm("a");
    auto failing = std::make_shared<FakePredictor>("model-a", 0.75);
    failing->failure = core::Error{core::ErrorCode::outOfMemory, {}, {}};
    m_queue->setPredictor(failing);
    ASSERT_TRUE(isIdle(1));
    EXPECT_EQ(m_library->worklistRow(study, "model-a")->prediction->refusal, "outOfMemory");
    m_queue->setPredictor(
        std::make_shared<FakePredictor>("model-b", std::numeric_limits<double>::quiet_NaN()));
    ASSERT_TRUE(eventually([&] { return m_scored.size() == 2; }));
    EXPECT_EQ(m_library->worklistRow(study, "model-b")->prediction->refusal, "internal");
}

TEST_F(ScoringQueueTest, AnotherModelScoresEverythingAgainAndBothScoresStay) {
    const auto study = addFilm("a");
    m_queue->setPredictor(std::make_shared<FakePredictor>("model-a", 0.75));
    ASSERT_TRUE(isIdle(1));
    m_queue->setPredictor(std::make_shared<FakePredictor>("model-b", 0.25));
    ASSERT_TRUE(eventually([&] { return m_scored.size() == 2; }));
    EXPECT_EQ(m_library->worklistRow(study, "model-a")->prediction->probability, 0.75);
    EXPECT_EQ(m_library->worklistRow(study, "model-b")->prediction->probability, 0.25);
}

TEST_F(ScoringQueueTest, ItStopsInTheMiddleOfManyFilms) {
    for (int i = 0; i < 200; ++i)
        addFilm("f" + std::to_string(i));
    m_queue->setPredictor(std::make_shared<FakePredictor>("model-a", 0.75));
    ASSERT_TRUE(eventually([&] { return m_scored.size() >= 3; }));
    m_queue.reset();
    const int kept = m_library->predictionCount("model-a").value();
    EXPECT_EQ(kept, int(m_scored.size()));
    EXPECT_EQ(m_library->filmsToScoreCount("model-a").value(), 200 - kept);
}

} // namespace
} // namespace pleurascope::reading
