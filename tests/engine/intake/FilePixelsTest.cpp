// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilePixels.h"

#include "engine/core/DecodedLimit.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <fcntl.h>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;

class FilePixelsTest : public ::testing::Test {
protected:
    [[nodiscard]] core::Descriptor fileOf(const std::string& bytes) const {
        return core::Descriptor(::open(m_folder.write("file", bytes).c_str(), O_RDONLY | O_CLOEXEC));
    }

    test::TemporaryFolder m_folder;
};

/// Larger than what is masked at once, and nowhere aligned.
TEST_F(FilePixelsTest, AreReadAndMaskedWhereverTheyLie) {
    constexpr int width = 777, height = 555;
    std::string bytes(3 + width * height * 2, '\xff');
    const auto pixels = readPixels(fileOf(bytes), {3, width, height, core::SampleType::s16, 12, 13});
    ASSERT_TRUE(pixels) << core::describe(pixels.error());
    ASSERT_EQ(pixels->sampleCount(), std::size_t(width * height));
    for (const auto sample : pixels->samples<std::int16_t>())
        ASSERT_EQ(sample, -1);
    const auto unsignedOnes = readPixels(fileOf(bytes), {3, width, height, core::SampleType::u16, 12, 13});
    ASSERT_TRUE(unsignedOnes);
    for (const auto sample : unsignedOnes->samples<std::uint16_t>())
        ASSERT_EQ(sample, 4095);
}

TEST_F(FilePixelsTest, PixelsThatTheFileDoesNotHaveAreRefusedBeforeMemoryIsTaken) {
    const auto beyond = readPixels(fileOf("123456"), {3, 2, 2, core::SampleType::u8, 8, 7});
    ASSERT_FALSE(beyond);
    EXPECT_EQ(beyond.error().code, ErrorCode::truncated);
    const auto huge = readPixels(
        fileOf("123456"), {INT64_MAX - core::defaultDecodedLimit, 32768, 65536, core::SampleType::u8, 8, 7});
    ASSERT_FALSE(huge);
    EXPECT_EQ(huge.error().code, ErrorCode::truncated);
}

TEST_F(FilePixelsTest, AFileThatCannotBeReadIsAnError) {
    const core::Descriptor writeOnly(::open(m_folder.write("file", "1234").c_str(), O_WRONLY | O_CLOEXEC));
    const auto pixels = readPixels(writeOnly, {0, 2, 2, core::SampleType::u8, 8, 7});
    ASSERT_FALSE(pixels);
    EXPECT_EQ(pixels.error().code, ErrorCode::fileUnreadable);
}

} // namespace
} // namespace pleurascope::intake
