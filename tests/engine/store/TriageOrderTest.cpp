// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/store/StoreFixture.h"

#include <algorithm>
#include <random>

namespace pleurascope::store {
namespace {

using Ids = std::vector<std::int64_t>;

class TriageOrderTest : public StoreFixture {
protected:
    /// A negative score: none. A verdict where `isRead`.
    std::int64_t study(double score, bool isRead = false) {
        const std::string uid = std::to_string(++m_count);
        const auto added = add(studyRecord(uid, "2026-03-01", "P" + uid), filmRecord("/" + uid, uid + ".1"));
        if (score >= 0) {
            EXPECT_TRUE(m_library->addPrediction(predictionRecord(added.filmId, "m", score)));
        }
        if (isRead) {
            EXPECT_TRUE(m_library->addVerdict({.studyId = added.studyId}));
        }
        return added.studyId;
    }
    [[nodiscard]] Ids order(const std::string& waitingSince = {}) const {
        StudyFilter filter;
        filter.modelHash = "m";
        filter.order = StudyOrder::triage;
        filter.waitingSince = waitingSince;
        return m_library->find(filter).value();
    }
    int m_count = 0;
};

TEST_F(TriageOrderTest, FlaggedByScoreThenTheRestAsTheyArrivedThenWhatWasRead) {
    const auto plain = study(0.1);
    const auto flagged = study(0.5);
    const auto read = study(0.99, true);
    const auto without = study(-1);
    const auto highest = study(0.9);
    const auto higherButBelow = study(0.41); // scores below the threshold move nothing
    EXPECT_EQ(order(), (Ids{highest, flagged, plain, without, higherButBelow, read}));
}

TEST_F(TriageOrderTest, WhoWaitsTooLongIsRaisedToTheFlagged) {
    const auto plain = study(0.1);
    const auto flagged = study(0.5);
    const auto read = study(0.6, true);
    StudyFilter filter;
    filter.modelHash = "m";
    using Sizes = std::array<int, triageGroupCount>;
    EXPECT_EQ(m_library->triage(filter)->sizes, (Sizes{1, 0, 1, 1, 0}));
    filter.waitingSince = "9999-01-01T00:00:00Z";
    filter.readBefore = "9999-01-01T00:00:00Z";
    const auto list = m_library->triage(filter);
    EXPECT_EQ(list->ids, (Ids{flagged, plain, read}));
    EXPECT_EQ(list->sizes, (Sizes{1, 1, 0, 0, 1}));
    filter.limit = 2;
    EXPECT_EQ(m_library->triage(filter)->ids, (Ids{flagged, plain}));
    filter.reading = ReadingState::read;
    EXPECT_EQ(m_library->triage(filter)->ids, Ids{read});
}

TEST_F(TriageOrderTest, ANewScoreOrOtherContentCountsAtOnce) {
    const auto one = study(0.9);
    const auto two = study(0.5);
    EXPECT_EQ(order(), (Ids{one, two}));
    const auto film = m_library->filmsOf(one)->front();
    ASSERT_TRUE(m_library->addPrediction(predictionRecord(film.id, "m", 0.45)));
    EXPECT_EQ(order(), (Ids{two, one}));
    FilmRecord other = film; // the file holds another picture now: it has no score
    other.contentDigest = "d1";
    (void)add(studyRecord("1", "2026-03-01", "P1"), other);
    EXPECT_FALSE(m_library->worklistRow(one, "m")->prediction);
    EXPECT_EQ(m_library->triage({.modelHash = "m"})->sizes[0], 1);
}

/// Of any worklist: the flagged unread ones come first, by score; the rest strictly in order of arrival.
TEST_F(TriageOrderTest, HoldsForAnyWorklist) {
    std::mt19937 random(44);
    std::uniform_real_distribution<double> uniform(-0.3, 1);
    std::map<std::int64_t, std::pair<double, bool>> studies;
    for (int i = 0; i < 60; ++i) {
        const double score = uniform(random);
        const bool isRead = uniform(random) > 0.7;
        studies[study(score, isRead)] = {score, isRead};
    }
    const auto group = [&](std::int64_t id) {
        const auto& [score, isRead] = studies.at(id);
        return isRead ? 2 : score >= 0.42 ? 0 : 1;
    };
    const Ids ids = order();
    ASSERT_EQ(ids.size(), studies.size());
    for (std::size_t i = 1; i < ids.size(); ++i) {
        ASSERT_LE(group(ids[i - 1]), group(ids[i]));
        if (group(ids[i - 1]) != group(ids[i]))
            continue;
        if (group(ids[i]) == 0) {
            EXPECT_GE(studies.at(ids[i - 1]).first, studies.at(ids[i]).first);
        } else if (group(ids[i]) == 1) {
            EXPECT_LT(ids[i - 1], ids[i]);
        }
    }
}

} // namespace
} // namespace pleurascope::store
