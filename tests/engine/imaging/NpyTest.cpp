// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Npy.h"

#include "tests/golden/NpyFile.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

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
