// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>
#include <zlib.h>

namespace pleurascope::dicom {
namespace {

using core::ErrorCode;
using test::bytesOf;
using test::SyntheticDicom;
using ::testing::ElementsAre;

std::string deflated(const std::string& text) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, uLong(text.size())), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
    stream.avail_in = uInt(text.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

/// A file whose data set is deflated, PS3.5 A.5.
std::string deflatedFile(const SyntheticDicom& dataSet) {
    SyntheticDicom meta;
    return meta.transferSyntax("1.2.840.10008.1.2.1.99").clear().file() + deflated(dataSet.elements());
}

TEST(InflationTest, ADeflatedDataSetIsInflated) {
    const auto film = readFilm(bytesOf(deflatedFile(SyntheticDicom())));
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_EQ(film->patient.name, "Doe^Jane");
    EXPECT_EQ(film->image.pixels.samples<std::uint16_t>()[11], 1100);
    EXPECT_EQ(film->instance.transferSyntaxUid, "1.2.840.10008.1.2.1.99");
}

TEST(InflationTest, ADeflatedDataSetWithoutPixelsIsCalledSo) {
    SyntheticDicom report;
    report.without({0x7fe0, 0x0010});
    EXPECT_EQ(readFilm(bytesOf(deflatedFile(report))).error().code, ErrorCode::noPixels);
}

TEST(InflationTest, ADeflateBombIsRefused) {
    SyntheticDicom bomb;
    bomb.without({0x7fe0, 0x0010}).text({0x0009, 0x1001}, "OB", std::string(std::size_t(70) << 20, '\0'));
    const auto film = readFilm(bytesOf(deflatedFile(bomb)));
    ASSERT_FALSE(film);
    EXPECT_EQ(film.error().code, ErrorCode::limitExceeded);
}

TEST(InflationTest, FramesDeflatedOneByOneAreInflated) {
    SyntheticDicom file;
    file.size(1, 5).depth(1, 1, 0, false).text({0x0028, 0x0008}, "IS", "2");
    file.transferSyntax("1.2.840.10008.1.2.8.1").encapsulated({deflated("\x15"), deflated("\x0a")});
    const auto first = readFilm(bytesOf(file.file()), 0), second = readFilm(bytesOf(file.file()), 1);
    ASSERT_TRUE(first && second);
    EXPECT_THAT(first->image.pixels.samples<std::uint8_t>(), ElementsAre(1, 0, 1, 0, 1));
    EXPECT_THAT(second->image.pixels.samples<std::uint8_t>(), ElementsAre(0, 1, 0, 1, 0));
}

} // namespace
} // namespace pleurascope::dicom
