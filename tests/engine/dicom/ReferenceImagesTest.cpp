// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"
#include "engine/imaging/GreyScale.h"
#include "tests/support/SharedFolder.h"

#include <gmock/gmock.h>

#include <cmath>

namespace pleurascope::dicom {
namespace {

using core::PixelBuffer;

/// Images whose true pixels are known, from public corpora in ../shared/dicom.
class ReferenceImagesTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(m_folder))
            GTEST_SKIP() << "needs ../shared/dicom";
    }
    [[nodiscard]] DicomFilm read(const std::string& relative, int frame = 0) const {
        auto film = readFilm(m_folder / relative, frame);
        EXPECT_TRUE(film) << core::describe(film.error());
        return film ? std::move(*film) : DicomFilm{};
    }
    /// NEMA WG-04 compression samples: "REF/CT1_UNC".
    [[nodiscard]] DicomFilm readWg04(const std::string& name) const {
        return read("conformance/robyoung-dicom-test-files/data/WG04/" + name);
    }

    std::filesystem::path m_folder = test::sharedFolder() / "dicom";
};

double largestDifference(const PixelBuffer& a, const PixelBuffer& b) {
    if (a.bytes().size() != b.bytes().size() || a.type() != b.type())
        return INFINITY;
    if (a.type() != core::SampleType::s16 && a.type() != core::SampleType::u16)
        return std::equal(a.bytes().begin(), a.bytes().end(), b.bytes().begin()) ? 0 : INFINITY;
    double largest = 0;
    for (std::size_t i = 0; i < a.sampleCount(); ++i)
        largest = std::max(
            largest, std::abs(double(a.samples<std::int16_t>()[i]) - double(b.samples<std::int16_t>()[i])));
    return largest;
}

TEST_F(ReferenceImagesTest, LosslessCodesEqualTheUncompressedOriginals) {
    for (const std::string name : {"CT1", "NM1", "RG3", "XA1"}) {
        const auto reference = readWg04("REF/" + name + "_UNC");
        for (const std::string code : {"RLE", "JPLL", "JLSL", "J2KR"}) {
            const auto file = code + '/' + name + '_' + code;
            if (!std::filesystem::exists(m_folder / "conformance/robyoung-dicom-test-files/data/WG04" / file))
                continue;
            EXPECT_EQ(largestDifference(readWg04(file).image.pixels, reference.image.pixels), 0) << file;
        }
    }
}

TEST_F(ReferenceImagesTest, NearLosslessStaysWithinFour) {
    for (const std::string name : {"CT1", "NM1", "RG3", "XA1"}) {
        const auto reference = readWg04("REF/" + name + "_UNC");
        EXPECT_LE(largestDifference(readWg04("JLSN/" + name + "_JLSN").image.pixels, reference.image.pixels),
                  4)
            << name;
    }
}

/// Files of one picture in several encodings, the first of them not encoded.
TEST_F(ReferenceImagesTest, LosslessEncodingsOfOnePictureAreOnePicture) {
    const std::string store = "conformance/pydicom-data/data_store/data/";
    const std::string files = "conformance/pydicom/src/pydicom/data/test_files/";
    const std::vector<std::vector<std::string>> pictures{
        {store + "MR2_UNCR.dcm", store + "MR2_J2KR.dcm"},
        {store + "US1_UNCR.dcm", store + "US1_J2KR.dcm"},
        {"conformance/robyoung-dicom-test-files/data/WG04/REF/RG3_UNC", store + "RG3_J2KR.dcm"},
        {store + "693_UNCR.dcm", store + "693_J2KR.dcm"},
        {store + "emri_small.dcm", store + "emri_small_RLE.dcm", store + "emri_small_big_endian.dcm",
         store + "emri_small_jpeg_2k_lossless.dcm", store + "emri_small_jpeg_ls_lossless.dcm"},
        {store + "liver.dcm", store + "liver_expb.dcm", store + "liver_rle.dcm", store + "liver_j2k.dcm",
         store + "liver_deflate.dcm"},
        {store + "liver_nonbyte_aligned.dcm", store + "liver_nonbyte_aligned_rle.dcm",
         store + "liver_nonbyte_aligned_j2k.dcm", store + "liver_nonbyte_aligned_deflate.dcm"},
        {store + "OBXXXX1A.dcm", store + "OBXXXX1A_expb.dcm", store + "OBXXXX1A_rle.dcm"},
        {store + "JLSL_RGB_ILV0.dcm", store + "JLSL_RGB_ILV1.dcm", store + "JLSL_RGB_ILV2.dcm"},
        {files + "MR_small.dcm", files + "MR_small_RLE.dcm", files + "MR_small_bigendian.dcm",
         files + "MR_small_implicit.dcm", files + "MR_small_jpeg_ls_lossless.dcm",
         files + "MR_small_padded.dcm"},
        {files + "SC_rgb_small_odd.dcm", files + "SC_rgb_small_odd_big_endian.dcm"},
        {files + "rtdose.dcm", files + "rtdose_expb.dcm", files + "rtdose_rle.dcm"},
    };
    for (const auto& picture : pictures)
        for (std::size_t i = 1; i < picture.size(); ++i)
            for (const int frame : {0, read(picture[0]).instance.frames - 1})
                EXPECT_EQ(largestDifference(read(picture[i], frame).image.pixels,
                                            read(picture[0], frame).image.pixels),
                          0)
                    << picture[i] << ", frame " << frame;
}

