// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/RecordMessage.h"

#include "engine/intake/FilmMessage.h"

#include <gtest/gtest.h>

#include <vector>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;

const dicom::TagLine line{
    "0008,1140[1].0010,0010", 2, 0x0010, 0x0010, "PN", "PatientName", 8, "Dö^\"J\\", "abc"};

dicom::DirectoryEntry entryOf(const std::string& file) {
    return {file, "IMAGE", "Doe^Jane", "P1", "1.2", "2026-01-31", "Thorax", "1.3", "CR", "1.4", "1.5"};
}

TEST(RecordMessageTest, ElementsSurviveTheWay) {
    const auto lines = decodeTags(encodeTags({line, {}}));
    ASSERT_TRUE(lines) << core::describe(lines.error());
    ASSERT_EQ(lines->size(), 2u);
    EXPECT_EQ(lines->front(), line);
}

TEST(RecordMessageTest, ADirectorySurvivesTheWay) {
    const auto directory = decodeDirectory(encodeDirectory({"SET", {entryOf("A/B")}, {"note"}}));
    ASSERT_TRUE(directory) << core::describe(directory.error());
    EXPECT_EQ(directory->fileSetId, "SET");
    EXPECT_EQ(directory->assumptions, std::vector<std::string>{"note"});
    ASSERT_EQ(directory->entries.size(), 1u);
    const auto& entry = directory->entries[0];
    const auto expected = entryOf("A/B");
    EXPECT_EQ(entry.file + entry.recordType + entry.patientName + entry.patientId + entry.studyUid,
              expected.file + expected.recordType + expected.patientName + expected.patientId +
                  expected.studyUid);
    EXPECT_EQ(entry.studyDate + entry.studyDescription + entry.seriesUid + entry.modality,
              expected.studyDate + expected.studyDescription + expected.seriesUid + expected.modality);
    EXPECT_EQ(entry.instanceUid + entry.sopClassUid, expected.instanceUid + expected.sopClassUid);
}

TEST(RecordMessageTest, FilesOutsideTheFolderAreNonsense) {
    for (const std::string& file :
         std::vector<std::string>{"", "/etc/passwd", "..", "A/../../B", "A/..", std::string("A\0B", 3)}) {
        const auto directory = decodeDirectory(encodeDirectory({"", {entryOf(file)}, {}}));
        ASSERT_FALSE(directory) << file;
        EXPECT_EQ(directory.error().code, ErrorCode::readerCrashed);
    }
}

TEST(RecordMessageTest, MalformedAnswersAreHeldAgainstTheReader) {
    for (const char* text : {"", "{}", "[]", "{\"tags\":7}", "{\"tags\":[{}]}", "{\"entries\":[]}"}) {
        EXPECT_EQ(decodeTags(text).error().code, ErrorCode::readerCrashed) << text;
        EXPECT_EQ(decodeDirectory(text).error().code, ErrorCode::readerCrashed) << text;
    }
}

TEST(RecordMessageTest, TheReadersOwnErrorComesThrough) {
    const auto text = encodeError({ErrorCode::truncated, "early", {}});
    EXPECT_EQ(decodeTags(text).error().code, ErrorCode::truncated);
    EXPECT_EQ(decodeDirectory(text).error().detail, "early");
}

} // namespace
} // namespace pleurascope::intake
