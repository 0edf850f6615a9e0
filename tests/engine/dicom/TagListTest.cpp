// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/TagList.h"

#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace pleurascope::dicom {
namespace {

using test::bytesOf;
using test::SyntheticDicom;
using ::testing::SizeIs;
using ::testing::StartsWith;

std::vector<TagLine> read(const SyntheticDicom& file) {
    auto lines = readTags(bytesOf(file.file()));
    EXPECT_TRUE(lines) << core::describe(lines.error());
    return lines ? std::move(*lines) : std::vector<TagLine>{};
}

TagLine lineAt(const SyntheticDicom& file, const std::string& path) {
    const auto lines = read(file);
    const auto found =
        std::find_if(lines.begin(), lines.end(), [&](const auto& line) { return line.path == path; });
    EXPECT_NE(found, lines.end()) << path;
    return found == lines.end() ? TagLine{} : *found;
}

TEST(TagListTest, AnElementHasTagVrNameLengthAndValue) {
    const SyntheticDicom file;
    const auto name = lineAt(file, "0010,0010");
    EXPECT_EQ(name.group, 0x0010);
    EXPECT_EQ(name.element, 0x0010);
    EXPECT_EQ(name.vr, "PN");
    EXPECT_EQ(name.name, "PatientName");
    EXPECT_EQ(name.length, 8u);
    EXPECT_EQ(name.value, "Doe^Jane");
    EXPECT_EQ(name.depth, 0);
    EXPECT_EQ(lineAt(file, "0028,0010").value, "3");
    EXPECT_EQ(lineAt(file, "0002,0010").value, "1.2.840.10008.1.2.1");
    EXPECT_THAT(lineAt(file, "7FE0,0010").value, StartsWith("00 00 64 00"));
}

TEST(TagListTest, TheOrderIsTheFilesAndMetaHeaderFirst) {
    const auto lines = read(SyntheticDicom());
    EXPECT_TRUE(std::is_sorted(lines.begin(), lines.end(),
                               [](const auto& a, const auto& b) { return a.path < b.path; }));
    EXPECT_EQ(lines.front().group, 0x0002);
}

TEST(TagListTest, ItemsAndTheirElementsFollowTheirSequence) {
    SyntheticDicom file;
    const auto item = [](const char* value) {
        return SyntheticDicom().clear().text({0x0008, 0x1150}, "UI", value);
    };
    file.sequence({0x0008, 0x1140}, std::vector{item("1.2"), item("1.3")});
    EXPECT_EQ(lineAt(file, "0008,1140").value, "2 items");
    EXPECT_EQ(lineAt(file, "0008,1140[2]").name, "Item 2");
    const auto inner = lineAt(file, "0008,1140[2].0008,1150");
    EXPECT_EQ(inner.value, "1.3");
    EXPECT_EQ(inner.depth, 2);
}

TEST(TagListTest, TextComesByTheCharacterSetOnOneLine) {
    SyntheticDicom file;
    file.text({0x0008, 0x0005}, "CS", "\\ISO 2022 IR 87");
    file.text({0x0010, 0x0010}, "PN", "A=\033$B;3ED\033(B").text({0x0010, 0x4000}, "LT", "one\r\ntwo\x07");
    EXPECT_EQ(lineAt(file, "0010,0010").value, "A=山田");
    EXPECT_EQ(lineAt(file, "0010,4000").value, "one  two");
}

TEST(TagListTest, ALongValueIsCutAndHashed) {
    SyntheticDicom one, other;
    one.text({0x0010, 0x4000}, "LT", std::string(200, 'a') + "b");
    other.text({0x0010, 0x4000}, "LT", std::string(200, 'a') + "c");
    const auto line = lineAt(one, "0010,4000");
    EXPECT_THAT(line.value, SizeIs(128));
    EXPECT_NE(line.hash, lineAt(other, "0010,4000").hash);
    other.words({0x7fe0, 0x0010}, "OW", std::vector<std::uint16_t>(12000, 1));
    EXPECT_THAT(lineAt(other, "7FE0,0010").hash, SizeIs(64));
}

TEST(TagListTest, PrivateElementsNameTheirCreator) {
    SyntheticDicom file;
    file.text({0x0009, 0x0010}, "LO", "ACME 1.0").text({0x0009, 0x1001}, "LO", "secret");
    file.text({0x0009, 0x1002}, "UN", std::string("\x01\x02", 2));
    EXPECT_EQ(lineAt(file, "0009,1001").name, "ACME 1.0");
    EXPECT_EQ(lineAt(file, "0009,1001").value, "secret");
    EXPECT_EQ(lineAt(file, "0009,1002").value, "01 02");
}

TEST(TagListTest, WhatIsNotDicomIsRefused) {
    EXPECT_EQ(readTags(bytesOf("text")).error().code, core::ErrorCode::notRecognised);
    const auto whole = SyntheticDicom().file();
    EXPECT_FALSE(readTags(bytesOf(whole.substr(0, whole.size() - 60)))); // ends before the pixel data
}

TEST(TagListTest, PixelDataThatEndEarlyAreToldAsSuch) {
    const auto whole = SyntheticDicom().file();
    const auto lines = readTags(bytesOf(whole.substr(0, whole.size() - 5)));
    ASSERT_TRUE(lines) << core::describe(lines.error());
    EXPECT_EQ(lines->back().path, "7FE0,0010");
    EXPECT_EQ(lines->back().value, "(cut short)");
    EXPECT_EQ(lines->size(), read(SyntheticDicom()).size());
}

TEST(TagListTest, ElementsBeforeDamageAreListed) {
    const auto damaged = SyntheticDicom().without({0x7fe0, 0x0010}).append("no element").file();
    const auto lines = readTags(bytesOf(damaged));
    ASSERT_TRUE(lines) << core::describe(lines.error());
    EXPECT_EQ(lines->back().value, "(what follows is damaged)");
    EXPECT_EQ(lines->size(), read(SyntheticDicom()).size());
}

TEST(TagListTest, ZerosThatFillTheFileUpAreNoDamage) {
    const auto padded = SyntheticDicom().append(std::string(500, '\0')).file();
    const auto lines = readTags(bytesOf(padded));
    ASSERT_TRUE(lines) << core::describe(lines.error());
    EXPECT_EQ(lines->back().path, "7FE0,0010");
    EXPECT_NE(lines->back().value, "(cut short)");
}

} // namespace
} // namespace pleurascope::dicom
