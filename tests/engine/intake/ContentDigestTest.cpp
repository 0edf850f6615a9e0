// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ContentDigest.h"

#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::intake {
namespace {

using namespace std::string_literals;

class ContentDigestTest : public ::testing::Test {
protected:
    [[nodiscard]] std::string digestOf(const std::string& content) const {
        const auto digest = contentDigest(m_folder.write("file", content));
        EXPECT_EQ(contentDigest(std::as_bytes(std::span(content))), digest);
        return digest;
    }
    /// A DICOM file's bytes: preamble, meta header, data set.
    [[nodiscard]] static std::string dicom(const std::string& meta, const std::string& dataSet) {
        const std::string length{char(meta.size()), 0, 0, 0};
        return std::string(128, '\0') + "DICM" + "\2\0\0\0UL\4\0"s + length + meta + dataSet;
    }
    test::TemporaryFolder m_folder;
    const std::string m_pixels = std::string(300'000, 'p');
};

TEST_F(ContentDigestTest, ATrueCopyHasTheSameDigest) {
    EXPECT_EQ(digestOf(m_pixels), digestOf(m_pixels));
    EXPECT_EQ(digestOf(m_pixels).size(), 64u);
}

TEST_F(ContentDigestTest, TheMetaHeaderDoesNotCount) {
    EXPECT_EQ(digestOf(dicom("one program", "tags" + m_pixels)),
              digestOf(dicom("another one", "tags" + m_pixels)));
    EXPECT_EQ(digestOf(dicom("a", "tags" + m_pixels)), digestOf(dicom("longer", "tags" + m_pixels)));
}

TEST_F(ContentDigestTest, OneChangedTagGivesAnotherDigest) {
    EXPECT_NE(digestOf(dicom("a", "view PA" + m_pixels)), digestOf(dicom("a", "view XX" + m_pixels)));
}

TEST_F(ContentDigestTest, OtherPixelsAndLengthsGiveOtherDigests) {
    EXPECT_NE(digestOf("tags" + m_pixels), digestOf("tags" + std::string(300'000, 'q')));
    EXPECT_NE(digestOf("tags" + m_pixels), digestOf("tags" + m_pixels + "p"));
    std::string lastChanged = m_pixels;
    lastChanged.back() = 'q';
    EXPECT_NE(digestOf(m_pixels), digestOf(lastChanged));
}

TEST_F(ContentDigestTest, ShortFilesCountAsAWhole) {
    EXPECT_NE(digestOf("abc"), digestOf("abd"));
    EXPECT_FALSE(digestOf("").empty());
    EXPECT_FALSE(digestOf(dicom("a", "").substr(0, 143)).empty());
}

TEST_F(ContentDigestTest, AFileThatIsGoneHasNone) {
    EXPECT_EQ(contentDigest(m_folder.path() / "none"), "");
}

} // namespace
} // namespace pleurascope::intake
