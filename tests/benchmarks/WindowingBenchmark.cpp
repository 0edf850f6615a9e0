// SPDX-License-Identifier: GPL-3.0-or-later
// A change of the window on a film of 3000 x 3000 that fills a screen of 3840 x 2160: from the new window to
// 8-bit levels at the screen's resolution. Beside it what cannot be less: one table over as many pixels and
// OpenCV's enlargement.
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/Magnify.h"
#include "tests/benchmarks/Statistics.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <random>

using namespace pleurascope;

namespace {

constexpr int runs = 41;

template <class Work>
double milliseconds(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

imaging::Image film(int width, int height) {
    std::mt19937 random(1);
    std::vector<std::uint16_t> samples(std::size_t(width) * std::size_t(height));
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint16_t(i % std::size_t(width) + random() % 512);
    imaging::Image image{
        core::PixelBuffer::fromVector(width, height, 1, core::SampleType::u16, std::move(samples)), {}};
    image.display.bitsStored = 12;
    return image;
}

/// The least that a window costs: one thread, one table, memory that is there.
double oneTablePass(const imaging::Image& image, std::vector<std::uint8_t>& levels) {
    static std::array<std::uint8_t, 65536> table;
    for (std::size_t i = 0; i < table.size(); ++i)
        table[i] = std::uint8_t(i / 16);
    const auto samples = image.pixels.samples<std::uint16_t>();
    return milliseconds([&] {
        for (std::size_t i = 0; i < samples.size(); ++i)
            levels[i] = table[samples[i]];
    });
}

void measure(const char* what, int width, int height, int viewWidth, int viewHeight) {
    const imaging::Image image = film(width, height);
    const imaging::GreyRenderer renderer(image);
    std::vector<std::uint8_t> levels(image.pixels.sampleCount());
    std::vector<double> ours, pass, enlarging;
    for (int i = 0; i < runs; ++i) {
        const imaging::Window window{1000.0 + 10 * i, 2000.0 + 5 * i, imaging::VoiFunction::linear, {}};
        pass.push_back(oneTablePass(image, levels));
        core::PixelBuffer picture;
        const double windowed = milliseconds([&] { picture = renderer.render(window, false); });
        const double enlarged = viewWidth > width ? milliseconds([&] {
            picture = imaging::magnified(picture, {0, 0, width, height}, viewWidth, viewHeight);
        })
                                                  : 0;
        enlarging.push_back(enlarged);
        ours.push_back(windowed + enlarged);
    }
    std::printf("%s: %d x %d to %d x %d\n", what, width, height, viewWidth, viewHeight);
    benchmarks::print("  new window to levels on the screen", ours);
    benchmarks::print("  of it enlarging", enlarging);
    benchmarks::print("  one table pass, one thread", pass);
    std::printf("  ratio to the table pass %.2f\n",
                benchmarks::spreadOf(ours).median / benchmarks::spreadOf(pass).median);
}

} // namespace

int main() {
    measure("Film filling the width", 3000, 1687, 3840, 2160);
    measure("Film fitted (kept at the screen's resolution)", 2160, 2160, 2160, 2160);
    return 0;
}
