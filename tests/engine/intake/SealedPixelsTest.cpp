// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/SealedPixels.h"

#include <gmock/gmock.h>

#include <fcntl.h>
#include <sys/mman.h>

namespace pleurascope::intake {
namespace {

using core::PixelBuffer;
using core::SampleType;

PixelBuffer pixels() {
    return PixelBuffer::fromVector<std::uint16_t>(2, 2, 1, SampleType::u16, {1, 2, 3, 65535});
}

constexpr PixelShape shape{2, 2, 1, SampleType::u16};

TEST(SealedPixelsTest, ArriveUnchanged) {
    const auto file = sealPixels(pixels());
    ASSERT_TRUE(file);
    const auto mapped = mapSealedPixels(*file, shape);
    ASSERT_TRUE(mapped);
    EXPECT_THAT(mapped->samples<std::uint16_t>(), ::testing::ElementsAre(1, 2, 3, 65535));
}

TEST(SealedPixelsTest, CanNoLongerBeChanged) {
    const auto file = sealPixels(pixels());
    ASSERT_TRUE(file);
    EXPECT_LT(::pwrite(file->get(), "x", 1, 0), 0);
    EXPECT_NE(::ftruncate(file->get(), 0), 0);
    EXPECT_NE(::ftruncate(file->get(), 100), 0);
    EXPECT_EQ(::mmap(nullptr, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file->get(), 0), MAP_FAILED);
}

TEST(SealedPixelsTest, AreRefusedWithAnotherSizeThanClaimed) {
    const auto file = sealPixels(pixels());
    ASSERT_TRUE(file);
    EXPECT_FALSE(mapSealedPixels(*file, {2, 3, 1, SampleType::u16}));
    EXPECT_FALSE(mapSealedPixels(*file, {1, 1, 1, SampleType::u8}));
    EXPECT_FALSE(mapSealedPixels(*file, {1'000'000, 1'000'000, 3, SampleType::f64}));
}

TEST(SealedPixelsTest, AreRefusedUnlessSealed) {
    const Descriptor file(::memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    ASSERT_EQ(::ftruncate(file.get(), 8), 0);
    EXPECT_FALSE(mapSealedPixels(file, shape));
    ASSERT_EQ(::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW), 0);
    EXPECT_FALSE(mapSealedPixels(file, shape));
    ASSERT_EQ(::fcntl(file.get(), F_ADD_SEALS, F_SEAL_WRITE), 0);
    EXPECT_TRUE(mapSealedPixels(file, shape));
}

TEST(SealedPixelsTest, AreRefusedFromAnyOtherFile) {
    EXPECT_FALSE(mapSealedPixels(Descriptor(), shape));
    EXPECT_FALSE(mapSealedPixels(Descriptor(::open("/dev/zero", O_RDONLY)), shape));
}

} // namespace
} // namespace pleurascope::intake
