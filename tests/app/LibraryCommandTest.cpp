// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/store/Library.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace pleurascope::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class LibraryCommand : public ::testing::Test {
protected:
    void SetUp() override {
        const auto drawn =
            runProgram("pleurascope-cli", {"--profile", at("profile"), "phantom", "--count", "6", "--dicom",
                                           "--size", "128", "--output", at("films")});
        ASSERT_EQ(drawn.exitCode, 0) << drawn.messages;
    }
    [[nodiscard]] std::string at(const std::string& name) const { return (m_folder.path() / name).string(); }
    [[nodiscard]] ProgramRun library(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin() + 1, {"--library", at("own.sqlite")});
        arguments.insert(arguments.begin(), {"--profile", at("profile"), "library"});
        return runProgram("pleurascope-cli", arguments);
    }
    [[nodiscard]] static std::vector<json> objects(const ProgramRun& run) {
        std::vector<json> all;
        std::istringstream lines(run.output);
        for (std::string line; std::getline(lines, line);)
            all.push_back(json::parse(line));
        return all;
    }
    /// The first study's film is judged against a score above its threshold.
    void judge(store::VerdictChoice choice) const {
        auto library = store::Library::open(at("own.sqlite"));
        ASSERT_TRUE(library);
        const auto rows = (*library)->worklist("");
        ASSERT_TRUE(rows && !rows->empty());
        store::PredictionRecord score;
        score.filmId = rows->front().film.id;
        score.modelHash = "m";
        score.probability = 0.9;
        score.threshold = 0.5;
        ASSERT_TRUE((*library)->addPrediction(score));
        store::VerdictRecord verdict;
        verdict.studyId = rows->front().study.id;
        verdict.choice = choice;
        verdict.reader = "Rehm^Anna";
        verdict.comment = "small, \"left\"";
        verdict.modelHash = "m";
        ASSERT_TRUE((*library)->addVerdict(verdict));
    }

    test::TemporaryFolder m_folder;
};

TEST_F(LibraryCommand, ImportsListsAndFinds) {
    m_folder.write("films/notes.txt", "no film");
    const auto imported = library({"import", at("films"), "--json"});
    const auto report = objects(imported).back();
    EXPECT_EQ(report["added"], 6);
    EXPECT_EQ(imported.exitCode, report["refused"] == 0 ? 0 : 1);
    EXPECT_EQ(objects(library({"import", at("films"), "--json"})).back()["already_known"], 6);
    const auto studies = objects(library({"list", "--json"}));
    ASSERT_EQ(studies.size(), 6U);
    const auto id = studies[2]["patient_id"].get<std::string>();
    const auto found = objects(library({"search", id, "--json"}));
    ASSERT_GE(found.size(), 1U);
    EXPECT_EQ(found[0]["patient_id"], id);
    EXPECT_EQ(objects(library({"search", "nobody is called this", "--json"})).size(), 0U);
    EXPECT_THAT(library({"list"}).output, HasSubstr(id));
}

TEST_F(LibraryCommand, VerifiesFilesAgain) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    EXPECT_EQ(library({"verify"}).exitCode, 0);
    const auto film = objects(library({"list", "--json"}))[0]["path"].get<std::string>();
    std::filesystem::remove(film);
    const auto run = library({"verify", "--json"});
    EXPECT_EQ(run.exitCode, 1);
    const auto found = objects(run);
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(found[0]["path"], film);
    EXPECT_EQ(found[0]["integrity"], "missing");
    EXPECT_EQ(found[1]["sound"], 5);
}

TEST_F(LibraryCommand, VerdictsBecomeATableLabelsAndFigures) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    judge(store::VerdictChoice::disagree);
    const auto run =
        library({"export", "--verdicts", at("verdicts.csv"), "--labels", at("labels.csv"), "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto table = core::readText(at("verdicts.csv")).value();
    EXPECT_THAT(table, HasSubstr("disagree,nofinding"));
    EXPECT_THAT(table, HasSubstr("\"small, \"\"left\"\"\""));
    const auto labels = objects(run)[1];
    EXPECT_EQ(labels["films"], 1);
    EXPECT_THAT(core::readText(at("labels.csv")).value(), HasSubstr(",nofinding,"));
    EXPECT_TRUE(std::filesystem::is_directory(labels["data"].get<std::string>()));
    const auto figures = objects(library({"stats", "--json"}));
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0]["disputed"], 1);
    EXPECT_EQ(figures[1]["studies"], 6);
    EXPECT_EQ(figures[1]["model_only"], 1);
}

TEST_F(LibraryCommand, ARefusedFilmIsNotCountedAsFlagged) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    {
        auto library = store::Library::open(at("own.sqlite"));
        ASSERT_TRUE(library);
        const auto rows = (*library)->worklist("");
        ASSERT_TRUE(rows && !rows->empty());
        store::PredictionRecord refused; // with the probability and the threshold of a film never scored
        refused.filmId = rows->front().film.id;
        refused.modelHash = "m";
        refused.refusal = "damaged";
        ASSERT_TRUE((*library)->addPrediction(refused));
        store::VerdictRecord verdict;
        verdict.studyId = rows->front().study.id;
        verdict.modelHash = "m";
        ASSERT_TRUE((*library)->addVerdict(verdict));
    }
    const auto figures = objects(library({"stats", "--json"}));
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0]["read"], 1);
    EXPECT_EQ(figures[0]["flagged"], 0);
    EXPECT_EQ(figures[1]["compared"], 0);
}

TEST_F(LibraryCommand, WhatIsNotThereIsSaid) {
    const auto none = library({"list"});
    EXPECT_EQ(none.exitCode, 1);
    EXPECT_THAT(none.messages, HasSubstr("own.sqlite"));
    EXPECT_FALSE(std::filesystem::exists(at("own.sqlite")));
    EXPECT_EQ(library({"export"}).exitCode, 2);
    EXPECT_EQ(runProgram("pleurascope-cli", {"library"}).exitCode, 2);
    const auto server = runProgram(
        "pleurascope-cli", {"--profile", at("profile"), "library", "list", "--library", "postgresql://x/y"});
    EXPECT_EQ(server.exitCode, 1);
    EXPECT_THAT(server.messages, HasSubstr("SQLite"));
}

} // namespace
} // namespace pleurascope::testing
