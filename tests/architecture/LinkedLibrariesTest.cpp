// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace pleurascope::testing {
namespace {

std::string linkedLibraries(const std::string& program) {
    const std::string command = "ldd " PLEURASCOPE_BIN_DIR "/" + program;
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string text;
    std::array<char, 4096> part{};
    while (std::fgets(part.data(), static_cast<int>(part.size()), pipe.get()) != nullptr)
        text += part.data();
    return text;
}

class LinkedLibraries : public ::testing::TestWithParam<const char*> {};

TEST_P(LinkedLibraries, HaveNeitherTorchNorTheCodecsThatAbort) {
    const std::string libraries = linkedLibraries(GetParam());
    ASSERT_NE(libraries.find("libstdc++"), std::string::npos) << libraries;
    for (const char* unwanted : {"libtorch", "libc10", "imgcodecs", "gdcm", "libgdal", "highgui"})
        EXPECT_EQ(libraries.find(unwanted), std::string::npos) << unwanted;
}

INSTANTIATE_TEST_SUITE_P(Programs, LinkedLibraries,
                         ::testing::Values("pleurascope", "pleurascope-cli", "pleurascope-reader"),
                         [](const auto& program) {
                             std::string name = program.param;
                             name.erase(std::remove(name.begin(), name.end(), '-'), name.end());
                             return name;
                         });

} // namespace
} // namespace pleurascope::testing
