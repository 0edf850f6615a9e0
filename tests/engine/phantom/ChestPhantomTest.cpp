// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/ChestPhantom.h"

#include "engine/core/Sha256.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace pleurascope::phantom {
namespace {

constexpr int size = 192;

PhantomSpec specOf(std::uint32_t seed, double right, double left) {
    PhantomSpec spec;
    spec.seed = seed;
    spec.filmSeed = seed + 1;
    spec.rightAmount = right;
    spec.leftAmount = left;
    spec.side = right > 0 ? (left > 0 ? EffusionSide::both : EffusionSide::right)
                          : (left > 0 ? EffusionSide::left : EffusionSide::none);
    return spec;
}

/// Mean of a part of the picture, edges as shares of its size.
double meanOf(const core::PixelBuffer& film, double left, double top, double right, double bottom) {
    const auto samples = film.samples<std::uint16_t>();
    double sum = 0;
    int count = 0;
    for (int row = int(top * film.height()); row < int(bottom * film.height()); ++row)
        for (int column = int(left * film.width()); column < int(right * film.width()); ++column, ++count)
            sum += samples[std::size_t(row) * std::size_t(film.width()) + std::size_t(column)];
    return sum / count;
}

// The lower lateral lung of the patient's right (at the left of the picture) and left side.
double rightBase(const core::PixelBuffer& film) {
    return meanOf(film, 0.18, 0.50, 0.34, 0.66);
}
double leftBase(const core::PixelBuffer& film) {
    return meanOf(film, 0.66, 0.50, 0.82, 0.66);
}

TEST(ChestPhantomTest, ThePixelsOfASpecNeverChange) {
    const auto film = drawChest(specOf(1, 0.3, 0), 128);
    EXPECT_EQ(core::sha256(film.bytes()), "349e241b877bb032c8975b43debe789a6b336105e18aa3af907f33e1a4f8898a");
}

TEST(ChestPhantomTest, TheSameSpecGivesTheSamePixelsAndAnotherSeedOthers) {
    const auto film = drawChest(specOf(5, 0, 0.4), size);
    const auto again = drawChest(specOf(5, 0, 0.4), size);
    EXPECT_TRUE(std::ranges::equal(film.bytes(), again.bytes()));
    EXPECT_FALSE(std::ranges::equal(film.bytes(), drawChest(specOf(6, 0, 0.4), size).bytes()));
    auto other = specOf(5, 0, 0.4);
    other.filmSeed = 99;
    EXPECT_FALSE(std::ranges::equal(film.bytes(), drawChest(other, size).bytes()));
}

TEST(ChestPhantomTest, AFilmIsGreyOfTwelveBits) {
    const auto film = drawChest(specOf(2, 0, 0), size);
    EXPECT_EQ(film.width(), size);
    EXPECT_EQ(film.height(), size);
    EXPECT_EQ(film.channels(), 1);
    ASSERT_EQ(film.type(), core::SampleType::u16);
    const auto samples = film.samples<std::uint16_t>();
    EXPECT_LE(*std::max_element(samples.begin(), samples.end()), 4095);
    EXPECT_GE(*std::max_element(samples.begin(), samples.end()), 3500);
    EXPECT_LE(*std::min_element(samples.begin(), samples.end()), 100);
}

TEST(ChestPhantomTest, LungsAreDarkHeartAndAbdomenBright) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto film = drawChest(specOf(seed, 0, 0), size);
        const double abdomen = meanOf(film, 0.35, 0.85, 0.65, 0.95);
        const double heart = meanOf(film, 0.52, 0.50, 0.58, 0.58);
        const double lungs =
            (meanOf(film, 0.25, 0.38, 0.36, 0.48) + meanOf(film, 0.68, 0.38, 0.78, 0.48)) / 2;
        EXPECT_GT(heart, 1.6 * lungs) << seed;
        EXPECT_GT(abdomen, 1.8 * lungs) << seed;
    }
}

TEST(ChestPhantomTest, AnEffusionWhitensItsOwnSideAndNotTheOther) {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto clear = drawChest(specOf(seed, 0, 0), size);
        const auto right = drawChest(specOf(seed, 0.45, 0), size);
        const auto left = drawChest(specOf(seed, 0, 0.45), size);
        EXPECT_GT(rightBase(right), rightBase(clear) + 500) << seed;
        EXPECT_NEAR(leftBase(right), leftBase(clear), 60) << seed;
        EXPECT_GT(leftBase(left), leftBase(clear) + 500) << seed;
        EXPECT_NEAR(rightBase(left), rightBase(clear), 60) << seed;
    }
}

TEST(ChestPhantomTest, MoreFluidIsNeverDarker) {
    for (const std::uint32_t seed : {3U, 4U}) {
        double before = 0;
        for (const double amount : {0.0, 0.2, 0.4, 0.6, 0.8}) {
            const auto film = drawChest(specOf(seed, amount, 0), size);
            const double now = meanOf(film, 0.18, 0.30, 0.34, 0.70);
            EXPECT_GE(now, before) << amount;
            before = now;
        }
    }
}

TEST(ChestPhantomTest, AMassiveEffusionPushesTheHeartToTheOtherSide) {
    const auto clear = drawChest(specOf(8, 0, 0), size);
    const auto massive = drawChest(specOf(8, 1, 0), size);
    EXPECT_GT(meanOf(massive, 0.66, 0.40, 0.72, 0.52), meanOf(clear, 0.66, 0.40, 0.72, 0.52) + 150);
    EXPECT_GT(meanOf(massive, 0.25, 0.30, 0.36, 0.60), 2000);
}

TEST(ChestPhantomTest, TheMarkerStandsAtThePatientsRightShoulder) {
    auto spec = specOf(9, 0, 0);
    const auto marked = drawChest(spec, size);
    spec.marker = false;
    const auto plain = drawChest(spec, size);
    const auto left = marked.samples<std::uint16_t>();
    const auto right = plain.samples<std::uint16_t>();
    int changed = 0;
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            const auto place = std::size_t(row) * size + std::size_t(column);
            if (left[place] == right[place])
                continue;
            ++changed;
            EXPECT_LT(column, size / 4);
            EXPECT_LT(row, size / 4);
        }
    EXPECT_GT(changed, 20);
}

TEST(RandomSpecTest, AmountsMatchTheSideAndSpreadFromSmallToMassive) {
    double smallest = 1;
    double largest = 0;
    std::set<EffusionSide> sides;
    for (std::uint32_t index = 0; index < 300; ++index) {
        EXPECT_EQ(randomSpec(1, index, false).side, EffusionSide::none);
        const auto spec = randomSpec(1, index, true);
        sides.insert(spec.side);
        const bool hasRight = spec.side == EffusionSide::right || spec.side == EffusionSide::both;
        const bool hasLeft = spec.side == EffusionSide::left || spec.side == EffusionSide::both;
        EXPECT_EQ(spec.rightAmount > 0, hasRight);
        EXPECT_EQ(spec.leftAmount > 0, hasLeft);
        smallest = std::min(smallest, std::max(spec.rightAmount, spec.leftAmount));
        largest = std::max({largest, spec.rightAmount, spec.leftAmount});
    }
    EXPECT_EQ(sides, (std::set{EffusionSide::right, EffusionSide::left, EffusionSide::both}));
    EXPECT_LT(smallest, 0.15);
    EXPECT_GT(largest, 0.9);
    EXPECT_NE(randomSpec(1, 0, true).seed, randomSpec(2, 0, true).seed);
    EXPECT_NE(randomSpec(1, 0, true).seed, randomSpec(1, 1, true).seed);
}

} // namespace
} // namespace pleurascope::phantom
