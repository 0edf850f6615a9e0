// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gtest/gtest.h>

namespace pleurascope::dicom {
namespace {

using test::bytesOf;
using test::SyntheticDicom;

constexpr SyntheticDicom::Tag patientOrientation{0x0020, 0x0020};
constexpr SyntheticDicom::Tag imageOrientation{0x0020, 0x0037};

/// "L\F"; "\" where nothing is known.
std::string directionsOf(const SyntheticDicom& file, int frame = 0) {
    const auto film = readFilm(bytesOf(file.file()), frame);
    EXPECT_TRUE(film) << core::describe(film.error());
    return film ? film->instance.directions.row + "\\" + film->instance.directions.column : std::string();
}

SyntheticDicom with(SyntheticDicom::Tag tag, const char* vr, const std::string& value) {
    SyntheticDicom file;
    file.text(tag, vr, value);
    return file;
}

TEST(DirectionReaderTest, TheFileSaysWhichSideIsWhere) {
    EXPECT_EQ(directionsOf(SyntheticDicom()), "\\");
    EXPECT_EQ(directionsOf(with(patientOrientation, "CS", "L\\F")), "L\\F");
    EXPECT_EQ(directionsOf(with(patientOrientation, "CS", "A\\F")), "A\\F");
    EXPECT_EQ(directionsOf(with(patientOrientation, "CS", "RAF\\FP")), "RAF\\FP");
    const auto header = readHeader(bytesOf(with(patientOrientation, "CS", "L\\F").file()));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->instance.directions.row, "L");
}

TEST(DirectionReaderTest, WhatMakesNoSenseIsNotShown) {
    for (const char* value : {"", "L", "L\\F\\H", "X\\Y", "L\\R", "L\\L", "LEFT\\FOOT", "\\"})
        EXPECT_EQ(directionsOf(with(patientOrientation, "CS", value)), "\\") << value;
    for (const char* value : {"LR\\F", "LL\\F", "\\F"})
        EXPECT_EQ(directionsOf(with(patientOrientation, "CS", value)), "\\F") << value;
}

TEST(DirectionReaderTest, ADogHasOtherSides) {
    auto dog = with(patientOrientation, "CS", "L\\F");
    dog.text({0x0010, 0x2210}, "CS", "QUADRUPED");
    EXPECT_EQ(directionsOf(dog), "\\");
}

TEST(DirectionReaderTest, SlicesTellByTheirPlane) { // PS3.3 C.7.6.2.1.1
    const auto of = [](const std::string& cosines) {
        return directionsOf(with(imageOrientation, "DS", cosines));
    };
    EXPECT_EQ(of("1\\0\\0\\0\\1\\0"), "L\\P");
    EXPECT_EQ(of("0\\1\\0\\0\\0\\-1"), "P\\F");
    EXPECT_EQ(of("-1\\0\\0\\0\\-1\\0"), "R\\A");
    EXPECT_EQ(of("0.9848\\0.1736\\0\\0\\0\\-1"), "LP\\F");
    EXPECT_EQ(of("0.9998\\0.0175\\0\\0\\0\\-1"), "L\\F"); // one degree is no side of its own
}

TEST(DirectionReaderTest, AnImpossiblePlaneTellsNothing) {
    for (const char* cosines : {"1\\0\\0\\1\\0\\0", "0\\0\\0\\0\\0\\0", "2\\0\\0\\0\\1\\0", "1\\0\\0\\0\\1",
                                "a\\0\\0\\0\\1\\0", "1\\0\\0\\0\\1\\0\\0"})
        EXPECT_EQ(directionsOf(with(imageOrientation, "DS", cosines)), "\\") << cosines;
}

TEST(DirectionReaderTest, WhatIsWrittenGoesBeforeWhatIsDerived) {
    auto file = with(patientOrientation, "CS", "A\\F");
    file.text(imageOrientation, "DS", "1\\0\\0\\0\\1\\0");
    EXPECT_EQ(directionsOf(file), "A\\F");
    file.text(patientOrientation, "CS", "?");
    EXPECT_EQ(directionsOf(file), "L\\P");
}

TEST(DirectionReaderTest, EveryFrameOfAnEnhancedObjectLiesItsOwnWay) {
    const auto plane = [](const std::string& cosines) {
        return SyntheticDicom().clear().sequence(
            {0x0020, 0x9116}, SyntheticDicom().clear().text(imageOrientation, "DS", cosines));
    };
    SyntheticDicom file;
    file.pixels(1, 2, {1, 2, 3, 4}).text({0x0028, 0x0008}, "IS", "2");
    file.sequence({0x5200, 0x9230}, std::vector{plane("1\\0\\0\\0\\1\\0"), plane("0\\1\\0\\0\\0\\-1")});
    EXPECT_EQ(directionsOf(file, 0), "L\\P");
    EXPECT_EQ(directionsOf(file, 1), "P\\F");
    auto own = SyntheticDicom().clear().sequence(
        {0x0020, 0x9450}, SyntheticDicom().clear().text(patientOrientation, "CS", "R\\F"));
    file.sequence({0x5200, 0x9229}, own);
    EXPECT_EQ(directionsOf(file, 1), "R\\F");
}

TEST(DirectionReaderTest, OppositeSidesHaveOppositeLetters) {
    EXPECT_EQ(oppositeDirection("LPF"), "RAH");
    EXPECT_EQ(oppositeDirection(""), "");
}

} // namespace
} // namespace pleurascope::dicom
