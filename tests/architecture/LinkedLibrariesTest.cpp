// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <array>
#include <cctype>
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

class LateLibraries : public ::testing::TestWithParam<const char*> {};

TEST_P(LateLibraries, HaveNeitherTorchNorTheCodecsThatAbort) {
    const std::string libraries = linkedLibraries(GetParam());
    ASSERT_NE(libraries.find("libstdc++"), std::string::npos) << libraries;
    for (const char* unwanted : {"libtorch", "libc10", "imgcodecs", "gdcm", "libgdal", "highgui"})
        EXPECT_EQ(libraries.find(unwanted), std::string::npos) << unwanted;
}

/// Each of these costs the first paint milliseconds; they come with the window's module, after it.
TEST(LinkedLibraries, TheProgramThatPaintsFirstLinksWhatItPaintsWith) {
    const std::string libraries = linkedLibraries("pleurascope");
    ASSERT_NE(libraries.find("libQt6Widgets"), std::string::npos) << libraries;
    for (const char* late : {"opencv", "dcmdata", "QCustomPlot", "soci", "sqlite", "Qt6Network", "openblas"})
        EXPECT_EQ(libraries.find(late), std::string::npos) << late;
}

/// HDF5 brings some thirty libraries along, which would delay the first film.
TEST(LinkedLibraries, TheReaderOfFilmsLinksNoHdf5) {
    const std::string films = linkedLibraries("pleurascope-reader");
    ASSERT_NE(films.find("libdcmdata"), std::string::npos) << films;
    for (const char* unwanted : {"libhdf5", "libcurl", "libkrb5", "libldap"})
        EXPECT_EQ(films.find(unwanted), std::string::npos) << unwanted;
    EXPECT_NE(linkedLibraries("pleurascope-keras-reader").find("libhdf5"), std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Programs, LateLibraries,
                         ::testing::Values("pleurascope", "pleurascope-cli", "pleurascope-reader",
                                           "pleurascope-keras-reader", "../lib/libpleurascope-window.so"),
                         [](const auto& program) {
                             std::string name = program.param;
                             std::erase_if(
                                 name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); });
                             return name;
                         });

} // namespace
} // namespace pleurascope::testing
