// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/CrossValidation.h"

#include "engine/core/Files.h"
#include "engine/data/CsvReader.h"
#include "tests/engine/training/PretendedRuns.h"

#include <gmock/gmock.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

namespace pleurascope::training {
namespace {

using nlohmann::json;

struct FoldRecorder : CrossValidationObserver {
    std::vector<FoldResult> folds;
    void foldFinished(const FoldResult& fold) override { folds.push_back(fold); }
};

class CrossValidationTest : public PretendedRuns {
protected:
    CrossValidationTest() { m_config = {m_run, 4}; }

    core::Result<CrossValidation> crossValidate(const std::stop_token& stop = {}) {
        m_recorder.folds.clear();
        return training::crossValidate(m_config, functions(), m_reader, m_recorder, stop);
    }

    CrossValidationConfig m_config;
    FoldRecorder m_recorder;
    std::stop_source m_stop;
};

TEST_F(CrossValidationTest, EachFilmIsScoredOnceByAModelThatNeverSawItOrItsPatient) {
    const auto result = crossValidate();
    ASSERT_TRUE(result) << core::describe(result.error());
    ASSERT_EQ(m_recorder.folds.size(), 4U);
    ASSERT_EQ(trained.size(), 4U);
    std::set<std::string> seen;
    for (std::size_t fold = 0; fold < 4; ++fold) {
        EXPECT_EQ(trained[fold].size() + evaluated[fold].size(), films);
        for (const auto& path : evaluated[fold]) {
            EXPECT_TRUE(seen.insert(path).second) << path << " is scored twice";
            for (const auto& other : trained[fold]) {
                EXPECT_NE(path, other);
                EXPECT_TRUE(patientOf(path).empty() || patientOf(path) != patientOf(other)) << path;
            }
        }
    }
    EXPECT_EQ(seen.size(), films);
}

TEST_F(CrossValidationTest, ARunIsNotToldOfItsHeldOutFilms) {
    ASSERT_TRUE(crossValidate());
    for (const auto& run : configs) {
        EXPECT_EQ(run.split.folds, 0);
        const auto table = *core::readText(run.labels);
        const auto fold = run.output.filename().string();
        for (const auto& path : evaluated[static_cast<std::size_t>(fold.back() - '1')])
            EXPECT_EQ(table.find(path), std::string::npos) << path << " stands in " << run.labels;
    }
}

TEST_F(CrossValidationTest, PoolsTheFoldsAndLooksAtKnownPatientsApart) {
    const auto result = crossValidate();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->all.n, static_cast<int>(films));
    EXPECT_EQ(result->all.positives, static_cast<int>(films / 2));
    EXPECT_EQ(result->all.auc.auc, 1) << "the pretended model knows all labels";
    EXPECT_EQ(result->knownPatients.n, static_cast<int>(films / 2));
    const auto j = json::parse(crossValidationJson(*result));
    EXPECT_EQ(j["folds"], 4);
    EXPECT_EQ(j["known_patients"]["n"], films / 2);
    for (const char* name : {"n", "positives", "auc", "auc_low", "auc_high", "seconds"})
        EXPECT_TRUE(j[name].is_number()) << name;
    const auto fold = json::parse(foldJson(m_recorder.folds[1]));
    EXPECT_EQ(fold["fold"], 2);
    for (const char* name : {"n", "positives", "auc", "auc_low", "auc_high", "seconds"})
        EXPECT_TRUE(fold[name].is_number()) << name;
}

TEST_F(CrossValidationTest, WritesATableOfAllFilmsInTheirOrder) {
    ASSERT_TRUE(crossValidate());
    const auto text = *core::readText(m_run.output / "oof.csv");
    data::CsvReader csv(text);
    EXPECT_THAT((*csv.next())->fields, ::testing::ElementsAre("path", "fold", "label", "probability"));
    std::map<std::string, int> perFold;
    for (std::size_t i = 0; i < films; ++i) {
        const auto row = *csv.next();
        ASSERT_TRUE(row);
        EXPECT_EQ(row->fields[0], pathOf(i));
        ++perFold[row->fields[1]];
        EXPECT_EQ(row->fields[2], i % 2 == 0 ? "effusion" : "nofinding");
        EXPECT_EQ(std::stod(row->fields[3]) > 0.5, i % 2 == 0);
    }
    EXPECT_EQ(perFold.size(), 4U);
    EXPECT_FALSE((*csv.next()).has_value());
}

TEST_F(CrossValidationTest, BrokenOffItGoesOnAndRunsNoFoldTwice) {
    afterTraining = [this](std::size_t runs) {
        if (runs == 2)
            m_stop.request_stop();
    };
    const auto broken = crossValidate(m_stop.get_token());
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->outcome, core::Outcome::stopped);
    EXPECT_FALSE(std::filesystem::exists(m_run.output / "oof.csv"));
    afterTraining = {};
    const auto whole = crossValidate();
    ASSERT_TRUE(whole) << core::describe(whole.error());
    EXPECT_EQ(whole->outcome, core::Outcome::finished);
    EXPECT_EQ(trained.size(), 4U) << "two before, two after";
    EXPECT_EQ(m_recorder.folds.size(), 4U);
    EXPECT_GE(whole->seconds, 2 * secondsOfARun) << "the time before counts";
    const auto again = crossValidate();
    ASSERT_TRUE(again);
    EXPECT_EQ(trained.size(), 4U);
}

TEST_F(CrossValidationTest, ARunThatWasKilledIsResumed) {
    std::filesystem::create_directories(m_run.output / "fold-1");
    ASSERT_TRUE(core::writeFileAtomically(m_run.output / "fold-1/run.json", std::string_view("{}")));
    ASSERT_TRUE(crossValidate());
    EXPECT_TRUE(configs[0].resume);
    EXPECT_FALSE(configs[1].resume);
}

TEST_F(CrossValidationTest, AnotherConfigurationInTheSameFolderIsRefused) {
    ASSERT_TRUE(crossValidate());
    m_config.run.learningRate = 0.5;
    EXPECT_EQ(crossValidate().error().code, core::ErrorCode::alreadyExists);
    m_config.run.learningRate = m_run.learningRate;
    m_config.folds = 3;
    EXPECT_EQ(crossValidate().error().code, core::ErrorCode::alreadyExists);
}

TEST_F(CrossValidationTest, TheErrorOfARunIsItsOwn) {
    trainingError = core::Error{core::ErrorCode::diverged, "in epoch 3", {}};
    const auto result = crossValidate();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, core::ErrorCode::diverged);
}

TEST_F(CrossValidationTest, FilmsThatLookAlikeStayTogether) {
    // 17 and 19 have no known patient and show the same.
    m_reader.looks[pathOf(17)] = m_reader.looks[pathOf(19)] = 77;
    ASSERT_TRUE(crossValidate());
    for (std::size_t fold = 0; fold < 4; ++fold) {
        const std::set<std::string> side(evaluated[fold].begin(), evaluated[fold].end());
        EXPECT_EQ(side.contains(pathOf(17)), side.contains(pathOf(19)));
    }
}

} // namespace
} // namespace pleurascope::training
