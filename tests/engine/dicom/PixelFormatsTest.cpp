// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

#include <bit>

namespace pleurascope::dicom {
namespace {

using namespace std::string_literals;
using core::ErrorCode;
using core::SampleType;
using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

DicomFilm filmOf(const SyntheticDicom& file, int frame = 0) {
    auto film = readFilm(bytesOf(file.file()), frame);
    EXPECT_TRUE(film) << core::describe(film.error());
    return film ? std::move(*film) : DicomFilm{};
}

template <class T>
std::vector<T> samplesOf(const DicomFilm& film) {
    const auto samples = film.image.pixels.samples<T>();
    return {samples.begin(), samples.end()};
}

std::vector<int> bytesIn(const DicomFilm& film) {
    const auto samples = film.image.pixels.samples<std::uint8_t>();
    return {samples.begin(), samples.end()};
}

template <class T>
std::string bytesFrom(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

TEST(PixelFormatsTest, BitsBecomeBytesOfZeroAndOne) {
    SyntheticDicom file;
    file.size(2, 5)
        .depth(1, 1, 0, false)
        .pixelBytes("OB", "\x35\x02"s); // 10101 10001 by the lowest bit first
    const auto film = filmOf(file);
    EXPECT_EQ(film.image.pixels.type(), SampleType::u8);
    EXPECT_EQ(film.image.display.bitsStored, 1);
    EXPECT_THAT(bytesIn(film), ElementsAre(1, 0, 1, 0, 1, 1, 0, 0, 0, 1));
}

TEST(PixelFormatsTest, FramesOfBitsFollowOneAnotherWithoutGaps) {
    SyntheticDicom file;
    file.size(1, 3).depth(1, 1, 0, false).text({0x0028, 0x0008}, "IS", "2").pixelBytes("OB", "\x29\x00"s);
    EXPECT_THAT(bytesIn(filmOf(file, 0)), ElementsAre(1, 0, 0));
    EXPECT_THAT(bytesIn(filmOf(file, 1)), ElementsAre(1, 0, 1));
}

TEST(PixelFormatsTest, TwelveBitsArePackedIntoOneAndAHalfBytes) {
    SyntheticDicom file;
    file.size(1, 2).depth(12, 12, 11, false).pixelBytes("OB", "\x23\xa1\xbc"s + '\0');
    EXPECT_THAT(samplesOf<std::uint16_t>(filmOf(file)), ElementsAre(0x123, 0xbca));
}

TEST(PixelFormatsTest, SignedBytesAreExtendedFromTheStoredBits) {
    SyntheticDicom file;
    file.size(1, 2).depth(8, 7, 6, true).pixelBytes("OB", "\x40\x3f"s);
    EXPECT_THAT(samplesOf<std::int8_t>(filmOf(file)), ElementsAre(-64, 63));
}

TEST(PixelFormatsTest, ThirtyTwoBitsAreReadInBothByteOrders) {
    SyntheticDicom little;
    little.size(1, 2).depth(32, 32, 31, false).pixelBytes("OW", "\1\2\3\4\xff\xff\xff\xff"s);
    EXPECT_THAT(samplesOf<std::uint32_t>(filmOf(little)), ElementsAre(0x04030201u, 0xffffffffu));
    SyntheticDicom big(SyntheticDicom::Syntax::explicitBig);
    big.size(1, 1).depth(32, 32, 31, true).pixelBytes("OW", "\xff\xff\xff\xfe"s);
    EXPECT_THAT(samplesOf<std::int32_t>(filmOf(big)), ElementsAre(-2));
}

TEST(PixelFormatsTest, BytesInBigEndianWordsAreTurnedRound) {
    SyntheticDicom words(SyntheticDicom::Syntax::explicitBig);
    words.size(1, 3).depth(8, 8, 7, false).pixelBytes("OW", "\2\1\0\3"s);
    EXPECT_THAT(bytesIn(filmOf(words)), ElementsAre(1, 2, 3));
    SyntheticDicom bytes(SyntheticDicom::Syntax::explicitBig);
    bytes.size(1, 4).depth(8, 8, 7, false).pixelBytes("OB", "\2\1\0\3"s);
    EXPECT_THAT(bytesIn(filmOf(bytes)), ElementsAre(2, 1, 0, 3));
}

TEST(PixelFormatsTest, FloatingPointIsTakenAsItIs) {
    SyntheticDicom file;
    file.size(1, 2).without({0x7fe0, 0x0010}).text({0x7fe0, 0x0008}, "OF", bytesFrom<float>({0.5F, -2e9F}));
    file.word({0x0028, 0x0100}, 32);
    const auto film = filmOf(file);
    ASSERT_EQ(film.image.pixels.type(), SampleType::f32);
    EXPECT_THAT(samplesOf<float>(film), ElementsAre(0.5F, -2e9F));
    SyntheticDicom wide;
    wide.size(1, 2).without({0x7fe0, 0x0010}).text({0x7fe0, 0x0009}, "OD", bytesFrom<double>({0.1, 1e300}));
    wide.word({0x0028, 0x0100}, 64);
    EXPECT_THAT(samplesOf<double>(filmOf(wide)), ElementsAre(0.1, 1e300));
}

TEST(PixelFormatsTest, ColourInPlanesIsInterleaved) {
    SyntheticDicom file;
    file.size(1, 2).colour("RGB", 3, true).pixelBytes("OB", "\1\4\2\5\3\6"s);
    EXPECT_THAT(bytesIn(filmOf(file)), ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST(PixelFormatsTest, DeepColourIsScaledToEightBitsByBitsStored) {
    SyntheticDicom file;
    file.size(1, 1).colour("RGB", 3).depth(16, 12, 11, false);
    file.words({0x7fe0, 0x0010}, "OW", {0x0ff0, 0x0800, 0x000f});
    EXPECT_THAT(bytesIn(filmOf(file)), ElementsAre(0xff, 0x80, 0));
    SyntheticDicom wide;
    wide.size(1, 1).colour("RGB", 3).depth(32, 32, 31, false);
    wide.pixelBytes("OW", "\0\0\0\xff\0\0\0\x80\xff\xff\xff\0"s);
    EXPECT_THAT(bytesIn(filmOf(wide)), ElementsAre(0xff, 0x80, 0));
}

TEST(PixelFormatsTest, LumaAndChromaBecomeRgb) {
    SyntheticDicom file;
    file.size(1, 3).colour("YBR_FULL", 3).pixelBytes("OB", "\x4c\x55\xff\x96\x2c\x15\xff\x80\x80"s);
    EXPECT_THAT(bytesIn(filmOf(file)), ElementsAre(254, 0, 0, 0, 255, 1, 255, 255, 255));
    SyntheticDicom partial;
    partial.size(1, 2).colour("YBR_PARTIAL_422", 3).pixelBytes("OB", "\x10\xeb\x80\x80"s);
    EXPECT_THAT(bytesIn(filmOf(partial)), ElementsAre(0, 0, 0, 255, 255, 255));
}

TEST(PixelFormatsTest, TwoPixelsShareTheirChroma) {
    SyntheticDicom file;
    file.size(1, 2).colour("YBR_FULL_422", 3).pixelBytes("OB", "\x20\x40\x80\x80"s);
    EXPECT_THAT(bytesIn(filmOf(file)), ElementsAre(0x20, 0x20, 0x20, 0x40, 0x40, 0x40));
}

TEST(PixelFormatsTest, ChromaThatIsThereForEachPixelIsNotShared) {
    SyntheticDicom file;
    file.size(1, 2).colour("YBR_FULL_422", 3).pixelBytes("OB", "\x20\x80\x80\x40\x80\x80"s);
    EXPECT_THAT(bytesIn(filmOf(file)), ElementsAre(0x20, 0x20, 0x20, 0x40, 0x40, 0x40));
}

TEST(PixelFormatsTest, RetiredColoursAreRead) {
    SyntheticDicom cmyk;
    cmyk.size(1, 1).colour("CMYK", 4).pixelBytes("OB", "\xff\0\x80\0"s);
    EXPECT_THAT(bytesIn(filmOf(cmyk)), ElementsAre(0, 255, 127));
    SyntheticDicom argb;
    argb.size(1, 1).colour("ARGB", 4).pixelBytes("OB", "\x07\1\2\3"s);
    EXPECT_THAT(bytesIn(filmOf(argb)), ElementsAre(1, 2, 3));
    SyntheticDicom hsv;
    hsv.size(1, 1).colour("HSV", 3).pixelBytes("OB", "\1\2\3"s);
    const auto refused = readFilm(bytesOf(hsv.file()));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::unsupportedFormat);
    EXPECT_THAT(refused.error().detail, HasSubstr("HSV"));
}

/// Indices 0, 1, 2, 9 and three tables that begin at 1.
SyntheticDicom palette(int entries, int bits) {
    SyntheticDicom file;
    file.size(1, 4).colour("PALETTE COLOR", 1).pixelBytes("OB", "\0\1\2\x09"s);
    for (const std::uint16_t colour : {0x1101, 0x1102, 0x1103})
        file.words({0x0028, colour}, "US", {std::uint16_t(entries), 1, std::uint16_t(bits)});
    return file;
}

TEST(PixelFormatsTest, PalettesOfSixteenBitsBecomeRgb) {
    auto file = palette(2, 16);
    file.words({0x0028, 0x1201}, "OW", {0x1000, 0x2000}).words({0x0028, 0x1202}, "OW", {0x3000, 0x4000});
    file.words({0x0028, 0x1203}, "OW", {0x5000, 0xff00});
    const auto film = filmOf(file);
    EXPECT_THAT(bytesIn(film),
                ElementsAre(0x10, 0x30, 0x50, 0x10, 0x30, 0x50, 0x20, 0x40, 0xff, 0x20, 0x40, 0xff));
    EXPECT_EQ(film.image.display.bitsStored, 8);
}

TEST(PixelFormatsTest, PalettesOfEightBitsLieTwoAWord) {
    auto file = palette(2, 8);
    for (const std::uint16_t colour : {0x1201, 0x1202, 0x1203})
        file.words({0x0028, colour}, "OW", {0x2010});
    EXPECT_THAT(bytesIn(filmOf(file)),
                ElementsAreArray({0x10, 0x10, 0x10, 0x10, 0x10, 0x10, 0x20, 0x20, 0x20, 0x20, 0x20, 0x20}));
}

TEST(PixelFormatsTest, EightBitEntriesUnderASixteenBitDescriptorAreNotBlack) {
    auto file = palette(2, 16);
    for (const std::uint16_t colour : {0x1201, 0x1202, 0x1203})
        file.words({0x0028, colour}, "OW", {0x0010, 0x00ff});
    EXPECT_EQ(bytesIn(filmOf(file))[6], 0xff);
}

TEST(PixelFormatsTest, SegmentedPalettesAreExpanded) {
    auto file = palette(6, 16);
    // two entries; linear to 0x4000 in two steps; the first segment again
    const std::vector<std::uint16_t> segments{0, 2, 0x0000, 0x2000, 1, 2, 0x4000, 2, 1, 0, 0};
    for (const std::uint16_t colour : {0x1221, 0x1222, 0x1223})
        file.words({0x0028, colour}, "OW", segments);
    file.size(1, 6).pixelBytes("OB", "\1\2\3\4\5\6"s);
    const auto rgb = bytesIn(filmOf(file));
    std::vector<int> red;
    for (std::size_t i = 0; i < rgb.size(); i += 3)
        red.push_back(rgb[i]);
    EXPECT_THAT(red, ElementsAre(0x00, 0x20, 0x30, 0x40, 0x00, 0x20));
}

TEST(PixelFormatsTest, ATableThatEndsEarlyRepeatsItsLastEntryWithANote) {
    auto file = palette(200, 16);
    for (const std::uint16_t colour : {0x1201, 0x1202, 0x1203})
        file.words({0x0028, colour}, "OW", {0x1000, 0x2000});
    const auto film = filmOf(file);
    EXPECT_EQ(bytesIn(film)[9], 0x20);
    EXPECT_THAT(film.assumptions, Contains(HasSubstr("ends early")));
}

TEST(PixelFormatsTest, APaletteWithoutTablesIsDamaged) {
    const auto film = readFilm(bytesOf(palette(2, 16).file()));
    ASSERT_FALSE(film);
    EXPECT_EQ(film.error().code, ErrorCode::damaged);
}

TEST(PixelFormatsTest, AGreyFilmThatClaimsThreeSamplesIsSettledByItsData) {
    SyntheticDicom one;
    one.word({0x0028, 0x0002}, 3);
    EXPECT_EQ(filmOf(one).image.pixels.channels(), 1);
    EXPECT_THAT(filmOf(one).assumptions, Contains(HasSubstr("Samples per Pixel")));
    SyntheticDicom three;
    three.size(1, 1).colour("MONOCHROME2", 3).pixelBytes("OB", "\1\2\3"s);
    EXPECT_THAT(bytesIn(filmOf(three)), ElementsAre(1, 2, 3));
    EXPECT_THAT(filmOf(three).assumptions, Contains(HasSubstr("RGB is taken")));
}

TEST(PixelFormatsTest, DepthsWithoutAReaderAreNamed) {
    SyntheticDicom file;
    file.size(1, 1).depth(64, 64, 63, false).pixelBytes("OW", "12345678");
    const auto film = readFilm(bytesOf(file.file()));
    ASSERT_FALSE(film);
    EXPECT_EQ(film.error().code, ErrorCode::unsupportedFormat);
    EXPECT_THAT(film.error().detail, HasSubstr("64"));
}

TEST(PixelFormatsTest, SamplesThatNeedNoChangeAreNotCopied) {
    SyntheticDicom file;
    const auto text = std::make_shared<std::string>(file.file());
    const auto shared = readFilm(core::SharedBytes{bytesOf(*text), text});
    ASSERT_TRUE(shared);
    const auto bytes = shared->image.pixels.bytes();
    EXPECT_GE(bytes.data(), bytesOf(*text).data());
    EXPECT_LT(bytes.data(), bytesOf(*text).data() + text->size());
    const auto copied = readFilm(core::SharedBytes{bytesOf(*text), nullptr});
    EXPECT_FALSE(copied->image.pixels.bytes().data() >= bytesOf(*text).data() &&
                 copied->image.pixels.bytes().data() < bytesOf(*text).data() + text->size());
    EXPECT_TRUE(std::equal(bytes.begin(), bytes.end(), copied->image.pixels.bytes().begin()));
}

/// Wide enough for the loops that go by blocks, with one value to be masked far behind.
TEST(PixelFormatsTest, OneValueOutsideTheStoredBitsIsFoundAnywhere) {
    for (const bool isSigned : {false, true}) {
        std::vector<std::uint16_t> values(10000, isSigned ? 0xf800 : 0x0fff);
        values[9000] = 0x1001;
        SyntheticDicom file;
        file.pixels(100, 100, values).depth(16, 12, 11, isSigned);
        const auto text = std::make_shared<std::string>(file.file());
        const auto film = readFilm(core::SharedBytes{bytesOf(*text), text});
        ASSERT_TRUE(film);
        EXPECT_EQ(film->image.pixels.samples<std::uint16_t>()[9000], 1);
        EXPECT_EQ(film->image.pixels.samples<std::int16_t>()[9999], isSigned ? -2048 : 4095);
    }
}

} // namespace
} // namespace pleurascope::dicom
