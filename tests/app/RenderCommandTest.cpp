// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <fstream>

namespace pleurascope::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

ProgramRun cli(const std::vector<std::string>& arguments) {
    return runProgram("pleurascope-cli", arguments);
}

/// A film of 4 x 1 values that brings a window, a VOI table, an overlay over its first pixel and a shutter.
class RenderCommand : public ::testing::Test {
protected:
    void SetUp() override {
        test::SyntheticDicom table;
        table.clear()
            .words({0x0028, 0x3002}, "US", {4, 0, 8})
            .words({0x0028, 0x3006}, "OW", {255, 100, 50, 0});
        test::SyntheticDicom film;
        film.pixels(1, 4, {0, 1, 2, 3})
            .text({0x0028, 0x1050}, "DS", "2")
            .text({0x0028, 0x1051}, "DS", "4")
            .sequence({0x0028, 0x3010}, table)
            .word({0x6000, 0x0010}, 1)
            .word({0x6000, 0x0011}, 4)
            .text({0x6000, 0x0040}, "CS", "G")
            .words({0x6000, 0x0050}, "SS", {1, 1})
            .word({0x6000, 0x0100}, 1)
            .word({0x6000, 0x0102}, 0)
            .words({0x6000, 0x3000}, "OW", {1})
            .text({0x0018, 0x1600}, "CS", "RECTANGULAR")
            .text({0x0018, 0x1602}, "IS", "1")
            .text({0x0018, 0x1604}, "IS", "3")
            .text({0x0018, 0x1606}, "IS", "1")
            .text({0x0018, 0x1608}, "IS", "1");
        std::ofstream(file(), std::ios::binary) << film.file();
    }

    [[nodiscard]] std::string at(const std::string& name) const { return (m_folder.path() / name).string(); }
    [[nodiscard]] std::string file() const { return at("film.dcm"); }

    [[nodiscard]] std::vector<int> levels(std::vector<std::string> options) const {
        std::vector<std::string> arguments{"render", file(), "--output", at("film.png")};
        arguments.insert(arguments.end(), options.begin(), options.end());
        const auto run = cli(arguments);
        EXPECT_EQ(run.exitCode, 0) << run.messages;
        const auto bytes = core::readFile(at("film.png"));
        const auto image = bytes ? imaging::decodeImage(*bytes) : core::Result<imaging::Image>();
        if (!image)
            return {};
        const auto samples = image->pixels.samples<std::uint8_t>();
        return {samples.begin(), samples.end()};
    }

    test::TemporaryFolder m_folder;
};

TEST_F(RenderCommand, ShowsTheFilesFirstTableOfItself) {
    EXPECT_THAT(levels({}), ElementsAre(255, 100, 50, 0));
    EXPECT_THAT(levels({"--invert"}), ElementsAre(0, 155, 205, 255));
}

TEST_F(RenderCommand, TakesAnyOfTheFilesChoicesAndRefusesOthers) {
    EXPECT_THAT(levels({"--voi", "0"}), ElementsAre(255, 100, 50, 0));
    EXPECT_THAT(levels({"--voi", "1"}), ElementsAre(0, 85, 170, 255));
    const auto refused = cli({"render", file(), "--output", at("none.png"), "--voi", "2"});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_THAT(refused.messages, HasSubstr("the file has 2 VOI tables and windows"));
    EXPECT_FALSE(std::filesystem::exists(at("none.png")));
}

TEST_F(RenderCommand, FullRangeReachesBlackAndWhite) {
    EXPECT_THAT(levels({"--full-range"}), ElementsAre(0, 85, 170, 255));
    EXPECT_THAT(levels({"--window", "1,2"}), ElementsAre(0, 255, 255, 255));
}

TEST_F(RenderCommand, OverlaysAndShutterAreShownWhenAskedFor) {
    EXPECT_THAT(levels({"--full-range", "--overlays"}), ElementsAre(255, 85, 170, 255));
    EXPECT_THAT(levels({"--full-range", "--shutter"}), ElementsAre(0, 85, 170, 0));
}

TEST_F(RenderCommand, WritesStoredValues) {
    ASSERT_EQ(cli({"render", file(), "--raw", at("raw.npy")}).exitCode, 0);
    const auto header = core::readText(at("raw.npy"));
    ASSERT_TRUE(header);
    EXPECT_THAT(*header, HasSubstr("'descr': '<i4', 'fortran_order': False, 'shape': (1, 4), }"));
    EXPECT_EQ(header->substr(header->size() - 4), std::string("\3\0\0\0", 4));
}

/// Two frames of which the second is to be shown less the first.
test::SyntheticDicom subtractedFilm() {
    test::SyntheticDicom mask, film;
    mask.clear()
        .text({0x0028, 0x6101}, "CS", "AVG_SUB")
        .word({0x0028, 0x6110}, 1)
        .words({0x0028, 0x6102}, "US", {2, 2});
    film.pixels(1, 4, {10, 10, 10, 10, 10, 11, 12, 13})
        .size(1, 4)
        .text({0x0028, 0x0008}, "IS", "2")
        .text({0x0028, 0x1050}, "DS", "2")
        .text({0x0028, 0x1051}, "DS", "4")
        .text({0x0028, 0x1090}, "CS", "SUB");
    return film.sequence({0x0028, 0x6100}, mask);
}

