// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using test::bytesOf;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::HasSubstr;

DicomFilm read(const SyntheticDicom& file) {
    auto film = readFilm(bytesOf(file.file()));
    EXPECT_TRUE(film) << core::describe(film.error());
    return film ? std::move(*film) : DicomFilm{};
}

SyntheticDicom withShape(const std::string& shape) {
    SyntheticDicom file; // 3 rows, 4 columns
    return file.text({0x0018, 0x1600}, "CS", shape);
}

SyntheticDicom& addRectangle(SyntheticDicom& file, const char* left, const char* right, const char* top,
                             const char* bottom) {
    file.text({0x0018, 0x1602}, "IS", left).text({0x0018, 0x1604}, "IS", right);
    return file.text({0x0018, 0x1606}, "IS", top).text({0x0018, 0x1608}, "IS", bottom);
}

TEST(ShutterReaderTest, EveryShapeCountsFromZeroHere) {
    auto file = withShape("RECTANGULAR\\CIRCULAR\\POLYGONAL");
    addRectangle(file, "2", "4", "1", "3");
    file.text({0x0018, 0x1610}, "IS", "2\\3").text({0x0018, 0x1612}, "IS", "5");
    file.text({0x0018, 0x1620}, "IS", "1\\1\\1\\4\\3\\4").word({0x0018, 0x1622}, 65535);
    const auto shutter = read(file).image.display.shutter;
    ASSERT_TRUE(shutter && shutter->rectangle && shutter->circle);
    EXPECT_EQ(shutter->rectangle->left, 1);
    EXPECT_EQ(shutter->rectangle->right, 3);
    EXPECT_EQ(shutter->rectangle->top, 0);
    EXPECT_EQ(shutter->rectangle->bottom, 2);
    EXPECT_EQ(shutter->circle->row, 1);
    EXPECT_EQ(shutter->circle->column, 2);
    EXPECT_EQ(shutter->circle->radius, 5);
    ASSERT_EQ(shutter->polygon.size(), 3u);
    EXPECT_EQ(shutter->polygon[2].row, 2);
    EXPECT_EQ(shutter->polygon[2].column, 3);
    EXPECT_EQ(shutter->presentationValue, 65535);
}

TEST(ShutterReaderTest, ABitmapNamesItsOverlayGroup) {
    auto file = withShape("BITMAP");
    file.word({0x0018, 0x1623}, 0x6002);
    ASSERT_TRUE(read(file).image.display.shutter);
    EXPECT_EQ(read(file).image.display.shutter->overlayGroup, 0x6002);
}

TEST(ShutterReaderTest, AShutterThatWouldHideAllIsLeftOut) {
    auto outside = withShape("RECTANGULAR");
    auto reversed = outside;
    auto far = withShape("CIRCULAR");
    auto edge = withShape("POLYGONAL");
    addRectangle(outside, "10", "20", "1", "3");
    addRectangle(reversed, "4", "2", "1", "3");
    far.text({0x0018, 0x1610}, "IS", "100\\100").text({0x0018, 0x1612}, "IS", "5");
    edge.text({0x0018, 0x1620}, "IS", "1\\1\\3\\3");
    for (const auto& file : {outside, reversed, far, edge, withShape("BITMAP"), withShape("STAR")}) {
        const auto film = read(file);
        EXPECT_FALSE(film.image.display.shutter);
        EXPECT_THAT(film.assumptions, Contains(HasSubstr("shutter")));
    }
}

TEST(ShutterReaderTest, AFilmWithoutShapeHasNone) {
    SyntheticDicom file;
    const auto film = read(addRectangle(file, "2", "4", "1", "3"));
    EXPECT_FALSE(film.image.display.shutter);
}

} // namespace
} // namespace pleurascope::dicom
