// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/weights/ModelFile.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <fcntl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace pleurascope::testing {
namespace {

using nlohmann::json;

/// 24 phantoms, made once.
class TrainCommand : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        s_folder = new test::TemporaryFolder;
        const auto made = runProgram("pleurascope-cli", {"phantom", "--count", "24", "--seed", "5", "--size",
                                                         "96", "--output", at("films")});
        ASSERT_EQ(made.exitCode, 0) << made.messages;
    }
    static void TearDownTestSuite() { delete s_folder; }

    static std::string at(const std::string& name) { return (s_folder->path() / name).string(); }

    /// A small run; `more` comes last.
    static std::vector<std::string> arguments(const std::string& output, std::vector<std::string> more = {}) {
        std::vector<std::string> all{"--profile",
                                     at("profile"),
                                     "train",
                                     "--data",
                                     at("films"),
                                     "--labels",
                                     at("films/labels.csv"),
                                     "--cut",
                                     "conv2_block1_out",
                                     "--input-size",
                                     "64",
                                     "--head",
                                     "8",
                                     "--validation",
                                     "0.3",
                                     "--output",
                                     at(output)};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    static ProgramRun train(const std::string& output, const std::vector<std::string>& more = {}) {
        return runProgram("pleurascope-cli", arguments(output, more));
    }
    static json configOf(const std::string& run) {
        return json::parse(*core::readText(at(run + "/run.json")))["config"];
    }
    static int epochsKept(const std::string& run) {
        const auto text = core::readText(at(run + "/state/state.json"));
        return text ? json::parse(*text)["epoch"].get<int>() : 0;
    }
    /// Starts a run and sends it `signal` once `epoch` is kept; gives what waitpid() says of its end.
    static int trainAndSignal(const std::vector<std::string>& all, const std::string& run, int epoch,
                              int signal) {
        const pid_t child = ::fork();
        if (child == 0) {
            const int nothing = ::open("/dev/null", O_RDWR);
            for (const int fd : {0, 1, 2})
                ::dup2(nothing, fd);
            std::string program = PLEURASCOPE_BIN_DIR "/pleurascope-cli";
            std::vector<std::string> own = all;
            std::vector<char*> words{program.data()};
            for (auto& word : own)
                words.push_back(word.data());
            words.push_back(nullptr);
            ::execv(program.c_str(), words.data());
            ::_exit(127);
        }
        int status = 0;
        while (epochsKept(run) < epoch) {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
            if (::waitpid(child, &status, WNOHANG) == child) {
                ADD_FAILURE() << "ended by itself before it could be interrupted";
                return status;
            }
        }
        ::kill(child, signal);
        EXPECT_EQ(::waitpid(child, &status, 0), child);
        return status;
    }

private:
    static inline test::TemporaryFolder* s_folder = nullptr;
};

TEST_F(TrainCommand, ARunThatWasKilledEndsWithTheSameWeightsWhenResumed) {
    const std::vector<std::string> fine{"--epochs",
                                        "10",
                                        "--fine-tune",
                                        "conv2",
                                        "--optimizer",
                                        "adamw",
                                        "--schedule",
                                        "cosine",
                                        "--mirror",
                                        "both",
                                        "--device",
                                        "cpu",
                                        "--fine-tune-learning-rate",
                                        "0.001"};
    const auto whole = train("whole", fine);
    ASSERT_EQ(whole.exitCode, 0) << whole.messages;
    ASSERT_TRUE(WIFSIGNALED(trainAndSignal(arguments("killed", fine), "killed", 2, SIGKILL)));
    const int kept = epochsKept("killed");
    ASSERT_LT(kept, 10);
    const auto resumed = runProgram("pleurascope-cli", {"train", "--resume", at("killed"), "--json"});
    ASSERT_EQ(resumed.exitCode, 0) << resumed.messages;
    EXPECT_EQ(json::parse(resumed.output.substr(0, resumed.output.find('\n')))["epoch"], kept + 1);
    const auto a = weights::readModelFile(at("whole/model.psmodel"));
    const auto b = weights::readModelFile(at("killed/model.psmodel"));
    ASSERT_TRUE(a && b);
    for (const auto& [name, tensor] : a->tensors)
        EXPECT_EQ(tensor.values, b->tensors.at(name).values) << name;
}

TEST_F(TrainCommand, AnInterruptionPausesTheRunAndItsEndIsTidy) {
    for (const int signal : {SIGINT, SIGTERM}) {
        const std::string run = "paused" + std::to_string(signal);
        const int status = trainAndSignal(arguments(run, {"--epochs", "5000"}), run, 2, signal);
        ASSERT_TRUE(WIFEXITED(status));
        EXPECT_EQ(WEXITSTATUS(status), 1);
        EXPECT_NE(core::readText(at(run + "/events.jsonl"))->find("\"stopped\""), std::string::npos);
        EXPECT_TRUE(weights::readModelFile(at(run + "/model.psmodel")));
        EXPECT_FALSE(std::filesystem::exists(at(run + "/lock")));
    }
}

TEST_F(TrainCommand, WhatIsSaidWinsOverThePresetWhereverItStands) {
    const auto before = train("before", {"--epochs", "1", "--no-feature-cache", "--preset", "notebook"});
    ASSERT_EQ(before.exitCode, 0) << before.messages;
    auto swapped = arguments("after", {"--epochs", "1", "--no-feature-cache"});
    swapped.insert(swapped.begin() + 3, {"--preset", "notebook"});
    const auto after = runProgram("pleurascope-cli", swapped);
    ASSERT_EQ(after.exitCode, 0) << after.messages;
    EXPECT_EQ(configOf("before"), configOf("after"));
    EXPECT_EQ(configOf("before")["epochs"], 1);
    EXPECT_EQ(configOf("before")["head"], json::array({8}));
    EXPECT_EQ(configOf("before")["scaling"], "unit") << "from the preset";
    EXPECT_NE(before.messages.find("VALIDATION LEAKS"), std::string::npos);
    EXPECT_NE(core::readText(at("before/lineage.csv"))->find("source_sha256"), std::string::npos);
}

TEST_F(TrainCommand, ACleanNotebookDoesNotLeak) {
    const auto run = train("clean", {"--epochs", "1", "--preset", "notebook-clean"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    EXPECT_EQ(run.messages.find("LEAKS"), std::string::npos);
}

TEST_F(TrainCommand, ResumingTakesNoOptionsOfANewRun) {
    EXPECT_EQ(runProgram("pleurascope-cli", {"train", "--resume", at("whole"), "--epochs", "3"}).exitCode, 2);
    EXPECT_EQ(runProgram("pleurascope-cli", {"train", "--output", at("x")}).exitCode, 2) << "no --data";
    const auto none = runProgram("pleurascope-cli", {"train", "--resume", at("nowhere")});
    EXPECT_EQ(none.exitCode, 1);
    EXPECT_NE(none.messages.find("nowhere"), std::string::npos);
}

TEST_F(TrainCommand, MixedPrecisionOnTheProcessorIsRefusedWithAReason) {
    const auto run = train("mixed", {"--mixed-precision", "--device", "cpu"});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_NE(run.messages.find("CUDA"), std::string::npos);
}

} // namespace
} // namespace pleurascope::testing
