// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/ImageFile.h"

#include "engine/imaging/GreyScale.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <cstdio>
#include <cstdlib>
#include <random>

#include <jpeglib.h>
#include <tiffio.h>

namespace pleurascope::imaging {
namespace {

using core::ErrorCode;
using core::PixelBuffer;
using core::SampleType;
using ::testing::ElementsAreArray;

class ImageFileTest : public ::testing::Test {
protected:
    [[nodiscard]] core::Bytes pngOf(const PixelBuffer& pixels) const {
        const auto path = m_folder.path() / "picture.png";
        EXPECT_TRUE(writePng(path, pixels, {{"Software", "PleuraScope"}}));
        return *core::readFile(path);
    }
    [[nodiscard]] std::string path(const char* name) const { return (m_folder.path() / name).string(); }

    test::TemporaryFolder m_folder;
};

template <class T>
PixelBuffer ramp(int width, int height, int channels, SampleType type, int step) {
    std::vector<T> samples(std::size_t(width * height * channels));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = T(i * std::size_t(step));
    return PixelBuffer::fromVector(width, height, channels, type, std::move(samples));
}

void expectSamePixels(const PixelBuffer& found, const PixelBuffer& expected) {
    ASSERT_EQ(found.width(), expected.width());
    ASSERT_EQ(found.height(), expected.height());
    ASSERT_EQ(found.channels(), expected.channels());
    ASSERT_EQ(found.type(), expected.type());
    EXPECT_TRUE(std::equal(found.bytes().begin(), found.bytes().end(), expected.bytes().begin()));
}

core::Bytes encodeJpeg(const PixelBuffer& pixels, J_COLOR_SPACE space) {
    jpeg_compress_struct jpeg{};
    jpeg_error_mgr errors{};
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    unsigned char* memory = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&jpeg, &memory, &size);
    jpeg.image_width = JDIMENSION(pixels.width());
    jpeg.image_height = JDIMENSION(pixels.height());
    jpeg.input_components = pixels.channels();
    jpeg.in_color_space = space;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 100, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    std::vector<std::uint8_t> copy(pixels.samples<std::uint8_t>().begin(),
                                   pixels.samples<std::uint8_t>().end());
    for (int y = 0; y < pixels.height(); ++y) {
        JSAMPROW row = copy.data() + std::size_t(y * pixels.width() * pixels.channels());
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    const auto* bytes = reinterpret_cast<const std::byte*>(memory);
    core::Bytes result(bytes, bytes + size);
    std::free(memory);
    return result;
}

struct TiffKind {
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    bool isTiled = false;
    std::uint16_t compression = COMPRESSION_NONE;
};

core::Bytes encodeTiff(const std::string& path, const PixelBuffer& pixels, const TiffKind& kind) {
    TIFF* tiff = TIFFOpen(path.c_str(), "w");
    const int bits = int(core::sampleSize(pixels.type())) * 8;
    TIFFSetField(tiff, TIFFTAG_IMAGEWIDTH, pixels.width());
    TIFFSetField(tiff, TIFFTAG_IMAGELENGTH, pixels.height());
    TIFFSetField(tiff, TIFFTAG_BITSPERSAMPLE, bits);
    TIFFSetField(tiff, TIFFTAG_SAMPLESPERPIXEL, pixels.channels());
    TIFFSetField(tiff, TIFFTAG_PHOTOMETRIC, kind.photometric);
    TIFFSetField(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
    TIFFSetField(tiff, TIFFTAG_COMPRESSION, kind.compression);
    core::Bytes copy(pixels.bytes().begin(), pixels.bytes().end());
    if (kind.isTiled) {
        TIFFSetField(tiff, TIFFTAG_TILEWIDTH, 16);
        TIFFSetField(tiff, TIFFTAG_TILELENGTH, 16);
        core::Bytes tile(16 * 16 * std::size_t(bits / 8), copy[0]);
        for (std::uint32_t y = 0; y < std::uint32_t(pixels.height()); y += 16)
            for (std::uint32_t x = 0; x < std::uint32_t(pixels.width()); x += 16)
                TIFFWriteTile(tiff, tile.data(), x, y, 0, 0);
    } else {
        TIFFSetField(tiff, TIFFTAG_ROWSPERSTRIP, pixels.height());
        const std::size_t stride = copy.size() / std::size_t(pixels.height());
        for (int y = 0; y < pixels.height(); ++y)
            TIFFWriteScanline(tiff, copy.data() + std::size_t(y) * stride, std::uint32_t(y), 0);
    }
    TIFFClose(tiff);
    return *core::readFile(path);
}

TEST_F(ImageFileTest, PngOfEveryWrittenKindComesBackUnchanged) {
    for (const auto& pixels :
         {ramp<std::uint8_t>(7, 5, 1, SampleType::u8, 3), ramp<std::uint8_t>(7, 5, 3, SampleType::u8, 3),
          ramp<std::uint16_t>(7, 5, 1, SampleType::u16, 1871)}) {
        const auto image = decodeImage(pngOf(pixels));
        ASSERT_TRUE(image) << core::describe(image.error());
        expectSamePixels(image->pixels, pixels);
        EXPECT_EQ(image->display.bitsStored, pixels.type() == SampleType::u16 ? 16 : 8);
    }
}

TEST_F(ImageFileTest, An8BitFilmIsShownAsItIs) {
    const auto pixels = ramp<std::uint8_t>(16, 16, 1, SampleType::u8, 1);
    const auto image = decodeImage(pngOf(pixels));
    ASSERT_TRUE(image);
    expectSamePixels(renderDefault(*image), pixels);
}

TEST_F(ImageFileTest, ColourWithEqualChannelsIsGrey) {
    std::vector<std::uint8_t> samples;
    for (int i = 0; i < 12; ++i)
        samples.insert(samples.end(), 3, std::uint8_t(20 * i));
    const auto image = decodeImage(pngOf(PixelBuffer::fromVector(4, 3, 3, SampleType::u8, samples)));
    ASSERT_TRUE(image);
    EXPECT_TRUE(image->isGrey());
    EXPECT_EQ(image->pixels.samples<std::uint8_t>()[11], 220);
}

TEST_F(ImageFileTest, WritingSaysWhereItFailed) {
    const auto written = writePng("/nonexistent/a.png", ramp<std::uint8_t>(2, 2, 1, SampleType::u8, 1));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, ErrorCode::writeFailed);
    EXPECT_EQ(written.error().path, "/nonexistent/a.png");
}

TEST_F(ImageFileTest, JpegKeepsGreyGreyAndColourColour) {
    const auto grey = decodeImage(encodeJpeg(ramp<std::uint8_t>(16, 8, 1, SampleType::u8, 1), JCS_GRAYSCALE));
    ASSERT_TRUE(grey) << core::describe(grey.error());
    EXPECT_TRUE(grey->isGrey());
    EXPECT_NEAR(grey->pixels.samples<std::uint8_t>()[100], 100, 2);
    std::vector<std::uint8_t> red;
    for (int i = 0; i < 64; ++i)
        red.insert(red.end(), {200, 30, 10});
    const auto colour =
        decodeImage(encodeJpeg(PixelBuffer::fromVector(8, 8, 3, SampleType::u8, red), JCS_RGB));
    ASSERT_TRUE(colour);
    ASSERT_EQ(colour->pixels.channels(), 3);
    EXPECT_NEAR(colour->pixels.samples<std::uint8_t>()[0], 200, 3);
    EXPECT_NEAR(colour->pixels.samples<std::uint8_t>()[1], 30, 3);
}

TEST_F(ImageFileTest, CmykJpegBecomesRgb) {
    std::vector<std::uint8_t> inks; // Adobe's way: 255 is no ink
    for (int i = 0; i < 64; ++i)
        inks.insert(inks.end(), {255, 128, 0, 255});
    const auto image =
        decodeImage(encodeJpeg(PixelBuffer::fromVector(8, 8, 4, SampleType::u8, inks), JCS_CMYK));
    ASSERT_TRUE(image) << core::describe(image.error());
    const auto rgb = image->pixels.samples<std::uint8_t>();
    EXPECT_NEAR(rgb[0], 255, 3);
    EXPECT_NEAR(rgb[1], 128, 3);
    EXPECT_NEAR(rgb[2], 0, 3);
}

TEST_F(ImageFileTest, TiffGreyKeepsItsValues) {
    for (const std::uint16_t compression : {COMPRESSION_NONE, COMPRESSION_LZW, COMPRESSION_ADOBE_DEFLATE})
        for (const auto& pixels : {ramp<std::uint8_t>(9, 6, 1, SampleType::u8, 4),
                                   ramp<std::uint16_t>(9, 6, 1, SampleType::u16, 1200)}) {
            const auto image =
                decodeImage(encodeTiff(path("a.tif"), pixels, {PHOTOMETRIC_MINISBLACK, false, compression}));
            ASSERT_TRUE(image) << core::describe(image.error());
            expectSamePixels(image->pixels, pixels);
        }
}

TEST_F(ImageFileTest, TiffWhereTheLowestValueIsWhiteIsTurnedRound) {
    const auto image = decodeImage(encodeTiff(
        path("a.tif"), ramp<std::uint16_t>(2, 1, 1, SampleType::u16, 65535), {PHOTOMETRIC_MINISWHITE}));
    ASSERT_TRUE(image);
    EXPECT_THAT(image->pixels.samples<std::uint16_t>(), ::testing::ElementsAre(65535, 0));
}

TEST_F(ImageFileTest, TiledTiffIsReadWhole) {
    const auto pixels = PixelBuffer::fromVector(40, 20, 1, SampleType::u8, std::vector<std::uint8_t>(800, 9));
    const auto image = decodeImage(encodeTiff(path("a.tif"), pixels, {PHOTOMETRIC_MINISBLACK, true}));
    ASSERT_TRUE(image) << core::describe(image.error());
    expectSamePixels(image->pixels, pixels);
}

TEST_F(ImageFileTest, TiffColourIsRgb) {
    const auto pixels = ramp<std::uint8_t>(5, 4, 3, SampleType::u8, 4);
    const auto image = decodeImage(encodeTiff(path("a.tif"), pixels, {PHOTOMETRIC_RGB}));
    ASSERT_TRUE(image) << core::describe(image.error());
    expectSamePixels(image->pixels, pixels);
}

TEST_F(ImageFileTest, TheHeaderAloneTellsTheSize) {
    const auto info = readImageInfo(pngOf(ramp<std::uint16_t>(7, 5, 1, SampleType::u16, 1)));
    ASSERT_TRUE(info);
    EXPECT_EQ(info->width, 7);
    EXPECT_EQ(info->height, 5);
    EXPECT_EQ(info->bits, 16);
}

TEST_F(ImageFileTest, TextIsNotRecognised) {
    const std::string text = "not a picture";
    EXPECT_EQ(decodeImage(std::as_bytes(std::span(text))).error().code, ErrorCode::notRecognised);
    EXPECT_EQ(decodeImage({}).error().code, ErrorCode::notRecognised);
}

TEST_F(ImageFileTest, MorePixelsThanAllowedAreRefused) {
    EXPECT_EQ(decodeImage(pngOf(ramp<std::uint8_t>(20, 20, 1, SampleType::u8, 1)), 399).error().code,
              ErrorCode::limitExceeded);
}

TEST_F(ImageFileTest, AHeaderThatAnnouncesMoreThanTheFileCanHoldIsRefused) {
    auto png = pngOf(ramp<std::uint8_t>(2, 2, 1, SampleType::u8, 1));
    // IHDR of 19000 x 19000 with its own checksum, in front of the data of four pixels
    const std::array<unsigned char, 17> header{'I', 'H',  'D',  'R', 0, 0, 0x4a, 0x38, 0,
                                               0,   0x4a, 0x38, 8,   0, 0, 0,    0};
    std::uint32_t crc = 0xffffffff;
    for (const auto byte : header) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit)
            crc = crc >> 1 ^ (crc & 1 ? 0xedb88320 : 0);
    }
    for (std::size_t i = 0; i < header.size(); ++i)
        png[12 + i] = std::byte(header[i]);
    for (int i = 0; i < 4; ++i)
        png[29 + std::size_t(i)] = std::byte(~crc >> (24 - 8 * i) & 0xff);
    const auto image = decodeImage(png);
    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().code, ErrorCode::damaged);
}

