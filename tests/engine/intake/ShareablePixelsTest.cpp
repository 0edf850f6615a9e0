// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/ShareablePixels.h"

#include "engine/imaging/FreshPixels.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include <sys/stat.h>

namespace pleurascope::intake {
namespace {

core::PixelBuffer film(int side, std::uint16_t value) {
    imaging::FreshPixels<std::uint16_t> pixels(side, side, 1);
    std::fill(pixels.samples().begin(), pixels.samples().end(), value);
    return pixels.finish();
}

ino_t fileOf(const core::Descriptor& descriptor) {
    struct stat info {};
    EXPECT_EQ(::fstat(descriptor.get(), &info), 0);
    return info.st_ino;
}

/// The file that is mapped at `address`; 0 where none is.
ino_t fileMappedAt(const void* address) {
    const auto wanted = reinterpret_cast<std::uintptr_t>(address);
    std::ifstream maps("/proc/self/maps");
    for (std::string line; std::getline(maps, line);) {
        std::istringstream fields(line);
        std::uintptr_t first = 0, end = 0;
        std::string access, offset, device;
        char dash = 0;
        ino_t file = 0;
        fields >> std::hex >> first >> dash >> end >> access >> offset >> device >> std::dec >> file;
        if (wanted >= first && wanted < end)
            return file;
    }
    return 0;
}

/// That `file`, once sealed, holds side x side pixels of `value` and nothing else.
void expectFilm(const core::Result<core::Descriptor>& file, int side, std::uint16_t value) {
    ASSERT_TRUE(file);
    ASSERT_TRUE(sealMemory(*file));
    const auto memory = mapSealedMemory(*file);
    ASSERT_TRUE(memory);
    const core::PixelBuffer pixels(side, side, 1, core::SampleType::u16, memory->bytes, memory->owner);
    const auto samples = pixels.samples<std::uint16_t>();
    EXPECT_TRUE(std::all_of(samples.begin(), samples.end(), [=](auto sample) { return sample == value; }));
}

TEST(ShareablePixelsTest, LargeFilmsAreSentInTheMemoryThatTheyWereMadeIn) {
    ShareablePixels source;
    auto pixels = film(1000, 7);
    const auto made = fileMappedAt(pixels.bytes().data());
    const auto file = source.take(std::move(pixels));
    expectFilm(file, 1000, 7);
    EXPECT_EQ(fileOf(*file), made);
}

TEST(ShareablePixelsTest, SmallFilmsAndThoseMadeElsewhereAreCopied) {
    const auto elsewhere = film(1000, 3);
    ShareablePixels source;
    expectFilm(source.take(film(4, 5)), 4, 5);
    expectFilm(source.take(elsewhere), 1000, 3);
    EXPECT_EQ(elsewhere.samples<std::uint16_t>()[0], 3);
}

TEST(ShareablePixelsTest, ASpareIsMadeReadyAndUsedByFilmsThatFitIntoIt) {
    ShareablePixels source;
    EXPECT_FALSE(source.prepareSome());
    for (const int side : {1000, 1000, 900, 1100, 700}) {
        SCOPED_TRACE(side);
        const auto file = source.take(film(side, 9));
        while (source.prepareSome()) {
        }
        expectFilm(file, side, 9);
    }
}

TEST(ShareablePixelsTest, TwoFilmsAtOnceDoNotMeet) {
    ShareablePixels source;
    auto first = film(600, 1);
    while (source.prepareSome()) {
    }
    auto second = film(600, 2);
    const auto a = source.take(std::move(first));
    const auto b = source.take(std::move(second));
    EXPECT_NE(fileOf(*a), fileOf(*b));
    expectFilm(a, 600, 1);
    expectFilm(b, 600, 2);
}

TEST(ShareablePixelsTest, WithoutOneTheHeapIsUsedAgain) {
    { const ShareablePixels source; }
    const auto pixels = film(1000, 4);
    EXPECT_EQ(fileMappedAt(pixels.bytes().data()), 0u);
    EXPECT_EQ(pixels.samples<std::uint16_t>()[999'999], 4);
}

} // namespace
} // namespace pleurascope::intake
