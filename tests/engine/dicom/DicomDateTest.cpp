// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/DicomDate.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

TEST(DicomDateTest, DaysMoveOverMonthsAndLeapYears) {
    EXPECT_EQ(shiftedDate("20200301", -1), "20200229");
    EXPECT_EQ(shiftedDate("20191231", 1), "20200101");
    EXPECT_EQ(shiftedDate("20200101", -3652), "20100101");
}

TEST(DicomDateTest, WhatFollowsTheDayStays) {
    EXPECT_EQ(shiftedDate("20200301101530.5+0100", -1), "20200229101530.5+0100");
}

TEST(DicomDateTest, NoDayGivesNone) {
    for (const char* value : {"", "2020", "202003", "20201301", "20200230", "2020-3-1", "abcdefgh"})
        EXPECT_FALSE(shiftedDate(value, 1)) << value;
}

TEST(DicomDateTest, PunctuationGoes) {
    EXPECT_EQ(withoutPunctuation("2026-01-31"), "20260131");
    EXPECT_EQ(withoutPunctuation("09:15:00"), "091500");
}

} // namespace
} // namespace pleurascope::dicom
