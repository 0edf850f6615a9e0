// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Augmentation.h"

#include "engine/data/Shuffle.h"
#include "tests/golden/FillFormula.h"

#include <algorithm>
#include <atomic>
#include <gtest/gtest.h>
#include <set>
#include <thread>

namespace pleurascope::data {
namespace {

using core::PixelBuffer;

constexpr int films = 5;
constexpr int copies = 12;

PixelBuffer film(int k) {
    return PixelBuffer::fromVector(48, 40, 3, core::SampleType::u8, testing::filledImage(k, 40, 48));
}

AugmentationRecipe manySteps() {
    return {{{Rotate{10, 10}, 0.7},
             {Zoom{0.9, 1.2}, 0.5},
             {Shear{5, 5}, 0.5},
             {Skew{SkewKind::random, 0.1}, 0.5},
             {RandomDistortion{4, 4, 3}, 0.5},
             {Flip{FlipAxis::random}, 0.5},
             {RandomBrightness{0.8, 1.2}, 0.5},
             {RandomContrast{0.8, 1.2}, 0.5}},
            true};
}

std::string bytesOf(const PixelBuffer& pixels) {
    const auto samples = pixels.samples<std::uint8_t>();
    return std::to_string(pixels.width()) + ":" + std::string(samples.begin(), samples.end());
}

std::string copyOf(int k, int copy, std::uint32_t seed = 44) {
    return bytesOf(augment(film(k), manySteps(), seed, "film " + std::to_string(k), std::uint32_t(copy)));
}

/// All copies of all films, made by `threads` in an order that `seed` shuffles.
std::vector<std::string> madeBy(int threads, std::uint32_t seed) {
    const auto order = Shuffle(seed).permutation(films * copies);
    std::vector<std::string> made(order.size());
    std::atomic<std::size_t> next = 0;
    std::vector<std::jthread> workers;
    for (int t = 0; t < threads; ++t)
        workers.emplace_back([&] {
            for (std::size_t i = next++; i < order.size(); i = next++)
                made[std::size_t(order[i])] = copyOf(order[i] / copies, order[i] % copies + 1);
        });
    workers.clear();
    return made;
}

TEST(AugmentationTest, AnyNumberOfThreadsInAnyOrderMakesTheSameBytes) {
    const auto alone = madeBy(1, 0);
    EXPECT_EQ(std::set<std::string>(alone.begin(), alone.end()).size(), alone.size());
    for (const int threads : {1, 2, 3, 8})
        EXPECT_EQ(madeBy(threads, std::uint32_t(threads)), alone) << threads;
}

TEST(AugmentationTest, SeedAndFilmsNameMakeAnotherCopy) {
    EXPECT_EQ(copyOf(1, 1), copyOf(1, 1));
    EXPECT_NE(copyOf(1, 1), copyOf(1, 1, 45));
    EXPECT_NE(bytesOf(augment(film(1), manySteps(), 44, "a", 1)),
              bytesOf(augment(film(1), manySteps(), 44, "b", 1)));
}

TEST(AugmentationTest, WithoutStepsACopyIsTheFilm) {
    EXPECT_EQ(bytesOf(augment(film(2), {}, 44, "film", 3)), bytesOf(film(2)));
}

/// Augmentor compares a draw rounded to one decimal: cases.json's effective_probability.
TEST(AugmentationTest, AStepRunsAsOftenAsAugmentorRunsIt) {
    const auto tiny = PixelBuffer::fromVector(1, 1, 1, core::SampleType::u8, std::vector<std::uint8_t>{200});
    for (const auto& [probability, share] :
         {std::pair{0.1, 0.15}, {0.3, 0.35}, {0.7, 0.75}, {0.75, 0.75}, {1.0, 1.0}}) {
        const AugmentationRecipe recipe{{{RandomBrightness{0, 0}, probability}}};
        int runs = 0;
        for (std::uint32_t copy = 0; copy < 20000; ++copy)
            runs += augment(tiny, recipe, 1, "film", copy).samples<std::uint8_t>()[0] == 0 ? 1 : 0;
        EXPECT_NEAR(runs / 20000.0, share, 0.016) << probability; // above four standard deviations
    }
}

TEST(AugmentationTest, TheNotebooksCopyKeepsTheFilmsSize) {
    const auto recipe = *augmentationPreset("notebook");
    for (std::uint32_t copy = 1; copy < 20; ++copy) {
        const auto made = augment(film(0), recipe, 44, "film", copy);
        EXPECT_EQ(made.width(), 48);
        EXPECT_EQ(made.height(), 40);
    }
}

} // namespace
} // namespace pleurascope::data
