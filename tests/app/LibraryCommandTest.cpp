// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/store/Library.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/ServerDatabase.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <memory>
#include <sstream>

namespace pleurascope::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class LibraryCommand : public ::testing::Test {
protected:
    void SetUp() override {
        if (std::getenv("PLEURASCOPE_TEST_SERVER"))
            m_server = std::make_unique<test::ServerDatabase>();
        const auto drawn =
            runProgram("pleurascope-cli", {"--profile", at("profile"), "phantom", "--count", "6", "--dicom",
                                           "--size", "128", "--output", at("films")});
        ASSERT_EQ(drawn.exitCode, 0) << drawn.messages;
    }
    [[nodiscard]] std::string at(const std::string& name) const { return (m_folder.path() / name).string(); }
    /// What `--library` says: a file, or a database beside with-postgres.
    [[nodiscard]] std::string libraryName() const { return m_server ? m_server->uri() : at("own.sqlite"); }
    [[nodiscard]] std::unique_ptr<store::Library> open() const {
        return store::Library::open(store::LibraryLocation::parse(libraryName()).value()).value();
    }
    [[nodiscard]] ProgramRun audit(const std::string& what) const {
        return runProgram("pleurascope-cli",
                          {"--profile", at("profile"), "audit", what, "--library", libraryName(), "--json"});
    }
    [[nodiscard]] ProgramRun library(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin() + 1, {"--library", libraryName()});
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
        const auto library = open();
        const auto rows = library->worklist("");
        ASSERT_TRUE(rows && !rows->empty());
        store::PredictionRecord score;
        score.filmId = rows->front().film.id;
        score.modelHash = "m";
        score.probability = 0.9;
        score.threshold = 0.5;
        ASSERT_TRUE(library->addPrediction(score));
        store::VerdictRecord verdict;
        verdict.studyId = rows->front().study.id;
        verdict.choice = choice;
        verdict.reader = "Rehm^Anna";
        verdict.comment = "small, \"left\"";
        verdict.modelHash = "m";
        ASSERT_TRUE(library->addVerdict(verdict));
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<test::ServerDatabase> m_server;
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
        const auto library = open();
        const auto rows = library->worklist("");
        ASSERT_TRUE(rows && !rows->empty());
        store::PredictionRecord refused; // with the probability and the threshold of a film never scored
        refused.filmId = rows->front().film.id;
        refused.modelHash = "m";
        refused.refusal = "damaged";
        ASSERT_TRUE(library->addPrediction(refused));
        store::VerdictRecord verdict;
        verdict.studyId = rows->front().study.id;
        verdict.modelHash = "m";
        ASSERT_TRUE(library->addVerdict(verdict));
    }
    const auto figures = objects(library({"stats", "--json"}));
    ASSERT_EQ(figures.size(), 2U);
    EXPECT_EQ(figures[0]["read"], 1);
    EXPECT_EQ(figures[0]["flagged"], 0);
    EXPECT_EQ(figures[1]["compared"], 0);
}

TEST_F(LibraryCommand, WhatIsNotThereIsSaid) {
    if (!m_server) {
        const auto none = library({"list"});
        EXPECT_EQ(none.exitCode, 1);
        EXPECT_THAT(none.messages, HasSubstr("own.sqlite"));
        EXPECT_FALSE(std::filesystem::exists(at("own.sqlite")));
    }
    EXPECT_EQ(library({"export"}).exitCode, 2);
    EXPECT_EQ(runProgram("pleurascope-cli", {"library"}).exitCode, 2);
    const auto server =
        runProgram("pleurascope-cli", {"--profile", at("profile"), "library", "list", "--library",
                                       "postgresql://anna:secret@127.0.0.1:1/y"});
    EXPECT_EQ(server.exitCode, 1);
    EXPECT_THAT(server.messages, HasSubstr("postgresql://anna@127.0.0.1:1/y"));
    EXPECT_EQ(server.messages.find("secret"), std::string::npos);
}

TEST_F(LibraryCommand, FiltersAndOrdersWhatItLists) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    judge(store::VerdictChoice::disagree);
    EXPECT_EQ(objects(library({"list", "--reading", "read", "--json"})).size(), 1U);
    EXPECT_EQ(objects(library({"list", "--reading", "unread", "--json"})).size(), 5U);
    EXPECT_EQ(objects(library({"list", "--opinion", "flagged", "--model", "m", "--json"})).size(), 1U);
    EXPECT_EQ(objects(library({"list", "--agreement", "disputed", "--json"})).size(), 1U);
    EXPECT_EQ(objects(library({"list", "--max-score", "0.5", "--model", "m", "--json"})).size(), 0U);
    EXPECT_EQ(objects(library({"list", "--modality", "CT", "--json"})).size(), 0U);
    EXPECT_EQ(objects(library({"list", "--from", "2100-01-01", "--json"})).size(), 0U);
    EXPECT_EQ(objects(library(
                  {"list", "--order", "arrival", "--descending", "--limit", "2", "--json"}))[0]["study"],
              6);
    EXPECT_EQ(objects(library({"list", "--order", "triage", "--json"})).back()["verdict"], "disagree");
    EXPECT_EQ(library({"list", "--from", "yesterday"}).exitCode, 2);
    EXPECT_EQ(library({"list", "--opinion", "good"}).exitCode, 2);
}

