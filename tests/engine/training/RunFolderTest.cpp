// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunFolder.h"
#include "engine/core/Files.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pleurascope::training {
namespace {

class RunFolderTest : public ::testing::Test {
protected:
    void SetUp() override {
        m_base = std::filesystem::temp_directory_path() / ("pleurascope-run-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_base);
        m_folder = m_base / "RUN";
    }
    void TearDown() override { std::filesystem::remove_all(m_base); }

    static Checkpoint checkpoint(int epoch) {
        Checkpoint checkpoint;
        checkpoint.last.epoch = checkpoint.best.epoch = epoch;
        checkpoint.tensors = {{"dense/kernel", {{256, 256}, std::vector<float>(65536, 1.0F)}}};
        return checkpoint;
    }

    std::filesystem::path m_base, m_folder;
};

TEST_F(RunFolderTest, IsHeldByOneRunAtATime) {
    const auto first = RunFolder::create(m_folder);
    ASSERT_TRUE(first);
    const auto second = RunFolder::create(m_folder);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, core::ErrorCode::inUse);
}

TEST_F(RunFolderTest, NeverOverwritesARunThatStandsThere) {
    {
        auto run = RunFolder::create(m_folder);
        ASSERT_TRUE(run && run->writeRun({}, {}));
    }
    const auto again = RunFolder::create(m_folder);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, core::ErrorCode::alreadyExists);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "run.json"));
}

TEST_F(RunFolderTest, KeepsOneWholeCheckpoint) {
    auto run = RunFolder::create(m_folder);
    ASSERT_TRUE(run);
    for (int epoch = 1; epoch <= 3; ++epoch)
        ASSERT_TRUE(run->writeCheckpoint(checkpoint(epoch)));
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "state"))
        names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    EXPECT_EQ(names, (std::vector<std::string>{"epoch-3.safetensors", "state.json"}));
}

TEST_F(RunFolderTest, AFullDiskAtCheckpointTimeIsNamedAndTheOldCheckpointStays) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        // A file size limit stands in for the full disk: write() then fails with EFBIG.
        ::signal(SIGXFSZ, SIG_IGN);
        auto run = RunFolder::create(m_folder);
        if (!run || !run->writeCheckpoint(checkpoint(1)))
            ::_exit(10);
        const rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        const auto full = run->writeCheckpoint(checkpoint(2));
        ::_exit(!full && full.error().code == core::ErrorCode::diskFull && !full.error().path.empty() ? 0
                                                                                                      : 11);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_TRUE(std::filesystem::exists(m_folder / "state/epoch-1.safetensors"));
    EXPECT_FALSE(std::filesystem::exists(m_folder / "state/epoch-2.safetensors"));
    EXPECT_NE(core::readText(m_folder / "state/state.json")->find("\"epoch\": 1"), std::string::npos);
}

TEST_F(RunFolderTest, AppendsWholeLines) {
    {
        auto run = RunFolder::create(m_folder);
        ASSERT_TRUE(run && run->writeRun({}, {}));
        EpochRecord record;
        record.epoch = 1;
        ASSERT_TRUE(run->appendEpoch(record));
        ASSERT_TRUE(run->appendDone({}));
    }
    const auto events = *core::readText(m_folder / "events.jsonl");
    EXPECT_EQ(std::count(events.begin(), events.end(), '\n'), 2);
    const auto history = *core::readText(m_folder / "history.csv");
    EXPECT_EQ(std::count(history.begin(), history.end(), '\n'), 2);
    EXPECT_FALSE(std::filesystem::exists(m_folder / "lock"));
}

} // namespace
} // namespace pleurascope::training
