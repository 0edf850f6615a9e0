// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using imaging::Overlay;
using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

DicomFilm read(const SyntheticDicom& file, int frame = 0) {
    auto film = readFilm(bytesOf(file.file()), frame);
    EXPECT_TRUE(film) << core::describe(film.error());
    return film ? std::move(*film) : DicomFilm{};
}

/// An overlay of `rows` x `columns` at row and column `origin`, from 1.
SyntheticDicom& addOverlay(SyntheticDicom& file, std::uint16_t group, int rows, int columns,
                           std::vector<std::uint16_t> data, std::vector<std::uint16_t> origin = {1, 1}) {
    file.word({group, 0x0010}, std::uint16_t(rows)).word({group, 0x0011}, std::uint16_t(columns));
    file.text({group, 0x0040}, "CS", "G").words({group, 0x0050}, "SS", origin);
    file.word({group, 0x0100}, 1).word({group, 0x0102}, 0);
    return file.words({group, 0x3000}, "OW", data);
}

TEST(OverlayReaderTest, AnOverlayComesWithPlaceKindNameAndBits) {
    for (const auto syntax : {SyntheticDicom::Syntax::explicitLittle, SyntheticDicom::Syntax::implicitLittle,
                              SyntheticDicom::Syntax::explicitBig}) {
        SyntheticDicom file(syntax);
        addOverlay(file, 0x6000, 3, 4, {0x0821}, {2, 0xffff}); // pixels 0, 5 and 11; origin 2\-1
        file.text({0x6000, 0x0022}, "LO", "Described").text({0x6000, 0x1500}, "LO", "Label");
        const auto overlays = read(file).image.display.overlays;
        ASSERT_EQ(overlays.size(), 1u);
        EXPECT_EQ(overlays[0].group, 0x6000);
        EXPECT_EQ(overlays[0].kind, Overlay::Kind::graphics);
        EXPECT_EQ(overlays[0].top, 1);
        EXPECT_EQ(overlays[0].left, -2);
        EXPECT_EQ(overlays[0].label, "Label");
        EXPECT_THAT(overlays[0].bits, ElementsAre(0x21, 0x08));
        EXPECT_TRUE(overlays[0].isSet(1, 1));
        EXPECT_FALSE(overlays[0].isSet(1, 2));
    }
}

TEST(OverlayReaderTest, AllSixteenGroupsAreReadAndRegionsAreTold) {
    SyntheticDicom file;
    for (std::uint16_t group = 0x6000; group <= 0x601e; group = std::uint16_t(group + 2))
        addOverlay(file, group, 1, 1, {1}).text({group, 0x0040}, "CS", "R");
    const auto overlays = read(file).image.display.overlays;
    ASSERT_EQ(overlays.size(), 16u);
    EXPECT_EQ(overlays.back().group, 0x601e);
    EXPECT_EQ(overlays.back().kind, Overlay::Kind::regionOfInterest);
}

TEST(OverlayReaderTest, DataThatEndsEarlyKeepsItsRows) {
    SyntheticDicom file;
    addOverlay(file, 0x6000, 5, 4, {0xffff}); // 16 of 20 bits
    const auto film = read(file);
    ASSERT_EQ(film.image.display.overlays.size(), 1u);
    EXPECT_EQ(film.image.display.overlays[0].rows, 4);
    EXPECT_THAT(film.assumptions, Contains(HasSubstr("overlay 6000 ends early")));
}

TEST(OverlayReaderTest, BrokenOverlaysAreLeftOutAndTheRestStays) {
    SyntheticDicom file;
    addOverlay(file, 0x6000, 0, 4, {1});
    addOverlay(file, 0x6002, 3, 4, {});
    addOverlay(file, 0x6004, 3, 4, {0xfff}, {100, 1});
    addOverlay(file, 0x6006, 65535, 65535, {1});
    addOverlay(file, 0x6008, 3, 4, {0xfff});
    const auto film = read(file);
    ASSERT_EQ(film.image.display.overlays.size(), 1u);
    EXPECT_EQ(film.image.display.overlays[0].group, 0x6008);
    EXPECT_THAT(film.assumptions, ElementsAre(HasSubstr("6000"), HasSubstr("6002"),
                                              HasSubstr("6004 lies outside"), HasSubstr("6006")));
}

TEST(OverlayReaderTest, AFrameHasItsOwnPlaneOfAMultiFrameOverlay) {
    SyntheticDicom file;
    file.pixels(1, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9}).text({0x0028, 0x0008}, "IS", "3");
    addOverlay(file, 0x6000, 1, 3, {0b101'010}); // two planes of 3 bits, over frames 2 and 3
    file.text({0x6000, 0x0015}, "IS", "2").word({0x6000, 0x0051}, 2);
    EXPECT_THAT(read(file, 0).image.display.overlays, IsEmpty());
    ASSERT_EQ(read(file, 1).image.display.overlays.size(), 1u);
    EXPECT_EQ(read(file, 1).image.display.overlays[0].bits[0] & 7, 0b010);
    EXPECT_EQ(read(file, 2).image.display.overlays[0].bits[0] & 7, 0b101);
}

TEST(OverlayReaderTest, BitsAboveThePixelsMayBeAnOverlay) {
    SyntheticDicom file;
    file.pixels(1, 4, {0x1001, 2, 0x1003, 4});
    file.word({0x6000, 0x0100}, 16).word({0x6000, 0x0102}, 12);
    file.word({0x6000, 0x0010}, 1).word({0x6000, 0x0011}, 4);
    const auto film = read(file);
    ASSERT_EQ(film.image.display.overlays.size(), 1u);
    EXPECT_THAT(film.image.display.overlays[0].bits, ElementsAre(0b0101));
    EXPECT_EQ(film.image.pixels.samples<std::uint16_t>()[0], 1);
}

} // namespace
} // namespace pleurascope::dicom
