// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/Deidentifier.h"

#include "engine/dicom/DicomFile.h"
#include "engine/dicom/elements/TagList.h"
#include "tests/support/SharedFolder.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>

namespace pleurascope::dicom {
namespace {

using Dates = DeidentificationOptions::Dates;
using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::Field;
using ::testing::HasSubstr;

const std::vector<std::string> planted{"SECRETMAN", "Secretman", "ID-4711-X",   "19500203",  "Hidden Street",
                                       "ACC998877", "StHidden",  "1.2.3.4.5.6", "Operatrix", "20200131"};

using Syntax = SyntheticDicom::Syntax;

/// A film with identity in every corner.
SyntheticDicom identified(Syntax syntax = Syntax::explicitLittle) {
    const auto item = [=] { return SyntheticDicom(syntax).clear(); };
    SyntheticDicom file(syntax);
    file.text({0x0008, 0x0018}, "UI", "1.2.3.4.5.6.1").text({0x0020, 0x000d}, "UI", "1.2.3.4.5.6.2");
    file.text({0x0020, 0x000e}, "UI", "1.2.3.4.5.6.3").text({0x0008, 0x0050}, "SH", "ACC998877");
    file.text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe").text({0x0010, 0x0020}, "LO", "ID-4711-X");
    file.text({0x0010, 0x0030}, "DA", "19500203").text({0x0010, 0x1040}, "LO", "Hidden Street 1");
    file.text({0x0008, 0x0020}, "DA", "20200131").text({0x0008, 0x0021}, "DA", "20200131");
    file.text({0x0008, 0x0030}, "TM", "101500").text({0x0008, 0x002a}, "DT", "20200131101500");
    file.text({0x0008, 0x0080}, "LO", "StHidden Hospital").text({0x0008, 0x1070}, "PN", "Operatrix^Eva");
    file.text({0x0020, 0x4000}, "LT", "Mr. Secretman coughs").text({0x0018, 0x1030}, "LO", "CHEST PA");
    file.text({0x0028, 0x1055}, "LO", "for Secretman").text({0x0028, 0x1050}, "DS", "500");
    file.text({0x0028, 0x1051}, "DS", "1000").text({0x0008, 0x0070}, "LO", "ACME");
    file.text({0x0009, 0x0010}, "LO", "ACME").text({0x0009, 0x1001}, "LO", "SECRETMAN^Joe");
    file.text({0x0009, 0x1002}, "DA", "20200131").text({0x6000, 0x0022}, "LO", "SECRETMAN");
    file.word({0x6000, 0x0010}, 1).word({0x6000, 0x0011}, 8).words({0x6000, 0x3000}, "OW", {1});
    file.text({0x0008, 0x9997}, "UN", "SECRETMAN!").text({0x0042, 0x0011}, "OB", "SECRETMAN!");
    const auto reference = item()
                               .text({0x0008, 0x1150}, "UI", "1.2.840.10008.5.1.4.1.1.1")
                               .text({0x0008, 0x1155}, "UI", "1.2.3.4.5.6.9");
    file.sequence({0x0008, 0x1140}, reference);
    const auto request = item().text({0x0010, 0x0010}, "PN", "SECRETMAN^Joe");
    file.sequence({0x0040, 0x0275}, request);
    file.sequence(
        {0x0008, 0x1032},
        item().text({0x0008, 0x0104}, "LO", "Chest of Secretman").sequence({0x0009, 0x1010}, request));
    return file;
}

DeidentifiedFile cleaned(const SyntheticDicom& file, const DeidentificationOptions& options) {
    auto result = deidentify(bytesOf(file.file()), options);
    EXPECT_TRUE(result) << core::describe(result.error());
    return result ? std::move(*result) : DeidentifiedFile{};
}

DicomFilm reread(const DeidentifiedFile& file) {
    auto film = readFilm(file.bytes);
    EXPECT_TRUE(film) << core::describe(film.error());
    return film ? std::move(*film) : DicomFilm{};
}

std::string textOf(const core::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(DeidentifierTest, NothingOfThePersonIsLeftInTheBytes) {
    for (const auto syntax : {Syntax::explicitLittle, Syntax::implicitLittle, Syntax::explicitBig}) {
        const auto text = textOf(cleaned(identified(syntax), {.seed = "s"}).bytes);
        for (const auto& value : planted)
            EXPECT_THAT(text, ::testing::Not(HasSubstr(value)));
        EXPECT_THAT(text, HasSubstr("ACME")); // a manufacturer is nobody
    }
}

TEST(DeidentifierTest, ThePictureStays) {
    const auto film = reread(cleaned(identified(), {.seed = "s"}));
    EXPECT_EQ(film.image.pixels.samples<std::uint16_t>()[11], 1100);
    ASSERT_EQ(film.image.display.windows.size(), 1u);
    EXPECT_EQ(film.image.display.windows[0].centre, 500);
    EXPECT_TRUE(film.image.display.overlays.empty());
    EXPECT_EQ(film.series.modality, "CR");
    EXPECT_EQ(film.instance.sopClassUid, "1.2.840.10008.5.1.4.1.1.1");
    EXPECT_EQ(film.study.date, "");
}

TEST(DeidentifierTest, TheFileSaysWhatWasDone) {
    const auto text = textOf(cleaned(identified(), {.seed = "s", .dates = Dates::shift}).bytes);
    EXPECT_THAT(text, HasSubstr("113100"));
    EXPECT_THAT(text, HasSubstr("113107"));
    EXPECT_THAT(text, HasSubstr("MODIFIED"));
    EXPECT_THAT(text, HasSubstr("PS3.15"));
    EXPECT_EQ(text.substr(0, 128), std::string(128, '\0'));
}

TEST(DeidentifierTest, UidsArePseudonymsThatKeepFilesTogether) {
    auto first = identified();
    auto second = identified();
    second.text({0x0008, 0x0018}, "UI", "1.2.3.4.5.6.9");
    const auto a = cleaned(first, {.seed = "s"});
    const auto b = cleaned(second, {.seed = "s"});
    EXPECT_NE(a.instanceUid, b.instanceUid);
    EXPECT_EQ(reread(a).study.uid, reread(b).study.uid);
    EXPECT_EQ(reread(a).patient.id, reread(b).patient.id);
    EXPECT_THAT(textOf(a.bytes), HasSubstr(b.instanceUid)); // the first one refers to the second
    EXPECT_NE(reread(a).study.uid, reread(cleaned(first, {.seed = "t"})).study.uid);
}

TEST(DeidentifierTest, TheSameSeedGivesTheSameBytes) {
    EXPECT_EQ(cleaned(identified(), {.seed = "s"}).bytes, cleaned(identified(), {.seed = "s"}).bytes);
}

std::chrono::sys_days dayOf(const std::string& date) { // YYYY-MM-DD
    using namespace std::chrono;
    return sys_days(year(std::stoi(date)) / std::stoi(date.substr(5, 2)) / std::stoi(date.substr(8, 2)));
}

TEST(DeidentifierTest, DatesOfAPatientShiftByTheSameDays) {
    auto later = identified();
    later.text({0x0008, 0x0020}, "DA", "20200301");
    const DeidentificationOptions options{.seed = "s", .dates = Dates::shift};
    const auto first = reread(cleaned(identified(), options)).study;
    const auto second = reread(cleaned(later, options)).study;
    EXPECT_EQ((dayOf(second.date) - dayOf(first.date)).count(), 30);
    EXPECT_LT(dayOf(first.date), dayOf("2020-01-31"));
    EXPECT_EQ(first.time, "10:15:00");
    auto other = identified();
    other.text({0x0010, 0x0020}, "LO", "ID-0815-Y");
    EXPECT_NE(reread(cleaned(other, options)).study.date, first.date);
}

TEST(DeidentifierTest, KeptDatesStayButTheBirthDate) {
    const auto film = reread(cleaned(identified(), {.seed = "s", .dates = Dates::keep}));
    EXPECT_EQ(film.study.date, "2020-01-31");
    EXPECT_EQ(film.patient.birthDate, "");
    EXPECT_EQ(film.patient.name.substr(0, 5), "ANON-");
}

TEST(DeidentifierTest, MasksBlackenPixelsAndAreTold) {
    const auto result = cleaned(identified(), {.seed = "s", .masks = {{1, 0, 2, 1}, {-5, 2, 0, 90}}});
    const auto film = reread(result);
    const auto pixels = film.image.pixels.samples<std::uint16_t>();
    const std::vector<std::uint16_t> expected{0, 0, 0, 300, 400, 0, 0, 700, 0, 900, 1000, 1100};
    EXPECT_EQ(std::vector(pixels.begin(), pixels.end()), expected);
    EXPECT_THAT(result.changes, Contains(Field(&DeidentificationChange::action, "masked")));
    EXPECT_THAT(textOf(result.bytes), HasSubstr("113101"));
}

TEST(DeidentifierTest, WhatIsShownBlackDependsOnThePolarity) {
    auto file = identified();
    file.text({0x0028, 0x0004}, "CS", "MONOCHROME1");
    const auto film = reread(cleaned(file, {.seed = "s", .masks = {{0, 0, 0, 0}}}));
    EXPECT_EQ(film.image.pixels.samples<std::uint16_t>()[0], 1100); // the darkest that is there
}

TEST(DeidentifierTest, EveryFrameIsMasked) {
    auto file = identified();
    file.pixels(1, 3, {1, 2, 3, 4, 5, 6}).text({0x0028, 0x0008}, "IS", "2");
    const auto result = cleaned(file, {.seed = "s", .masks = {{1, 0, 1, 0}}});
    for (const int frame : {0, 1}) {
        const auto film = readFilm(result.bytes, frame);
        ASSERT_TRUE(film) << core::describe(film.error());
        const auto pixels = film->image.pixels.samples<std::uint16_t>();
        const int first = 1 + 3 * frame;
        EXPECT_THAT(std::vector<int>(pixels.begin(), pixels.end()),
                    ::testing::ElementsAre(first, first, first + 2));
    }
}

TEST(DeidentifierTest, EncodedPixelsAreMaskedToo) {
    const auto folder = test::sharedFolder() / "dicom/conformance/robyoung-dicom-test-files/data/WG04";
    if (!std::filesystem::exists(folder))
        GTEST_SKIP() << "needs ../shared/dicom";
    for (const std::string name : {"RLE/CT1_RLE", "JLSL/CT1_JLSL", "J2KR/CT1_J2KR"}) {
        const auto bytes = core::readFile(folder / name);
        if (!bytes)
            continue;
        const auto before = readFilm(*bytes);
        const auto result = deidentify(*bytes, {.seed = "s", .masks = {{10, 20, 30, 40}}});
        ASSERT_TRUE(before && result) << name << ": " << (result ? "" : core::describe(result.error()));
        const auto after = reread(*result);
        EXPECT_EQ(after.instance.transferSyntaxUid, "1.2.840.10008.1.2.1");
        const auto old = before->image.pixels.samples<std::int16_t>();
        const auto masked = after.image.pixels.samples<std::int16_t>();
        const auto width = std::size_t(after.image.pixels.width());
        EXPECT_EQ(masked[30 * width + 20], *std::min_element(old.begin(), old.end()));
        EXPECT_TRUE(std::equal(old.begin(), old.begin() + std::ptrdiff_t(20 * width), masked.begin()));
        EXPECT_EQ(masked[30 * width + 31], old[30 * width + 31]);
    }
}

TEST(DeidentifierTest, IdentityInThePixelsBytesIsRefused) {
    auto file = identified();
    std::string pixels = "..SECRETMAN.............";
    file.text({0x7fe0, 0x0010}, "OW", pixels);
    const auto result = deidentify(bytesOf(file.file()), {.seed = "s"});
    ASSERT_FALSE(result);
    EXPECT_THAT(result.error().detail, HasSubstr("remains"));
}

TEST(DeidentifierTest, WhatWasDeidentifiedOnceCanBeAgain) {
    auto file = identified();
    file.text({0x0008, 0x1070}, "PN", "REMOVED");
    const auto once = cleaned(file, {.seed = "s"});
    const auto again = deidentify(once.bytes, {.seed = "t"});
    EXPECT_TRUE(again) << core::describe(again.error());
}

TEST(DeidentifierTest, DocumentsAreRefused) {
    auto file = identified();
    file.without({0x7fe0, 0x0010}).text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.104.1");
    const auto result = deidentify(bytesOf(file.file()), {.seed = "s"});
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().code, core::ErrorCode::noPixels);
}

/// Of the VRs that are kept where the profile has no row.
TEST(DeidentifierTest, LabelsThatSomeoneWroteGoAsTheProfileWants) {
    using Tag = SyntheticDicom::Tag;
    struct Row {
        Tag tag;
        const char* vr;
        const char* left; ///< none: removed
    };
    const std::vector<Row> rows{{{0x0012, 0x0041}, "LO", nullptr},   {{0x0018, 0x11bb}, "LO", "REMOVED"},
                                {{0x0018, 0x9937}, "LO", nullptr},   {{0x0020, 0x0027}, "LO", nullptr},
                                {{0x0040, 0x0009}, "SH", nullptr},   {{0x0040, 0x051a}, "LO", nullptr},
                                {{0x0040, 0x0600}, "LO", nullptr},   {{0x0040, 0x06fa}, "LO", nullptr},
                                {{0x006a, 0x0005}, "LO", "REMOVED"}, {{0x2100, 0x0140}, "AE", "REMOVED"},
                                {{0x3006, 0x0026}, "LO", ""},        {{0x300a, 0x0002}, "SH", "REMOVED"},
                                {{0x300a, 0x00b2}, "SH", ""},        {{0x0040, 0xa027}, "LO", "REMOVED"}};
    auto file = identified();
    for (const auto& row : rows)
        file.text(row.tag, row.vr, "WRITTEN");
    const auto result = cleaned(file, {.seed = "s"});
    EXPECT_THAT(textOf(result.bytes), ::testing::Not(HasSubstr("WRITTEN")));
    const auto tags = readTags(result.bytes);
    ASSERT_TRUE(tags);
    for (const auto& row : rows) {
        std::array<char, 16> path{};
        std::snprintf(path.data(), path.size(), "%04X,%04X", unsigned(row.tag.first),
                      unsigned(row.tag.second));
        const auto line = std::ranges::find(*tags, std::string(path.data()), &TagLine::path);
        ASSERT_EQ(line != tags->end(), row.left != nullptr) << path.data();
        if (row.left) {
            EXPECT_EQ(line->value, row.left) << path.data();
        }
    }
}

TEST(DeidentifierTest, TheReportNamesElementsAndNoValues) {
    const auto changes = cleaned(identified(), {.seed = "s"}).changes;
    EXPECT_THAT(changes, Contains(Field(&DeidentificationChange::path, "0008,1032[1].0009,1010")));
    EXPECT_THAT(changes, Contains(Field(&DeidentificationChange::path, "0028,1055")));
    for (const auto& change : changes)
        for (const auto& value : planted)
            EXPECT_THAT(change.path + change.action, ::testing::Not(HasSubstr(value)));
}

} // namespace
} // namespace pleurascope::dicom
