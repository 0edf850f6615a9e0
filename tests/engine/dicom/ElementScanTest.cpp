// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/ElementScan.h"

#include "tests/support/SyntheticDicom.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

using core::ErrorCode;
using test::bytesOf;
using test::SyntheticDicom;

ErrorCode codeOf(const std::string& file, ScanExtent extent) {
    const auto layout = scanElements(bytesOf(file), extent);
    return layout ? ErrorCode::internal : layout.error().code;
}

TEST(ElementScanTest, TheWalkEndsWherePixelsBegin) {
    const auto file = SyntheticDicom().file();
    const auto layout = scanElements(bytesOf(file));
    ASSERT_TRUE(layout);
    ASSERT_TRUE(layout->pixelData);
    EXPECT_EQ(layout->pixelData->length, 24u);
    EXPECT_EQ(layout->pixelData->valueOffset + 24, file.size());
    EXPECT_EQ(layout->dataSetEnd + 12, layout->pixelData->valueOffset);
    EXPECT_TRUE(layout->isWholeSeen);
    EXPECT_FALSE(layout->isEncapsulated());
}

TEST(ElementScanTest, WhatComesAfterThePixelsIsCheckedOnRequest) {
    const SyntheticDicom plain;
    std::string nested;
    for (int i = 0; i < 1000; ++i)
        nested += plain.header({0x7fe1, 0x1000}, "SQ", 0xffffffff) +
                  std::string("\xfe\xff\x00\xe0\xff\xff\xff\xff", 8);
    const auto deep = SyntheticDicom().append(nested).file();
    EXPECT_EQ(codeOf(deep, ScanExtent::toPixelData), ErrorCode::internal);
    EXPECT_EQ(codeOf(deep, ScanExtent::wholeFile), ErrorCode::limitExceeded);
    const auto tooLong = SyntheticDicom().append(plain.header({0x7fe1, 0x1000}, "OB", 0x7fffffff)).file();
    EXPECT_EQ(codeOf(tooLong, ScanExtent::wholeFile), ErrorCode::truncated);
}

TEST(ElementScanTest, FragmentsBeyondTheFileAreRefusedOnRequest) {
    SyntheticDicom file;
    file.encapsulated({"abcd", "efgh"});
    const auto whole = file.file();
    EXPECT_EQ(codeOf(whole, ScanExtent::wholeFile), ErrorCode::internal);
    EXPECT_EQ(codeOf(whole.substr(0, whole.size() - 10), ScanExtent::wholeFile), ErrorCode::truncated);
    EXPECT_EQ(codeOf(whole.substr(0, whole.size() - 10), ScanExtent::toPixelData), ErrorCode::internal);
}

TEST(ElementScanTest, FragmentsAreNotTakenForElements) {
    const SyntheticDicom plain;
    const auto bomb = plain.header({0x0040, 0xa730}, "SQ", 0xffffffff);
    SyntheticDicom file;
    file.encapsulated({bomb + bomb, "ab"});
    EXPECT_EQ(codeOf(file.file(), ScanExtent::wholeFile), ErrorCode::internal);
}

TEST(ElementScanTest, UnknownVrsHaveLongLengths) {
    SyntheticDicom file;
    const auto unknown = std::string("\x09\x00\x01\x10ZZ\0\0\x04\0\0\0abcd", 16);
    const auto text = file.file();
    const auto position = text.find(std::string("\x10\x00\x10\x00PN", 6));
    const auto layout = scanElements(bytesOf(text.substr(0, position) + unknown + text.substr(position)));
    ASSERT_TRUE(layout);
    EXPECT_TRUE(layout->pixelData);
}

} // namespace
} // namespace pleurascope::dicom
