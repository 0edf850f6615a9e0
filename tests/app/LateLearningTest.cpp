// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>

namespace pleurascope::testing {
namespace {

std::string content(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

TEST(LateLearning, InspectDoesNotLoadLibTorch) {
    const auto run = runProgram("pleurascope-cli", {"inspect", "/nowhere.dcm"}, {"LD_DEBUG=files"});
    EXPECT_EQ(run.exitCode, 1);
    ASSERT_NE(run.messages.find("libstdc++"), std::string::npos) << "LD_DEBUG did not tell what was loaded";
    EXPECT_EQ(run.messages.find("libtorch"), std::string::npos);
}

/// A window that cannot find its learning module must start and paint all the same: so nothing of LibTorch
/// belongs to its start, and a memory map of the running process can prove it.
TEST(LateLearning, TheStartOfTheWindowDoesNotLoadLibTorch) {
    const test::TemporaryFolder profile;
    const test::TemporaryFolder modules;
    std::filesystem::create_symlink(PLEURASCOPE_LIB_DIR "/libpleurascope-window.so",
                                    modules.path() / "libpleurascope-window.so");
    const std::string program = PLEURASCOPE_BIN_DIR "/pleurascope";
    const std::string folder = profile.path().string();
    const char* const arguments[] = {program.c_str(), "--profile", folder.c_str(), nullptr};
    const std::string home = "HOME=" + folder;
    const std::string library = "PLEURASCOPE_LIB=" + modules.path().string();
    const char* const environment[] = {"QT_QPA_PLATFORM=offscreen", library.c_str(), home.c_str(),
                                       "LC_ALL=C.UTF-8", nullptr};
    pid_t child = 0;
    ASSERT_EQ(::posix_spawn(&child, program.c_str(), nullptr, nullptr, const_cast<char* const*>(arguments),
                            const_cast<char* const*>(environment)),
              0);
    const auto logs = profile.path() / "data/logs";
    std::string log;
    for (int i = 0; i < 200 && log.find("worklist painted") == std::string::npos; ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        log.clear();
        if (std::filesystem::exists(logs))
            for (const auto& entry : std::filesystem::directory_iterator(logs))
                log += content(entry.path());
    }
    const std::string maps = content("/proc/" + std::to_string(child) + "/maps");
    ::kill(child, SIGTERM);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_NE(log.find("worklist painted"), std::string::npos) << log;
    ASSERT_NE(maps.find("libQt6Widgets"), std::string::npos);
    EXPECT_EQ(maps.find("libtorch"), std::string::npos);
}

} // namespace
} // namespace pleurascope::testing