TEST_F(LibraryCommand, StudiesGoIntoTheBinAndComeBack) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    EXPECT_EQ(objects(library({"remove", "2", "3", "--json"}))[0]["binned"], 2);
    EXPECT_EQ(objects(library({"list", "--json"})).size(), 4U);
    EXPECT_EQ(objects(library({"bin", "--json"})).size(), 2U);
    EXPECT_EQ(objects(library({"bin", "--restore", "2", "--json"}))[0]["restored"], 1);
    EXPECT_EQ(objects(library({"bin", "--empty", "--json"}))[0]["removed"], 1);
    EXPECT_EQ(objects(library({"list", "--json"})).size(), 5U);
    EXPECT_EQ(library({"bin", "--empty", "--restore", "2"}).exitCode, 2);
}

TEST_F(LibraryCommand, PatientsAreMergedAndParted) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    const auto studies = objects(library({"list", "--order", "arrival", "--json"}));
    const auto from = studies[0]["patient_id"].get<std::string>();
    const auto into = studies[1]["patient_id"].get<std::string>();
    ASSERT_NE(from, into);
    EXPECT_EQ(library({"merge", from, into}).exitCode, 0);
    EXPECT_EQ(objects(library({"list", "--patient-id", into, "--json"})).size(), 2U);
    EXPECT_EQ(objects(library({"patients", "--json"}))[0]["from"], from);
    EXPECT_EQ(library({"merge", from, into}).exitCode, 1);
    EXPECT_EQ(library({"split", from}).exitCode, 0);
    EXPECT_EQ(objects(library({"list", "--patient-id", into, "--json"})).size(), 1U);
}

TEST_F(LibraryCommand, CopiesOutliveTheFilesThatTheyAreOf) {
    if (m_server) {
        EXPECT_EQ(library({"import", "--copy", at("films")}).exitCode, 1); // a server has no folder
        return;
    }
    ASSERT_EQ(objects(library({"import", "--copy", at("films"), "--json"})).back()["added"], 6);
    std::filesystem::remove_all(at("films"));
    EXPECT_EQ(objects(library({"verify", "--json"})).back()["sound"], 6);
    EXPECT_EQ(objects(library({"remove", "1", "--json"}))[0]["binned"], 1);
    EXPECT_EQ(objects(library({"bin", "--empty", "--json"}))[0]["copies_deleted"], 1);
}

TEST_F(LibraryCommand, ABackupBecomesALibraryElsewhere) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    EXPECT_EQ(objects(library({"backup", at("backup.sqlite"), "--json"}))[0]["studies"], 6);
    const auto restored =
        runProgram("pleurascope-cli", {"--profile", at("profile"), "library", "restore", at("backup.sqlite"),
                                       "--library", at("elsewhere.sqlite"), "--json"});
    EXPECT_EQ(restored.exitCode, 0) << restored.messages;
    EXPECT_EQ(objects(restored)[0]["films"], 6);
    EXPECT_EQ(store::Library::open(at("elsewhere.sqlite")).value()->studyCount().value(), 6);
    EXPECT_EQ(library({"restore", at("none.sqlite")}).exitCode, 1);
}

TEST_F(LibraryCommand, TheAuditLogIsWholeAndNamesNobody) {
    ASSERT_EQ(objects(library({"import", at("films"), "--json"})).back()["added"], 6);
    judge(store::VerdictChoice::agree);
    ASSERT_EQ(library({"export", "--verdicts", at("verdicts.csv")}).exitCode, 0);
    const auto verified = audit("verify");
    EXPECT_EQ(verified.exitCode, 0) << verified.messages;
    EXPECT_EQ(objects(verified)[0]["lines"], 9);
    const auto lines = audit("export");
    EXPECT_EQ(objects(lines).back()["action"], "exported");
    for (const auto& study : objects(library({"list", "--json"})))
        for (const char* field : {"patient_name", "patient_id", "study_uid", "path"})
            EXPECT_EQ(lines.output.find(study[field].get<std::string>()), std::string::npos) << study[field];
    EXPECT_EQ(runProgram("pleurascope-cli", {"audit", "verify", "--library", at("nowhere.sqlite")}).exitCode,
              1);
}

} // namespace
} // namespace pleurascope::testing