TEST_F(ReferenceImagesTest, HighThroughputJpeg2000IsNearItsLosslessSelf) {
    const std::string store = "conformance/pydicom-data/data_store/data/";
    const auto lossless = read(store + "HTJ2KLossless_08_RGB.dcm").image.pixels;
    const auto lossy = read(store + "HTJ2K_08_RGB.dcm").image.pixels;
    ASSERT_EQ(lossless.sampleCount(), 480 * 640 * 3);
    ASSERT_EQ(lossy.sampleCount(), lossless.sampleCount());
    double sum = 0;
    for (std::size_t i = 0; i < lossy.sampleCount(); ++i)
        sum += std::abs(lossy.samples<std::uint8_t>()[i] - lossless.samples<std::uint8_t>()[i]);
    EXPECT_LT(sum / double(lossy.sampleCount()), 3);
}

TEST_F(ReferenceImagesTest, OneSliceInTenTransferSyntaxesIsOneSlice) {
    const std::string start = "conformance/cornerstoneWADO/testImages/CTImage.dcm_";
    const auto reference = read(start + "LittleEndianExplicitTransferSyntax_1.2.840.10008.1.2.1.dcm");
    for (const auto* name : {"LittleEndianImplicitTransferSyntax_1.2.840.10008.1.2.dcm",
                             "BigEndianExplicitTransferSyntax_1.2.840.10008.1.2.2.dcm",
                             "DeflatedExplicitVRLittleEndianTransferSyntax_1.2.840.10008.1.2.1.99.dcm",
                             "RLELosslessTransferSyntax_1.2.840.10008.1.2.5.dcm",
                             "JPEGProcess14TransferSyntax_1.2.840.10008.1.2.4.57.dcm",
                             "JPEGProcess14SV1TransferSyntax_1.2.840.10008.1.2.4.70.dcm",
                             "JPEGLSLosslessTransferSyntax_1.2.840.10008.1.2.4.80.dcm",
                             "JPEG2000LosslessOnlyTransferSyntax_1.2.840.10008.1.2.4.90.dcm"})
        EXPECT_EQ(largestDifference(read(start + name).image.pixels, reference.image.pixels), 0) << name;
}

TEST_F(ReferenceImagesTest, PolarityFollowsThePhotometricInterpretationAlone) {
    const auto expected = imaging::renderDefault(read("hostile/40_MONOCHROME2_PLUT_none.dcm").image);
    for (const std::string shape : {"IDENTITY", "INVERSE", "none"}) {
        const auto positive =
            imaging::renderDefault(read("hostile/40_MONOCHROME2_PLUT_" + shape + ".dcm").image);
        const auto negative =
            imaging::renderDefault(read("hostile/40_MONOCHROME1_PLUT_" + shape + ".dcm").image);
        for (std::size_t i = 0; i < expected.sampleCount(); ++i) {
            ASSERT_EQ(positive.samples<std::uint8_t>()[i], expected.samples<std::uint8_t>()[i]) << shape;
            ASSERT_EQ(negative.samples<std::uint8_t>()[i], 255 - expected.samples<std::uint8_t>()[i])
                << shape;
        }
    }
}

/// Ten horizontal bars of ten rows: the colour in the middle of each, away from the edges that lossy chroma
/// blurs.
std::vector<int> barColours(const DicomFilm& film) {
    std::vector<int> colours;
    const auto samples = film.image.pixels.samples<std::uint8_t>();
    for (std::size_t row = 5; row < 100; row += 10)
        for (std::size_t c = 0; c < 3; ++c)
            colours.push_back(samples[(row * 100 + 50) * 3 + c]);
    return colours;
}

TEST_F(ReferenceImagesTest, ColourBarsHaveTheirColoursInEveryEncoding) {
    const auto store = m_folder / "conformance/pydicom-data/data_store/data";
    const auto expected = barColours(*readFilm(store / "SC_rgb.dcm"));
    int files = 0;
    for (const auto& folder : {store, m_folder / "conformance/pydicom/src/pydicom/data/test_files"})
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (!entry.path().filename().string().starts_with("SC_rgb"))
                continue;
            const auto film = readFilm(entry.path());
            ASSERT_TRUE(film) << core::describe(film.error());
            if (film->image.pixels.width() != 100 || film->image.pixels.height() != 100)
                continue;
            ++files;
            const auto found = barColours(*film);
            for (std::size_t i = 0; i < expected.size(); ++i)
                EXPECT_NEAR(found[i], expected[i], 5) << entry.path() << ", bar " << i / 3;
        }
    EXPECT_GT(files, 25);
}

TEST_F(ReferenceImagesTest, NamesInOtherScriptsComeAsUtf8) {
    const std::string folder = "conformance/pydicom/src/pydicom/data/charset_files/";
    EXPECT_EQ(read(folder + "chrRuss.dcm").patient.name, "Люкceмбypг");
    EXPECT_EQ(read(folder + "chrGerm.dcm").patient.name, "Äneas^Rüdiger");
    EXPECT_EQ(read(folder + "chrX1.dcm").patient.name, "Wang^XiaoDong");
    EXPECT_EQ(read(folder + "chrX1.dcm").patient.ideographic, "王^小東");
    EXPECT_EQ(read(folder + "chrX2.dcm").patient.ideographic, "王^小东");
    EXPECT_EQ(read(folder + "chrH31.dcm").patient.ideographic, "山田^太郎");
    EXPECT_EQ(read(folder + "chrH32.dcm").patient.name, "ﾔﾏﾀﾞ^ﾀﾛｳ");
    EXPECT_EQ(read(folder + "chrH32.dcm").patient.phonetic, "やまだ^たろう");
    EXPECT_EQ(read(folder + "chrI2.dcm").patient.phonetic, "홍^길동");
}

} // namespace
} // namespace pleurascope::dicom
