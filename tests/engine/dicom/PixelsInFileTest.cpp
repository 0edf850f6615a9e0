// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/PixelsInFile.h"

#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace pleurascope::dicom {
namespace {

using test::SyntheticDicom;
using Syntax = SyntheticDicom::Syntax;

std::string noise(std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        bytes[i] = char(i * 2654435761U >> 13);
    return bytes;
}

/// Seven by five pixels of any values.
SyntheticDicom film(int allocated, int stored, int highBit, bool isSigned,
                    Syntax syntax = Syntax::explicitLittle) {
    SyntheticDicom file(syntax);
    file.size(5, 7).depth(allocated, stored, highBit, isSigned);
    return file.pixelBytes(allocated == 8 ? "OB" : "OW", noise(std::size_t(35 * allocated / 8 + 1) / 2 * 2));
}

core::Result<LocatedFilm> located(const SyntheticDicom& file, int frame = 0) {
    return locateFilm(test::bytesOf(file.file()), frame);
}

TEST(PixelsInFileTest, MaskedTheyAreWhatReadingGives) {
    for (const int allocated : {8, 16, 32})
        for (const int stored : {allocated, allocated - 3, 1})
            for (const int highBit : {allocated - 1, stored - 1, std::min(stored, allocated - 1)})
                for (const bool isSigned : {false, true}) {
                    const auto file = film(allocated, stored, highBit, isSigned).file();
                    const auto place = locateFilm(test::bytesOf(file));
                    const auto read = readFilm(test::bytesOf(file));
                    ASSERT_TRUE(place && read && place->pixels)
                        << allocated << ' ' << stored << ' ' << highBit;
                    const auto& pixels = *place->pixels;
                    auto bytes = file.substr(std::size_t(pixels.offset), std::size_t(pixels.bytes()));
                    maskSamples(std::as_writable_bytes(std::span(bytes)), pixels);
                    EXPECT_EQ(pixels.type, read->image.pixels.type());
                    EXPECT_TRUE(std::ranges::equal(test::bytesOf(bytes), read->image.pixels.bytes()));
                    EXPECT_EQ(place->film.instance.columns, 7);
                    EXPECT_EQ(place->film.image.display.bitsStored, read->image.display.bitsStored);
                    EXPECT_TRUE(place->film.image.pixels.isEmpty());
                }
}

TEST(PixelsInFileTest, EachFrameHasItsOwn) {
    const auto file = film(16, 12, 11, false).text({0x0028, 0x0008}, "IS", "2").pixelBytes("OW", noise(140));
    const auto first = located(file, 0), second = located(file, 1);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(second->pixels->offset, first->pixels->offset + 70);
    EXPECT_FALSE(located(file, 2));
}

TEST(PixelsInFileTest, BytesHaveNoOrder) {
    EXPECT_TRUE(located(film(8, 8, 7, false, Syntax::explicitBig))->pixels);
}

TEST(PixelsInFileTest, WhatNeedsMoreThanAMaskIsRead) {
    auto colour = film(8, 8, 7, false).colour("RGB", 3).pixelBytes("OB", noise(106));
    auto shorter = film(16, 12, 11, false).pixelBytes("OW", noise(60));
    auto packed = film(16, 12, 11, false).depth(12, 12, 11, false);
    const std::vector<SyntheticDicom> files{film(16, 12, 11, false, Syntax::explicitBig), colour, shorter,
                                            packed};
    for (const auto& file : files) {
        const auto read = located(file);
        ASSERT_TRUE(read) << core::describe(read.error());
        EXPECT_FALSE(read->pixels);
        EXPECT_FALSE(read->film.image.pixels.isEmpty());
    }
}

} // namespace
} // namespace pleurascope::dicom
