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

/// SOC, a main header of one segment, and two tile parts, whose headers have `first` and `second`.
std::string tileParts(const std::string& first, const std::string& second) {
    const auto part = [](const std::string& header, char index) {
        const std::string body = header + "\xff\x93"
                                          "data";
        return "\xff\x90\x00\x0a\x00\x00\x00\x00\x00"s + char(12 + body.size()) + index + "\x02" + body;
    };
    return "\xff\x4f\xff\x64\x00\x02"s + part(first, 0) + part(second, 1);
}

TEST(CodestreamTest, PackedPacketHeadersAreFoundInEveryTilePart) {
    const auto packed = "\xff\x61\x00\x03z"s;
    const auto comment = "\xff\x64\x00\x04\xff\x61"s; // only looks so
    EXPECT_FALSE(hasPackedPacketHeaders(bytesOf(tileParts("", comment))));
    EXPECT_TRUE(hasPackedPacketHeaders(bytesOf(tileParts("", packed))));
    EXPECT_TRUE(hasPackedPacketHeaders(bytesOf(tileParts(comment + packed, ""))));
    EXPECT_TRUE(hasPackedPacketHeaders(bytesOf("\xff\x4f\xff\x60\x00\x02"s)));
    // a length that ends inside the tile part's own header leads nowhere
    auto circle = tileParts(comment, "");
    circle[circle.find("\xff\x90"s) + 9] = 12;
    EXPECT_FALSE(hasPackedPacketHeaders(bytesOf(circle)));
    const auto whole = tileParts("", packed);
    for (std::size_t length = 0; length < whole.size(); ++length)
        (void)hasPackedPacketHeaders(bytesOf(whole.substr(0, length)));
}

} // namespace
} // namespace pleurascope::dicom
