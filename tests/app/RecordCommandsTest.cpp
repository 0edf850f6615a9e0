// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/ProgramRun.h"
#include "tests/engine/intake/TestArchive.h"
#include "tests/support/SyntheticDicom.h"
#include "tests/support/TemporaryFolder.h"

#include <nlohmann/json.hpp>

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace pleurascope::testing {
namespace {

using test::SyntheticDicom;
using ::testing::HasSubstr;
using ::testing::Not;

ProgramRun cli(const std::vector<std::string>& arguments) {
    return runProgram("pleurascope-cli", arguments);
}

std::vector<nlohmann::json> jsonLines(const std::string& text) {
    std::vector<nlohmann::json> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(nlohmann::json::parse(line, nullptr, false));
    return lines;
}

/// `tags`, `diff`, `dicomdir` and `deidentify`.
class RecordCommands : public ::testing::Test {
protected:
    [[nodiscard]] std::string write(const std::string& name, const SyntheticDicom& file) const {
        return m_folder.write(name, file.file()).string();
    }
    [[nodiscard]] std::string at(const std::string& name) const { return (m_folder.path() / name).string(); }
    [[nodiscard]] std::string content(const std::filesystem::path& path) const {
        std::ifstream stream(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }

    test::TemporaryFolder m_folder;
};

TEST_F(RecordCommands, TagsListsElementsAndFindsThem) {
    const auto file = write("film.dcm", SyntheticDicom());
    const auto all = cli({"tags", file});
    EXPECT_EQ(all.exitCode, 0) << all.messages;
    EXPECT_THAT(all.output, HasSubstr("(0010,0010) PN PatientName [8] Doe^Jane\n"));
    for (const char* find : {"doe", "00100010", "0010,0010", "patientname"}) {
        const auto found = jsonLines(cli({"tags", file, "--json", "--find", find}).output);
        ASSERT_EQ(found.size(), 1u) << find;
        EXPECT_EQ(found[0].at("tag"), "(0010,0010)");
        EXPECT_EQ(found[0].at("value"), "Doe^Jane");
    }
    EXPECT_EQ(cli({"tags", at("missing.dcm")}).exitCode, 1);
    EXPECT_EQ(cli({"tags"}).exitCode, 2);
}

TEST_F(RecordCommands, DiffTellsWhatDiffers) {
    const auto a = write("a.dcm", SyntheticDicom());
    const auto b = write("b.dcm", SyntheticDicom().text({0x0010, 0x0020}, "LO", "P2"));
    EXPECT_EQ(cli({"diff", a, a}).exitCode, 0);
    EXPECT_EQ(cli({"diff", a, a}).output, "");
    const auto run = cli({"diff", a, b, "--json"});
    EXPECT_EQ(run.exitCode, 1);
    const auto lines = jsonLines(run.output);
    ASSERT_EQ(lines.size(), 1u);
    EXPECT_EQ(lines[0].at("path"), "0010,0020");
    EXPECT_EQ(lines[0].at("a").at("value"), "P1");
    EXPECT_EQ(lines[0].at("b").at("value"), "P2");
    EXPECT_THAT(cli({"diff", a, b}).output, HasSubstr("> 0010,0020 LO PatientID"));
}

TEST_F(RecordCommands, DicomdirSaysWhatIsThere) {
    const auto record = [](const char* file) {
        return SyntheticDicom()
            .clear()
            .text({0x0004, 0x1430}, "CS", "IMAGE")
            .text({0x0004, 0x1500}, "CS", file);
    };
    SyntheticDicom directory;
    directory.clear().sequence({0x0004, 0x1220}, std::vector{record("IM\\ONE"), record("IM\\TWO")});
    (void)write("DICOMDIR", directory);
    (void)write("im/one", SyntheticDicom());
    const auto run = cli({"dicomdir", at(""), "--json"});
    EXPECT_EQ(run.exitCode, 1) << run.messages;
    const auto lines = jsonLines(run.output);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].at("file"), "IM/ONE");
    EXPECT_EQ(lines[0].at("exists"), true);
    EXPECT_EQ(lines[1].at("exists"), false);
    (void)write("im/two", SyntheticDicom());
    EXPECT_EQ(cli({"dicomdir", at("DICOMDIR")}).exitCode, 0);
    EXPECT_EQ(cli({"dicomdir", at("im/one")}).exitCode, 1);
}

/// The last item's length was not adjusted when elements were taken out of it.
TEST_F(RecordCommands, ADicomdirWhoseRecordsAnnounceMoreThanThereIsIsListed) {
    SyntheticDicom record;
    record.clear()
        .text({0x0004, 0x1430}, "CS", "IMAGE")
        .text({0x0004, 0x1500}, "CS", "ONE")
        .text({0x0020, 0x0013}, "IS", "1");
    auto bytes = SyntheticDicom()
                     .clear()
                     .sequence({0x0004, 0x1220}, record)
                     .mediaStorage("1.2.840.10008.1.3.10")
                     .file();
    bytes.resize(bytes.size() - 10);
    const auto directory = m_folder.write("DICOMDIR", bytes).string();
    (void)write("ONE", SyntheticDicom());
    const auto listed = cli({"dicomdir", directory});
    EXPECT_EQ(listed.exitCode, 0) << listed.messages;
    EXPECT_THAT(listed.output, HasSubstr("ONE"));
    EXPECT_THAT(listed.messages, HasSubstr("records announce more than the file has"));
    const auto inspected = cli({"inspect", "--json", directory});
    EXPECT_EQ(inspected.exitCode, 0) << inspected.output;
    const auto line = jsonLines(inspected.output).at(0);
    EXPECT_EQ(line.at("kind"), "dicomdir");
    EXPECT_EQ(line.at("status"), "ok");
    EXPECT_THAT(line.at("notes").dump(), HasSubstr("records announce more than the file has"));
    EXPECT_THAT(line.at("notes").dump(), HasSubstr("refers to 1 files"));
}

TEST_F(RecordCommands, DeidentifyLeavesNothingOfNamesAndPaths) {
    (void)write("in/SECRETMAN-Joe/one.dcm", SyntheticDicom()
                                                .text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe")
                                                .text({0x0008, 0x0018}, "UI", "1.2.3.1"));
    (void)write("in/two.dcm", SyntheticDicom()
                                  .text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe")
                                  .text({0x0008, 0x0018}, "UI", "1.2.3.2"));
    m_folder.write("in/notes.txt", "SECRETMAN");
    const auto run = cli({"deidentify", at("in"), at("out"), "--seed", "s", "--report", at("report.jsonl")});
    EXPECT_EQ(run.exitCode, 1); // notes.txt is refused
    EXPECT_THAT(run.output, HasSubstr("2 de-identified, 1 refused"));
    int files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(at("out"))) {
        ++files;
        EXPECT_THAT(entry.path().filename().string(), ::testing::StartsWith("2.25."));
        EXPECT_THAT(content(entry.path()), Not(HasSubstr("SECRETMAN")));
    }
    EXPECT_EQ(files, 2);
    const auto lines = jsonLines(content(at("report.jsonl")));
    ASSERT_EQ(lines.size(), 3u);
    for (const auto& line : lines)
        EXPECT_EQ(line.at("changes").empty(), line.at("status") == "refused");
}

