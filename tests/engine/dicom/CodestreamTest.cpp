// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/Codestream.h"

#include "tests/support/SyntheticDicom.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

using namespace std::string_literals;
using test::bytesOf;

TEST(CodestreamTest, FindsTheFrameHeaderBehindOtherSegments) {
    const auto stream = "\xff\xd8\xff\xe0\x00\x04zz\xff\xff\xc3\x00\x0b\x0c\x01\x02\x03\x04\x01\x00\x11\x00"s;
    const auto header = readCodestreamHeader(bytesOf(stream));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->precision, 12);
    EXPECT_EQ(header->rows, 0x102);
    EXPECT_EQ(header->columns, 0x304);
    EXPECT_EQ(header->components, 1);
}

TEST(CodestreamTest, KnowsJpegLs) {
    EXPECT_TRUE(
        readCodestreamHeader(bytesOf("\xff\xd8\xff\xf7\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"s)));
}

TEST(CodestreamTest, HuffmanTablesAreNoFrameHeader) {
    EXPECT_FALSE(
        readCodestreamHeader(bytesOf("\xff\xd8\xff\xc4\x00\x0b\x08\x00\x01\x00\x01\x01\x01\x11\x00"s)));
}

TEST(CodestreamTest, StopsAtTheEndOfWhatThereIs) {
    EXPECT_FALSE(readCodestreamHeader({}));
    EXPECT_FALSE(readCodestreamHeader(bytesOf("\xff\xd8\xff\xe0\xff\xff"s)));
    EXPECT_FALSE(readCodestreamHeader(bytesOf("\xff\xd8\xff\xc0\x00\x0b\x08\x00"s)));
    EXPECT_FALSE(readCodestreamHeader(bytesOf("GIF89a....."s)));
}

} // namespace
} // namespace pleurascope::dicom