/// Cut anywhere and with single bytes changed, a file gives an image or an error, never a crash; cut short,
/// always an error.
void expectRobust(const core::Bytes& file) {
    for (std::size_t length = 0; length < file.size() - 2; length += 1 + file.size() / 97) {
        const auto image = decodeImage(std::span(file).first(length));
        EXPECT_FALSE(image) << "cut at " << length << " of " << file.size();
    }
    std::mt19937 generator(3);
    for (int i = 0; i < 300; ++i) {
        auto broken = file;
        broken[generator() % broken.size()] = std::byte(generator());
        (void)decodeImage(broken, 1'000'000);
    }
}

TEST_F(ImageFileTest, BrokenPngsNeverCrash) {
    expectRobust(pngOf(ramp<std::uint16_t>(30, 20, 1, SampleType::u16, 977)));
}

TEST_F(ImageFileTest, BrokenJpegsNeverCrash) {
    expectRobust(encodeJpeg(ramp<std::uint8_t>(40, 40, 1, SampleType::u8, 7), JCS_GRAYSCALE));
}

TEST_F(ImageFileTest, BrokenTiffsNeverCrash) {
    const auto file = encodeTiff(path("a.tif"), ramp<std::uint8_t>(30, 20, 1, SampleType::u8, 5),
                                 {PHOTOMETRIC_MINISBLACK, false, COMPRESSION_LZW});
    std::mt19937 generator(3);
    for (std::size_t length = 0; length < file.size(); length += 5)
        (void)decodeImage(std::span(file).first(length));
    for (int i = 0; i < 300; ++i) {
        auto broken = file;
        broken[generator() % broken.size()] = std::byte(generator());
        (void)decodeImage(broken, 1'000'000);
    }
}

TEST_F(ImageFileTest, AFileThatEndsEarlyIsCalledTruncated) {
    const auto png = pngOf(ramp<std::uint8_t>(100, 100, 1, SampleType::u8, 7));
    EXPECT_EQ(decodeImage(std::span(png).first(png.size() / 2)).error().code, ErrorCode::truncated);
    const auto jpeg = encodeJpeg(ramp<std::uint8_t>(100, 100, 1, SampleType::u8, 7), JCS_GRAYSCALE);
    EXPECT_EQ(decodeImage(std::span(jpeg).first(jpeg.size() / 2)).error().code, ErrorCode::truncated);
    const auto tiff = encodeTiff(path("a.tif"), ramp<std::uint16_t>(100, 100, 1, SampleType::u16, 7), {});
    auto cut = decodeImage(std::span(tiff).first(tiff.size() / 2));
    ASSERT_FALSE(cut);
}

} // namespace
} // namespace pleurascope::imaging
