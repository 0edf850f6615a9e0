// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/HuffmanTables.h"

#include <gtest/gtest.h>

#include <vector>

namespace pleurascope::dicom {
namespace {

using Bytes = std::vector<std::uint8_t>;

/// A DHT segment of one table with these symbols, all of one code length.
Bytes tables(std::uint8_t tableClass, const Bytes& symbols) {
    Bytes segment{0xff, 0xc4, 0, std::uint8_t(2 + 17 + symbols.size()), std::uint8_t(tableClass << 4)};
    for (int length = 1; length <= 16; ++length)
        segment.push_back(length == 8 ? std::uint8_t(symbols.size()) : 0);
    segment.insert(segment.end(), symbols.begin(), symbols.end());
    return segment;
}

Bytes joined(std::initializer_list<Bytes> parts) {
    Bytes all;
    for (const auto& part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

const Bytes start{0xff, 0xd8};
const Bytes scan{0xff, 0xda, 0,    3,    7,    0x12,
                 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56}; // with a stuffed byte and a restart

TEST(HuffmanTablesTest, SymbolsOfDcTablesComeIntoTheirRange) {
    auto stream = joined({start, tables(0, {3, 15, 16, 17, 255}), scan});
    boundHuffmanSymbols(stream, 0xc2);
    EXPECT_EQ(stream, joined({start, tables(0, {3, 15, 15, 15, 15}), scan}));
    stream = joined({start, tables(0, {3, 15, 16, 17, 255}), scan});
    boundHuffmanSymbols(stream, 0xc3);
    EXPECT_EQ(stream, joined({start, tables(0, {3, 15, 16, 16, 16}), scan}));
}

TEST(HuffmanTablesTest, TablesBetweenScansAreFoundAndAcTablesLeftAlone) {
    auto stream =
        joined({start, scan, {0xff, 0xff}, tables(0, {200}), tables(1, {200, 240}), scan, tables(0, {16})});
    boundHuffmanSymbols(stream, 0xc2);
    EXPECT_EQ(
        stream,
        joined({start, scan, {0xff, 0xff}, tables(0, {15}), tables(1, {200, 240}), scan, tables(0, {15})}));
}

TEST(HuffmanTablesTest, SeveralTablesInOneSegment) {
    auto first = tables(1, {99}), second = tables(0, {99});
    second.erase(second.begin(), second.begin() + 4);
    auto both = joined({first, second});
    both[3] = std::uint8_t(both.size() - 2);
    auto expected = both;
    expected.back() = 15;
    boundHuffmanSymbols(both, 0xc0);
    EXPECT_EQ(both, expected);
}

TEST(HuffmanTablesTest, WhatIsCutShortIsGoneThroughToItsEnd) {
    const auto whole = joined({start, tables(0, {3, 99}), scan});
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        Bytes part(whole.begin(), whole.begin() + std::ptrdiff_t(size));
        boundHuffmanSymbols(part, 0xc0);
        EXPECT_EQ(part.size(), size);
    }
    Bytes lying{0xff, 0xc4, 0, 0, 0xff, 0xc4, 0xff, 0xff};
    boundHuffmanSymbols(lying, 0xc0);
    EXPECT_EQ(lying, (Bytes{0xff, 0xc4, 0, 0, 0xff, 0xc4, 0xff, 0xff}));
}

} // namespace
} // namespace pleurascope::dicom