/// A presentation state of the film with UID 1.2.3.1.
SyntheticDicom presentationState() {
    SyntheticDicom image, series, state;
    image.clear()
        .text({0x0008, 0x1150}, "UI", "1.2.840.10008.5.1.4.1.1.1")
        .text({0x0008, 0x1155}, "UI", "1.2.3.1");
    series.clear().text({0x0020, 0x000e}, "UI", "1.2").sequence({0x0008, 0x1140}, image);
    return state.clear()
        .text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.11.1")
        .text({0x0008, 0x0018}, "UI", "1.2.3.5")
        .text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe")
        .sequence({0x0008, 0x1115}, series);
}

TEST_F(RecordCommands, DeidentifiedPresentationStatesShowTheirFilms) {
    (void)write("in/film.dcm", SyntheticDicom().text({0x0008, 0x0018}, "UI", "1.2.3.1"));
    (void)write("in/state.dcm", presentationState());
    const auto run = cli({"deidentify", at("in"), at("out")});
    EXPECT_EQ(run.exitCode, 0) << run.messages;
    EXPECT_THAT(run.output, HasSubstr("2 de-identified, 0 refused"));
    std::string film, state;
    for (const auto& entry : std::filesystem::directory_iterator(at("out")))
        (content(entry.path()).find("1.2.840.10008.5.1.4.1.1.11.1") == std::string::npos ? film : state) =
            entry.path().string();
    EXPECT_THAT(content(state), Not(HasSubstr("SECRETMAN")));
    const auto shown = cli({"render", film, "--presentation", state, "--output", at("a.png")});
    EXPECT_EQ(shown.exitCode, 0) << shown.messages;
}

