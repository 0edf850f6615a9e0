// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmContent.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

namespace pleurascope::intake {
namespace {

using namespace std::string_literals;
using test::bytesOf;
using test::SyntheticDicom;

TEST(FilmContentTest, KindsAreToldByTheFirstBytes) {
    EXPECT_EQ(fileKind(bytesOf("\x89PNG\r\n\x1a\n...")), FileKind::png);
    EXPECT_EQ(fileKind(bytesOf("\xff\xd8\xff\xe0")), FileKind::jpeg);
    EXPECT_EQ(fileKind(bytesOf("II*\0"s)), FileKind::tiff);
    EXPECT_EQ(fileKind(bytesOf("MM\0*"s)), FileKind::tiff);
    EXPECT_EQ(fileKind(bytesOf(SyntheticDicom().file())), FileKind::dicom);
    EXPECT_EQ(fileKind(bytesOf(SyntheticDicom().withoutMeta().file())), FileKind::dicom);
    EXPECT_FALSE(fileKind(bytesOf("hello")));
    EXPECT_FALSE(fileKind({}));
}

TEST(FilmContentTest, ADicomFileThatPosesAsATiffIsDicom) {
    auto file = SyntheticDicom().file();
    file.replace(0, 4, "II*\0", 4);
    EXPECT_EQ(fileKind(bytesOf(file)), FileKind::dicom);
}

} // namespace
} // namespace pleurascope::intake
