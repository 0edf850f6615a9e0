// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "tests/engine/dicom/Jpeg2000Encoder.h"
#include "tests/support/SyntheticDicom.h"

#include <charls/charls.h>
#include <gmock/gmock.h>

#include <cmath>
#include <numeric>

namespace pleurascope::dicom {
namespace {

using namespace std::string_literals;
using core::ErrorCode;
using test::bytesOf;
using test::jpeg2000Of;
using test::Jpeg2000Picture;
using test::SyntheticDicom;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

core::Result<DicomFilm> read(const SyntheticDicom& file, int frame = 0) {
    return readFilm(bytesOf(file.file()), frame);
}

template <class T>
std::vector<std::int32_t> samplesOf(const core::Result<DicomFilm>& film) {
    EXPECT_TRUE(film) << core::describe(film.error());
    if (!film)
        return {};
    const auto samples = film->image.pixels.samples<T>();
    return {samples.begin(), samples.end()};
}

std::vector<std::int32_t> ramp(int count, int first, int step) {
    std::vector<std::int32_t> values(std::size_t(count), 0);
    for (int i = 0; i < count; ++i)
        values[std::size_t(i)] = first + i * step;
    return values;
}

SyntheticDicom jpeg2000File(const Jpeg2000Picture& picture, const char* syntax = "1.2.840.10008.1.2.4.90") {
    SyntheticDicom file;
    const int allocated = picture.bits <= 8 ? 8 : picture.bits <= 16 ? 16 : 32;
    file.size(picture.height, picture.width)
        .depth(allocated, picture.bits, picture.bits - 1, picture.isSigned);
    if (picture.planes.size() == 3)
        file.text({0x0028, 0x0004}, "CS", "YBR_RCT").word({0x0028, 0x0002}, 3);
    return file.transferSyntax(syntax).encapsulated({jpeg2000Of(picture)});
}

TEST(EncodedFramesTest, Jpeg2000IsExactInEveryDepthAndSign) {
    const auto small = ramp(64, 0, 3);
    EXPECT_EQ(samplesOf<std::uint8_t>(read(jpeg2000File({8, 8, 8, false, false, false, {small}}))), small);
    const auto twelve = ramp(64, 0, 65);
    EXPECT_EQ(samplesOf<std::uint16_t>(read(jpeg2000File({8, 8, 12, false, false, false, {twelve}}))),
              twelve);
    const auto negative = ramp(64, -2048, 65);
    EXPECT_EQ(samplesOf<std::int16_t>(read(jpeg2000File({8, 8, 12, true, false, false, {negative}}))),
              negative);
    const auto wide = ramp(64, 0, 65535 / 63);
    EXPECT_EQ(samplesOf<std::uint16_t>(read(jpeg2000File({8, 8, 16, false, false, false, {wide}}))), wide);
    const auto deep = ramp(64, 0, 9001);
    EXPECT_EQ(samplesOf<std::uint32_t>(read(jpeg2000File({8, 8, 20, false, false, false, {deep}}))), deep);
    const std::vector<std::int32_t> bits{0, 1, 1, 0, 1, 0, 0, 1, 1};
    EXPECT_EQ(samplesOf<std::uint8_t>(read(jpeg2000File({3, 3, 1, false, false, false, {bits}}))), bits);
}

TEST(EncodedFramesTest, Jpeg2000ColoursAreInterleaved) {
    const auto film = read(
        jpeg2000File({8, 8, 8, false, false, false, {ramp(64, 0, 1), ramp(64, 64, 1), ramp(64, 255, -1)}}));
    const auto rgb = samplesOf<std::uint8_t>(film);
    ASSERT_EQ(rgb.size(), 192);
    EXPECT_THAT(std::vector(rgb.end() - 3, rgb.end()), ElementsAre(63, 127, 192));
}

TEST(EncodedFramesTest, TheBoxesOfAJp2FileArePassedOver) {
    const auto values = ramp(64, 0, 4);
    EXPECT_EQ(samplesOf<std::uint8_t>(read(jpeg2000File({8, 8, 8, false, false, true, {values}}))), values);
}

TEST(EncodedFramesTest, AFrameInSeveralFragmentsIsJoined) {
    const Jpeg2000Picture picture{8, 8, 8, false, false, false, {ramp(64, 0, 4)}};
    const auto stream = jpeg2000Of(picture);
    auto file = jpeg2000File(picture);
    file.encapsulated({stream.substr(0, 40), stream.substr(40, 20), stream.substr(60)});
    EXPECT_EQ(samplesOf<std::uint8_t>(read(file)), picture.planes[0]);
}

TEST(EncodedFramesTest, AnyFrameIsReadByItself) {
    const Jpeg2000Picture first{8, 8, 8, false, false, false, {ramp(64, 0, 1)}};
    const Jpeg2000Picture second{8, 8, 8, false, false, false, {ramp(64, 0, 2)}};
    auto file = jpeg2000File(first);
    file.text({0x0028, 0x0008}, "IS", "3")
        .encapsulated({"no codestream", jpeg2000Of(second), jpeg2000Of(first)});
    EXPECT_EQ(samplesOf<std::uint8_t>(read(file, 1)), second.planes[0]);
    EXPECT_EQ(samplesOf<std::uint8_t>(read(file, 2)), first.planes[0]);
    EXPECT_EQ(read(file, 0).error().code, ErrorCode::damaged);
    EXPECT_EQ(read(file, 3).error().code, ErrorCode::invalidArgument);
}

TEST(EncodedFramesTest, LossyValuesBeyondTheStoredBitsAreClampedAndDoNotWrap) {
    std::vector<std::int32_t> edge(1024, 0);
    std::fill(edge.begin() + 512, edge.end(), 4095);
    auto file = jpeg2000File({32, 32, 16, false, true, false, {edge}}, "1.2.840.10008.1.2.4.91");
    file.depth(16, 12, 11, false);
    const auto values = samplesOf<std::uint16_t>(read(file));
    ASSERT_EQ(values.size(), edge.size());
    for (std::size_t i = 0; i < edge.size(); ++i)
        EXPECT_NEAR(values[i], edge[i], 1500) << i;
}

TEST(EncodedFramesTest, UnsignedCodestreamsOfSignedFilmsAreExtendedFromTheirOwnBits) {
    auto file = jpeg2000File({2, 2, 13, false, false, false, {{0x1fff, 0x0fff, 0, 1}}});
    file.depth(16, 16, 15, true);
    EXPECT_THAT(samplesOf<std::int16_t>(read(file)), ElementsAre(-1, 4095, 0, 1));
}

TEST(EncodedFramesTest, ACodestreamThatWasCutOffIsShownWithAWarning) {
    const Jpeg2000Picture picture{64, 64, 8, false, false, false, {ramp(4096, 0, 0)}};
    auto noisy = picture;
    for (std::size_t i = 0; i < noisy.planes[0].size(); ++i)
        noisy.planes[0][i] = int(i * 7919 % 251);
    const auto stream = jpeg2000Of(noisy);
    auto file = jpeg2000File(picture);
    file.encapsulated({stream.substr(0, stream.size() * 2 / 3)});
    const auto film = read(file);
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_TRUE(film->isPartial);
    EXPECT_THAT(film->warnings, Contains(HasSubstr("ends early")));
}

TEST(EncodedFramesTest, AnOverwrittenSizeIsMendedWhereTileAndHeaderAgree) {
    const Jpeg2000Picture picture{8, 8, 8, false, false, false, {ramp(64, 0, 4)}};
    auto stream = jpeg2000Of(picture);
    stream.replace(6, 4, "\xfe\xff\xdd\xe0"s); // Rsiz and half of Xsiz
    auto file = jpeg2000File(picture);
    file.encapsulated({stream});
    EXPECT_EQ(samplesOf<std::uint8_t>(read(file)), picture.planes[0]);
    EXPECT_THAT(read(file)->warnings, Contains(HasSubstr("size")));
}

TEST(EncodedFramesTest, CodestreamsThatClaimMoreThanTheyCanHoldAreRefusedBeforeMemoryIsTaken) {
    const Jpeg2000Picture picture{8, 8, 8, false, false, false, {ramp(64, 0, 4)}};
    for (const auto& side : {"\0\0\x7f\xff"s, "\0\0\xff\xff"s}) {
        auto stream = jpeg2000Of(picture);
        stream.replace(8, 4, side).replace(12, 4, side);
        auto file = jpeg2000File(picture);
        file.encapsulated({stream});
        const auto film = read(file);
        ASSERT_FALSE(film);
        EXPECT_TRUE(film.error().code == ErrorCode::damaged || film.error().code == ErrorCode::limitExceeded);
    }
    const auto sof = "\xff\xd8\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01\x01\x11\x00"s;
    auto jpeg = jpeg2000File(picture, "1.2.840.10008.1.2.4.50");
    jpeg.encapsulated({sof});
    EXPECT_EQ(read(jpeg).error().code, ErrorCode::limitExceeded);
    auto jpegLs = jpeg2000File(picture, "1.2.840.10008.1.2.4.80");
    jpegLs.encapsulated({"\xff\xd8\xff\xf7\x00\x0b\x08\x7f\xff\x7f\xff\x01\x01\x11\x00"s});
    EXPECT_EQ(read(jpegLs).error().code, ErrorCode::damaged);
}

TEST(EncodedFramesTest, AFrameOfAnotherSizeIsShownAsItWasEncodedWithAWarning) {
    const Jpeg2000Picture picture{8, 8, 8, false, false, false, {ramp(64, 0, 4)}};
    auto file = jpeg2000File(picture);
    file.size(16, 16);
    const auto film = read(file);
    EXPECT_EQ(samplesOf<std::uint8_t>(film), picture.planes[0]);
    EXPECT_EQ(film->instance.rows, 8);
    EXPECT_TRUE(film->isPartial);
    EXPECT_THAT(film->warnings, Contains(HasSubstr("8 x 8")));
}

TEST(EncodedFramesTest, MissingAttributesAreTakenFromTheCodestream) {
    const Jpeg2000Picture picture{8, 8, 12, false, false, false, {ramp(64, 0, 4)}};
    auto file = jpeg2000File(picture);
    file.without({0x0028, 0x0010}).without({0x0028, 0x0100}).without({0x0028, 0x0101});
    const auto film = read(file);
    EXPECT_EQ(samplesOf<std::uint16_t>(film), picture.planes[0]);
    EXPECT_THAT(film->assumptions, Contains(HasSubstr("Rows or Columns is missing")));
    EXPECT_THAT(film->assumptions, Contains(HasSubstr("Bits Allocated is missing")));
}

TEST(EncodedFramesTest, EncodedFramesUnderANativeSyntaxAreRecognised) {
    const Jpeg2000Picture picture{8, 8, 8, false, false, false, {ramp(64, 0, 4)}};
    const auto film = read(jpeg2000File(picture, "1.2.840.10008.1.2.1"));
    EXPECT_EQ(samplesOf<std::uint8_t>(film), picture.planes[0]);
    EXPECT_THAT(film->assumptions, Contains(HasSubstr("guessed")));
}

std::string jpegLsOf(const std::vector<std::uint8_t>& samples, int width, int height, int bits,
                     int components, charls::interleave_mode interleave) {
    charls::jpegls_encoder encoder;
    encoder.frame_info({std::uint32_t(width), std::uint32_t(height), bits, components});
    encoder.interleave_mode(interleave);
    std::string bytes(encoder.estimated_destination_size(), '\0');
    encoder.destination(bytes.data(), bytes.size());
    bytes.resize(encoder.encode(samples));
    return bytes;
}

TEST(EncodedFramesTest, JpegLsHasSevenBitsToo) {
    const std::vector<std::uint8_t> values{0, 1, 64, 127, 126, 5};
    SyntheticDicom file;
    file.size(2, 3).depth(8, 7, 6, false).transferSyntax("1.2.840.10008.1.2.4.80");
    file.encapsulated({jpegLsOf(values, 3, 2, 7, 1, charls::interleave_mode::none)});
    EXPECT_THAT(samplesOf<std::uint8_t>(read(file)), ElementsAre(0, 1, 64, 127, 126, 5));
}

TEST(EncodedFramesTest, JpegLsColoursComeFromEveryInterleaving) {
    const std::vector<std::uint8_t> pixels{1, 2, 3, 4, 5, 6}, planes{1, 4, 2, 5, 3, 6};
    for (const auto mode :
         {charls::interleave_mode::none, charls::interleave_mode::line, charls::interleave_mode::sample}) {
        SyntheticDicom file;
        file.size(1, 2).colour("RGB", 3).transferSyntax("1.2.840.10008.1.2.4.80");
        const bool isPlanar = mode == charls::interleave_mode::none;
        file.encapsulated({jpegLsOf(isPlanar ? planes : pixels, 2, 1, 8, 3, mode)});
        EXPECT_THAT(samplesOf<std::uint8_t>(read(file)), ElementsAre(1, 2, 3, 4, 5, 6));
    }
}

/// A frame's header and segments, PS3.5 G.4.
std::string rleOf(const std::vector<std::string>& segments) {
    SyntheticDicom number;
    std::string header = number.number(segments.size(), 4), content;
    for (const auto& segment : segments) {
        header += number.number(64 + content.size(), 4);
        content += segment;
    }
    header.resize(64, '\0');
    return header + content;
}

TEST(EncodedFramesTest, RunLengthsGiveTheHighBytesFirst) {
    SyntheticDicom file;
    file.size(1, 4).transferSyntax("1.2.840.10008.1.2.5");
    file.encapsulated({rleOf({"\xfd\x01"s, "\x03\x0a\x0b\x0c\x0d"s})});
    EXPECT_THAT(samplesOf<std::uint16_t>(read(file)), ElementsAre(0x10a, 0x10b, 0x10c, 0x10d));
}

TEST(EncodedFramesTest, RunLengthsOfColoursArePlanes) {
    SyntheticDicom file;
    file.size(1, 2).colour("RGB", 3).transferSyntax("1.2.840.10008.1.2.5");
    file.encapsulated({rleOf({"\x01\x01\x02"s, "\xff\x03"s, "\x80\x01\x05\x06"s})});
    EXPECT_THAT(samplesOf<std::uint8_t>(read(file)), ElementsAre(1, 3, 5, 2, 3, 6));
}

TEST(EncodedFramesTest, RunLengthsOfBitsAreOneSegment) {
    SyntheticDicom file;
    file.size(1, 5).depth(1, 1, 0, false).transferSyntax("1.2.840.10008.1.2.5");
    file.encapsulated({rleOf({"\x00\x15"s})});
    EXPECT_THAT(samplesOf<std::uint8_t>(read(file)), ElementsAre(1, 0, 1, 0, 1));
}

TEST(EncodedFramesTest, ARunLengthFrameThatEndsEarlyIsShownWithAWarning) {
    SyntheticDicom file;
    file.size(1, 4).depth(8, 8, 7, false).transferSyntax("1.2.840.10008.1.2.5");
    file.encapsulated({rleOf({"\x03\x0a\x0b"s})});
    const auto film = read(file);
    EXPECT_THAT(samplesOf<std::uint8_t>(film), ElementsAre(10, 11, 0, 0));
    EXPECT_TRUE(film->isPartial);
}

TEST(EncodedFramesTest, RunLengthOffsetsThatPointNowhereAreDamaged) {
    SyntheticDicom file;
    file.size(1, 4).depth(8, 8, 7, false).transferSyntax("1.2.840.10008.1.2.5");
    file.encapsulated({"\1\0\0\0"s + std::string(80, '\xff')});
    EXPECT_EQ(read(file).error().code, ErrorCode::damaged);
}

TEST(EncodedFramesTest, BrokenCodestreamsNeverCrash) {
    const Jpeg2000Picture picture{16, 16, 8, false, false, false, {ramp(256, 0, 1)}};
    const std::vector<std::uint8_t> samples(256, 7);
    const std::vector<std::pair<const char*, std::string>> streams{
        {"1.2.840.10008.1.2.4.90", jpeg2000Of(picture)},
        {"1.2.840.10008.1.2.4.80", jpegLsOf(samples, 16, 16, 8, 1, charls::interleave_mode::none)},
        {"1.2.840.10008.1.2.5", rleOf({"\x81\x07\x81\x07"s})}};
    for (const auto& [syntax, stream] : streams)
        for (std::size_t i = 0; i < stream.size() * 4; ++i) {
            auto broken = stream;
            broken[i / 4] = char(broken[i / 4] ^ (i % 4 == 0 ? 0xff : 1 << (2 * (i % 4))));
            auto file = jpeg2000File(picture, syntax);
            file.encapsulated({broken});
            (void)read(file);
        }
}

} // namespace
} // namespace pleurascope::dicom
