// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/HyperparameterSearch.h"

#include "tests/engine/training/PretendedRuns.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

namespace pleurascope::training {
namespace {

using nlohmann::json;

struct TrialRecorder : SearchObserver {
    std::vector<Trial> trials;
    void trialFinished(const Trial& trial, int) override { trials.push_back(trial); }
};

class HyperparameterSearchTest : public PretendedRuns {
protected:
    HyperparameterSearchTest() {
        m_config.run = m_run;
        m_config.space = *SearchSpace::fromJson(R"({"batch": [4, 8, 12, 16, 20]})");
        m_config.trials = 3;
        m_config.test = 0.25;
        worthOf = [](const TrainingConfig& config) { return 0.01 * config.batch; };
    }

    core::Result<SearchResult> search(const std::stop_token& stop = {}) {
        m_recorder.trials.clear();
        return searchHyperparameters(m_config, functions(), m_reader, m_recorder, stop);
    }
    [[nodiscard]] std::set<std::string> testPart() const {
        const auto paths = pathsIn(m_run.output / "test.csv");
        return {paths.begin(), paths.end()};
    }

    SearchConfig m_config;
    TrialRecorder m_recorder;
    std::stop_source m_stop;
    int m_count = 0; ///< of searches in folders of their own
};

TEST_F(HyperparameterSearchTest, NoTrialIsGivenAFilmOfTheTestPartOrOfItsPatients) {
    for (const int folds : {0, 3}) {
        m_config.folds = folds;
        m_config.run.output = m_run.output = m_folder.path() / ("DIR" + std::to_string(folds));
        trained.clear();
        configs.clear();
        evaluated.clear();
        ASSERT_TRUE(search());
        const auto test = testPart();
        EXPECT_EQ(test.size(), films / 4);
        std::set<std::string> patients;
        for (const auto& path : test)
            patients.insert(patientOf(path));
        patients.erase("");
        for (const auto& run : trained)
            for (const auto& path : run) {
                EXPECT_FALSE(test.contains(path)) << path;
                EXPECT_FALSE(patients.contains(patientOf(path))) << path;
            }
        for (const auto& config : configs) {
            const auto table = *core::readText(config.labels);
            for (const auto& path : test)
                EXPECT_EQ(table.find(path + ","), std::string::npos) << path << " in " << config.labels;
        }
        const auto looks = std::count_if(evaluated.begin(), evaluated.end(), [&](const auto& paths) {
            return std::any_of(paths.begin(), paths.end(),
                               [&](const auto& path) { return test.contains(path); });
        });
        EXPECT_EQ(looks, 1) << "the test part is looked at once";
        EXPECT_EQ(std::set<std::string>(evaluated.back().begin(), evaluated.back().end()), test)
            << "and last of all";
    }
}

TEST_F(HyperparameterSearchTest, NothingIsMeasuredOnTheTestPartWhileTrialsRun) {
    const auto first = search();
    ASSERT_TRUE(first);
    const auto test = testPart();
    m_config.run.output = m_run.output = m_folder.path() / "AGAIN";
    evaluated.clear();
    afterTraining = [&](std::size_t) { EXPECT_TRUE(evaluated.empty()) << "measured while trials still run"; };
    const auto again = search();
    ASSERT_TRUE(again);
    EXPECT_EQ(testPart(), test);
    EXPECT_EQ(again->best.values, first->best.values);
}

TEST_F(HyperparameterSearchTest, TheBestTrialIsTestedWithItsOwnModel) {
    const auto result = search();
    ASSERT_TRUE(result) << core::describe(result.error());
    ASSERT_EQ(m_recorder.trials.size(), 3U);
    const auto best = std::max_element(m_recorder.trials.begin(), m_recorder.trials.end(),
                                       [](const Trial& a, const Trial& b) { return a.score < b.score; });
    EXPECT_EQ(result->best.number, best->number);
    EXPECT_EQ(models.back(), best->model);
    const auto j = json::parse(searchJson(*result));
    EXPECT_EQ(j["trials"], 3);
    EXPECT_EQ(j["best_trial"], best->number);
    EXPECT_EQ(j["values"]["batch"], configs[static_cast<std::size_t>(best->number) - 1].batch);
    EXPECT_EQ(j["n"], films / 4);
    EXPECT_EQ(json::parse(trialJson(*best))["score"], best->score);
}

TEST_F(HyperparameterSearchTest, WithFoldsTheChosenIsTrainedOnAllFilmsOfTheSearch) {
    m_config.folds = 3;
    const auto result = search();
    ASSERT_TRUE(result) << core::describe(result.error());
    EXPECT_EQ(trained.size(), 3U * 3U + 1U);
    EXPECT_EQ(trained.back().size(), films - films / 4);
    EXPECT_EQ(result->model, (m_run.output / "chosen/model.psmodel").string());
}

TEST_F(HyperparameterSearchTest, RandomTrialsDifferAndDependOnTheSeedAndAGridKeepsItsOrder) {
    const auto batches = [&] {
        configs.clear();
        m_config.run.output = m_folder.path() / ("DIR" + std::to_string(m_count++));
        EXPECT_TRUE(search());
        std::vector<int> all;
        for (const auto& config : configs)
            all.push_back(config.batch);
        return all;
    };
    m_config.trials = 99;
    const auto first = batches();
    EXPECT_EQ(std::set<int>(first.begin(), first.end()).size(), 5U);
    EXPECT_EQ(batches(), first);
    m_config.method = SearchMethod::grid;
    EXPECT_EQ(batches(), (std::vector{4, 8, 12, 16, 20}));
    m_config.trials = 2;
    EXPECT_EQ(batches(), (std::vector{4, 8}));
}

TEST_F(HyperparameterSearchTest, BrokenOffItGoesOnAndRunsNoTrialTwice) {
    afterTraining = [this](std::size_t runs) {
        if (runs == 2)
            m_stop.request_stop();
    };
    const auto broken = search(m_stop.get_token());
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->outcome, core::Outcome::stopped);
    EXPECT_TRUE(evaluated.empty()) << "the test part was not looked at";
    afterTraining = {};
    const auto whole = search();
    ASSERT_TRUE(whole);
    EXPECT_EQ(trained.size(), 3U);
    EXPECT_EQ(evaluated.size(), 1U);
    m_config.trials = 4;
    EXPECT_EQ(search().error().code, core::ErrorCode::alreadyExists);
}

TEST_F(HyperparameterSearchTest, ATrialThatDivergesIsToldAndNotChosen) {
    trainingError = core::Error{core::ErrorCode::diverged, {}, {}};
    const auto none = search();
    ASSERT_FALSE(none);
    EXPECT_EQ(none.error().code, core::ErrorCode::diverged);
    EXPECT_EQ(m_recorder.trials.size(), 3U);
    EXPECT_EQ(json::parse(trialJson(m_recorder.trials[0]))["error"], "diverged");
    trainingError = core::Error{core::ErrorCode::diskFull, {}, {}};
    EXPECT_EQ(search().error().code, core::ErrorCode::diskFull);
    EXPECT_TRUE(m_recorder.trials.empty()) << "a full disk ends the search at once";
}

} // namespace
} // namespace pleurascope::training
