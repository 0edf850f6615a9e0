// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/SealedMemory.h"

#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

#include <fcntl.h>
#include <sys/mman.h>

namespace pleurascope::intake {
namespace {

core::Descriptor sealed(std::string_view content) {
    auto file = newMemory();
    EXPECT_TRUE(writeMemory(*file, 0, test::bytesOf(content)));
    EXPECT_TRUE(sealMemory(*file));
    return std::move(*file);
}

std::string textOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST(SealedMemoryTest, ArrivesUnchanged) {
    const auto mapped = mapSealedMemory(sealed("pixels"));
    ASSERT_TRUE(mapped);
    EXPECT_EQ(textOf(mapped->bytes), "pixels");
}

TEST(SealedMemoryTest, TakesPartsBeyondItsEnd) {
    const auto file = newMemory();
    ASSERT_TRUE(writeMemory(*file, 0, test::bytesOf("pix")));
    ASSERT_TRUE(writeMemory(*file, alignedInMemory(3), test::bytesOf("bits")));
    ASSERT_TRUE(sealMemory(*file));
    EXPECT_EQ(textOf(mapSealedMemory(*file)->bytes), std::string("pix\0\0\0\0\0bits", 12));
}

TEST(SealedMemoryTest, CanNoLongerBeChanged) {
    const auto file = sealed("12345678");
    EXPECT_LT(::pwrite(file.get(), "x", 1, 0), 0);
    EXPECT_NE(::ftruncate(file.get(), 0), 0);
    EXPECT_NE(::ftruncate(file.get(), 100), 0);
    EXPECT_EQ(::mmap(nullptr, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file.get(), 0), MAP_FAILED);
    EXPECT_FALSE(writeMemory(file, 0, test::bytesOf("x")));
}

TEST(SealedMemoryTest, IsRefusedUnlessSealed) {
    const core::Descriptor file(::memfd_create("test", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    ASSERT_EQ(::ftruncate(file.get(), 8), 0);
    EXPECT_FALSE(mapSealedMemory(file));
    ASSERT_EQ(::fcntl(file.get(), F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW), 0);
    EXPECT_FALSE(mapSealedMemory(file));
    ASSERT_EQ(::fcntl(file.get(), F_ADD_SEALS, F_SEAL_WRITE), 0);
    EXPECT_TRUE(mapSealedMemory(file));
}

TEST(SealedMemoryTest, IsRefusedFromAnyOtherFileAndWhereItIsEmpty) {
    EXPECT_FALSE(mapSealedMemory(core::Descriptor()));
    EXPECT_FALSE(mapSealedMemory(core::Descriptor(::open("/dev/zero", O_RDONLY))));
    EXPECT_FALSE(mapSealedMemory(sealed("")));
}

TEST(SealedMemoryTest, CannotBeSealedWhileSomebodyMayWrite) {
    const auto file = newMemory();
    ASSERT_EQ(::ftruncate(file->get(), 8), 0);
    void* address = ::mmap(nullptr, 8, PROT_READ | PROT_WRITE, MAP_SHARED, file->get(), 0);
    ASSERT_NE(address, MAP_FAILED);
    EXPECT_FALSE(sealMemory(*file));
    ::munmap(address, 8);
    EXPECT_TRUE(sealMemory(*file));
}

} // namespace
} // namespace pleurascope::intake
