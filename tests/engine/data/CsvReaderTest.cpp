// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/CsvReader.h"

#include <gmock/gmock.h>

namespace pleurascope::data {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<CsvRow> allRows(std::string_view text) {
    CsvReader reader(text);
    std::vector<CsvRow> rows;
    for (;;) {
        auto row = reader.next();
        if (!row) {
            ADD_FAILURE() << core::describe(row.error());
            return rows;
        }
        if (!*row)
            return rows;
        rows.push_back(**row);
    }
}

core::Error faultIn(std::string_view text) {
    CsvReader reader(text);
    for (;;) {
        auto row = reader.next();
        if (!row)
            return row.error();
        if (!*row) {
            ADD_FAILURE() << "no fault found";
            return {};
        }
    }
}

TEST(CsvReaderTest, PlainFieldsAreSplitAtCommas) {
    const auto rows = allRows("a,b,c\nd,,f\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_THAT(rows[0].fields, ElementsAre("a", "b", "c"));
    EXPECT_THAT(rows[1].fields, ElementsAre("d", "", "f"));
}

TEST(CsvReaderTest, TheLastRecordNeedsNoLineEnd) {
    const auto rows = allRows("a,b\nc,");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_THAT(rows[1].fields, ElementsAre("c", ""));
}

TEST(CsvReaderTest, EveryKindOfLineEndIsUnderstood) {
    const auto rows = allRows("a\r\nb\rc\nd");
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(rows[1].fields[0], "b");
    EXPECT_EQ(rows[3].line, 4);
}

TEST(CsvReaderTest, AByteOrderMarkIsNotPartOfTheFirstField) {
    EXPECT_EQ(allRows("\xEF\xBB\xBFpath,label\n")[0].fields[0], "path");
}

TEST(CsvReaderTest, QuotedFieldsMayHoldCommasQuotesAndLineBreaks) {
    const auto rows = allRows("\"a,b\",\"say \"\"ah\"\"\",\"two\r\nlines\",\"\"\nnext,,,\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_THAT(rows[0].fields, ElementsAre("a,b", "say \"ah\"", "two\r\nlines", ""));
    EXPECT_EQ(rows[1].line, 3);
}

TEST(CsvReaderTest, BlankLinesArePassedOverButCounted) {
    const auto rows = allRows("a\n\n\r\nb\n\n");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1].line, 4);
}

TEST(CsvReaderTest, AQuoteThatNeverClosesNamesTheLineWhereItBegan) {
    const auto error = faultIn("a,b\nc,\"d\ne,f\n");
    EXPECT_EQ(error.code, core::ErrorCode::invalidCsv);
    EXPECT_THAT(error.detail, HasSubstr("line 2, column 3"));
}

TEST(CsvReaderTest, StrayQuotesAndNulBytesAreRefused) {
    EXPECT_THAT(faultIn("ab\"c\n").detail, HasSubstr("line 1, column 3"));
    EXPECT_THAT(faultIn("\"ab\"c\n").detail, HasSubstr("closing quote"));
    EXPECT_THAT(faultIn(std::string_view("a\0b", 3)).detail, HasSubstr("NUL"));
    EXPECT_THAT(faultIn(std::string_view("\"a\0b\"", 5)).detail, HasSubstr("NUL"));
}

} // namespace
} // namespace pleurascope::data