TEST_F(RecordCommands, DeidentifyTakesMembersOfAZipFile) {
    const auto film = [](const char* uid) {
        return SyntheticDicom()
            .text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe")
            .text({0x0008, 0x0018}, "UI", uid)
            .file();
    };
    intake::writeArchive(at("films.zip"), {{"SECRETMAN/a.dcm", film("1.2.3.1")}, {"b", film("1.2.3.2")}});
    intake::writeArchive(at("one.zip"), {{"a.dcm", film("1.2.3.1")}});
    for (const auto& [archive, count] : {std::pair("films.zip", 2), std::pair("one.zip", 1)}) {
        const auto out = at(std::string(archive) + ".out");
        const auto run = cli({"deidentify", at(archive), out});
        EXPECT_EQ(run.exitCode, 0) << run.messages;
        int files = 0;
        for (const auto& entry : std::filesystem::directory_iterator(out)) {
            ++files;
            EXPECT_THAT(entry.path().filename().string(), ::testing::StartsWith("2.25."));
            EXPECT_THAT(content(entry.path()), Not(HasSubstr("SECRETMAN")));
        }
        EXPECT_EQ(files, count);
    }
}

TEST_F(RecordCommands, DeidentifyFindsTextAndMasksIt) {
    // four letters of 12 x 8 pixels, strokes two wide: H H H H on grey
    SyntheticDicom film;
    std::vector<std::uint16_t> pixels(160 * 160, 1000);
    for (int letter = 0; letter < 4; ++letter)
        for (int row = 20; row < 32; ++row)
            for (int column = 0; column < 8; ++column)
                if (column < 2 || column > 5 || (row >= 25 && row < 27))
                    pixels[std::size_t(row * 160 + 10 + 11 * letter + column)] = 4000;
    film.pixels(160, 160, pixels).text({0x0028, 0x1050}, "DS", "2048").text({0x0028, 0x1051}, "DS", "4096");
    const auto in = write("film.dcm", film);
    EXPECT_THAT(cli({"deidentify", in, at("left.dcm")}).output,
                HasSubstr("text in the pixels of 1, which is left"));
    const auto burned =
        jsonLines(cli({"tags", at("left.dcm"), "--json", "--find", "BurnedInAnnotation"}).output);
    ASSERT_EQ(burned.size(), 1u);
    EXPECT_EQ(burned[0].at("value"), "YES");
    EXPECT_EQ(cli({"deidentify", in, at("masked.dcm"), "--mask-text"}).exitCode, 0);
    EXPECT_THAT(cli({"deidentify", at("masked.dcm"), at("again.dcm")}).output,
                HasSubstr("text in the pixels of 0"));
    EXPECT_EQ(cli({"deidentify", in, at("masked.dcm")}).exitCode, 1); // never over a file
}

} // namespace
} // namespace pleurascope::testing
