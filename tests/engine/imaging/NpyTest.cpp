// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Npy.h"

#include "tests/golden/NpyFile.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <cstring>
#include <fstream>

namespace pleurascope::imaging {
namespace {

TEST(NpyTest, WritesRowsAndColumnsInCOrder) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "map.npy";
    ASSERT_TRUE(writeNpy(
        file, core::PixelBuffer::fromVector<float>(3, 2, 1, core::SampleType::f32, {1, 2, 3, 4, 5, -6.5f})));
    const auto read = pleurascope::testing::readNpy(file);
    EXPECT_THAT(read.shape, ::testing::ElementsAre(2, 3));
    EXPECT_THAT(read.values, ::testing::ElementsAre(1, 2, 3, 4, 5, -6.5));
}

TEST(NpyTest, StoredValuesAreWidenedAndColourKeepsItsChannels) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "stored.npy";
    const auto stored =
        core::PixelBuffer::fromVector<std::int16_t>(2, 1, 1, core::SampleType::s16, {-300, 7});
    ASSERT_TRUE(writeNpy(file, widenedToS32(stored)));
    std::ifstream written(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(written)), {});
    EXPECT_THAT(bytes, ::testing::HasSubstr("'descr': '<i4', 'fortran_order': False, 'shape': (1, 2), }"));
    std::int32_t first = 0;
    std::memcpy(&first, bytes.data() + bytes.size() - 8, 4);
    EXPECT_EQ(first, -300);

    const auto rgb = core::PixelBuffer::fromVector<std::uint8_t>(1, 1, 3, core::SampleType::u8, {1, 2, 3});
    ASSERT_TRUE(writeNpy(file, widenedToS32(rgb)));
    std::ifstream colour(file, std::ios::binary);
    const std::string rgbBytes((std::istreambuf_iterator<char>(colour)), {});
    EXPECT_THAT(rgbBytes,
                ::testing::HasSubstr("'descr': '|u1', 'fortran_order': False, 'shape': (1, 1, 3), }"));
}

TEST(NpyTest, TheDataBeginAtAMultipleOf64) {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "map.npy";
    ASSERT_TRUE(writeNpy(file, core::PixelBuffer::fromVector<float>(1, 1, 1, core::SampleType::f32, {1})));
    EXPECT_EQ((std::filesystem::file_size(file) - 4) % 64, 0u);
}

TEST(NpyTest, AFolderThatIsNotThereIsAnError) {
    const auto written = writeNpy("/nonexistent/map.npy",
                                  core::PixelBuffer::fromVector<float>(1, 1, 1, core::SampleType::f32, {1}));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, core::ErrorCode::writeFailed);
}

} // namespace
} // namespace pleurascope::imaging