TEST_F(RenderCommand, SubtractsTheMaskAndWritesTheStoredValues) {
    for (const bool inProcess : {false, true}) {
        std::ofstream(file(), std::ios::binary) << subtractedFilm().file();
        std::vector<std::string> options{"--frame", "1", "--raw", at("raw.npy")};
        if (inProcess)
            options.emplace_back("--in-process");
        EXPECT_THAT(levels(options), ElementsAre(0, 85, 170, 255));
        const auto raw = core::readText(at("raw.npy"));
        ASSERT_TRUE(raw);
        EXPECT_THAT(*raw, HasSubstr("'descr': '<i4'"));
        EXPECT_EQ(raw->substr(raw->size() - 4), std::string("\15\0\0\0", 4));
    }
    EXPECT_THAT(cli({"inspect", file()}).output, ::testing::Not(HasSubstr("mask"))) << "frame 0 has none";
}

/// A presentation state's chain takes the place of the file's, a mask included (PS3.4 N.2).
TEST_F(RenderCommand, APresentationStateShowsTheNaturalFrame) {
    test::SyntheticDicom image, series, voi, mask, state;
    image.clear()
        .text({0x0008, 0x1150}, "UI", "1.2.840.10008.5.1.4.1.1.1")
        .text({0x0008, 0x1155}, "UI", "1.2.3.4");
    series.clear().text({0x0020, 0x000e}, "UI", "1.2").sequence({0x0008, 0x1140}, image);
    voi.clear().text({0x0028, 0x1050}, "DS", "13").text({0x0028, 0x1051}, "DS", "2");
    mask.clear().text({0x0028, 0x6101}, "CS", "AVG_SUB").word({0x0028, 0x6110}, 1);
    state.clear()
        .text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
        .sequence({0x0008, 0x1115}, series)
        .sequence({0x0028, 0x3110}, voi)
        .sequence({0x0028, 0x6100}, mask);
    std::ofstream(file(), std::ios::binary) << subtractedFilm().file();
    std::ofstream(at("state.dcm"), std::ios::binary) << state.file();
    EXPECT_THAT(levels({"--frame", "1", "--presentation", at("state.dcm")}), ElementsAre(0, 0, 0, 255));
    const auto run = cli({"render", file(), "--output", at("film.png"), "--presentation", at("state.dcm")});
    EXPECT_THAT(run.messages, HasSubstr("asks for mask subtraction (AVG_SUB)"));
}

TEST_F(RenderCommand, SaysWhichFrameIsNotThere) {
    EXPECT_EQ(cli({"render", file(), "--raw", at("raw.npy"), "--frame", "0"}).exitCode, 0);
    const auto refused = cli({"render", file(), "--raw", at("none.npy"), "--frame", "1"});
    EXPECT_EQ(refused.exitCode, 1);
    EXPECT_THAT(refused.messages, HasSubstr("frame 1 of 1"));
    EXPECT_THAT(refused.messages, HasSubstr("film.dcm"));
}

TEST_F(RenderCommand, RefusesWhatDecodesBeyondTheDeclaredLimit) {
    std::ofstream(file(), std::ios::binary)
        << test::SyntheticDicom().pixels(20, 30, std::vector<std::uint16_t>(600, 7)).file();
    for (const bool inProcess : {false, true}) {
        const auto with = [&](std::vector<std::string> arguments, const char* gib) {
            arguments.insert(arguments.end(), {"--decoded-limit", gib});
            if (inProcess)
                arguments.emplace_back("--in-process");
            return cli(arguments);
        };
        EXPECT_EQ(with({"render", file(), "--output", at("a.png")}, "0.000002").exitCode, 0);
        const auto refused = with({"render", file(), "--output", at("b.png")}, "0.000001");
        EXPECT_EQ(refused.exitCode, 1);
        EXPECT_THAT(refused.messages, HasSubstr(file()));
        EXPECT_THAT(refused.messages, HasSubstr("limit 1074 bytes"));
        EXPECT_FALSE(std::filesystem::exists(at("b.png")));
        const auto inspected = with({"inspect", "--json", file()}, "0.000001");
        EXPECT_EQ(inspected.exitCode, 1);
        EXPECT_THAT(inspected.output, HasSubstr("\"reason\":\"limit_exceeded\""));
    }
    EXPECT_EQ(cli({"inspect", file(), "--decoded-limit", "0"}).exitCode, 2);
}

TEST_F(RenderCommand, WantsSomethingToWriteAndOneWindow) {
    EXPECT_EQ(cli({"render", file()}).exitCode, 2);
    EXPECT_EQ(cli({"render", file(), "--output", at("a.png"), "--voi", "0", "--window", "1,2"}).exitCode, 2);
    EXPECT_EQ(cli({"render", file(), "--output", at("a.png"), "--full-range", "--window", "1,2"}).exitCode,
              2);
}

} // namespace
} // namespace pleurascope::testing
