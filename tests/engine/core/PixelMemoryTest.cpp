// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PixelMemory.h"

#include "engine/core/AddressSanitizer.h"

#include <gtest/gtest.h>

#include <cstring>
#include <vector>

namespace pleurascope::core {
namespace {

constexpr std::size_t film = 18'000'000;

TEST(PixelMemoryTest, MemoryThatWasLetGoIsTakenAgain) {
    if (hasAddressSanitizer)
        GTEST_SKIP() << "nothing is kept, so that what is used too late is seen";
    auto first = newPixelMemory(film);
    const auto* address = first.get();
    const auto second = newPixelMemory(film);
    EXPECT_NE(second.get(), address);
    first.reset();
    EXPECT_EQ(newPixelMemory(film - 1000).get(), address);
    EXPECT_NE(newPixelMemory(2 * film).get(), address);
    EXPECT_NE(newPixelMemory(film / 2).get(), address) << "most of it would lie idle";
}

TEST(PixelMemoryTest, NoTwoOwnersHaveTheSame) {
    std::vector<std::shared_ptr<std::byte[]>> blocks;
    for (int round = 0; round < 4; ++round) {
        for (int i = 0; i < 8; ++i) {
            blocks.push_back(newPixelMemory(film + std::size_t(i) * 1'000'000));
            std::memset(blocks.back().get(), i + 1, film);
        }
        for (int i = 0; i < 8; ++i) {
            EXPECT_EQ(std::to_integer<int>(blocks[std::size_t(i)][0]), i + 1);
            EXPECT_EQ(std::to_integer<int>(blocks[std::size_t(i)][film - 1]), i + 1);
        }
        blocks.clear(); // more than is kept
    }
}

} // namespace
} // namespace pleurascope::core
