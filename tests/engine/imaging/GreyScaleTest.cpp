// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/GreyScale.h"

#include <gmock/gmock.h>

#include <random>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using core::SampleType;
using testing::Each;
using testing::ElementsAre;

template <class T>
Image row(std::vector<T> samples, SampleType type) {
    const int width = int(samples.size());
    return {PixelBuffer::fromVector(width, 1, 1, type, std::move(samples)), {}};
}

Image words(std::vector<std::uint16_t> samples) {
    return row(std::move(samples), SampleType::u16);
}

std::vector<int> levels(const PixelBuffer& pixels) {
    const auto samples = pixels.samples<std::uint8_t>();
    return {samples.begin(), samples.end()};
}

// PS3.3 C.11.2.1.2.1, the example there: c = 2048, w = 4096 and c = 0, w = 1.
TEST(GreyScaleTest, LinearWindowFollowsTheStandardsFormula) {
    const auto image = words({0, 1, 2047, 2048, 4094, 4095, 5000});
    EXPECT_THAT(levels(render(image, {2048, 4096, VoiFunction::linear, {}})),
                ElementsAre(0, 0, 127, 128, 255, 255, 255));
    const auto signedImage = row<std::int16_t>({-2, -1, 0, 1}, SampleType::s16);
    EXPECT_THAT(levels(render(signedImage, {0, 1, VoiFunction::linear, {}})), ElementsAre(0, 0, 255, 255));
}

TEST(GreyScaleTest, The8BitWindowShowsValuesAsTheyAre) {
    EXPECT_THAT(levels(render(words({0, 1, 77, 128, 254, 255}), {128, 256, VoiFunction::linear, {}})),
                ElementsAre(0, 1, 77, 128, 254, 255));
}

TEST(GreyScaleTest, LinearExactReachesItsEndsAtHalfTheWidth) {
    EXPECT_THAT(levels(render(words({10, 15, 20, 25, 30, 31}), {20, 20, VoiFunction::linearExact, {}})),
                ElementsAre(0, 64, 128, 191, 255, 255));
}

TEST(GreyScaleTest, SigmoidIsHalfAtItsCentre) {
    const auto image = row<float>({-1000.f, 0.f, 25.f, 1000.f}, SampleType::f32);
    // 255 / (1 + exp(-1)) = 186.4
    EXPECT_THAT(levels(render(image, {0, 100, VoiFunction::sigmoid, {}})), ElementsAre(0, 128, 186, 255));
}

TEST(GreyScaleTest, TinySlopesKeepTheirPicture) {
    auto image = words({0, 16500, 33000, 65535});
    image.display.rescaleSlope = 6e-8;
    const auto window = automaticWindow(image);
    EXPECT_NEAR(window.width, 65535 * 6e-8, 1e-12);
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(0, 64, 128, 255));
    image.display.windows = {{0.0019661, 0.0039321, VoiFunction::linear, {}}};
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(0, 64, 128, 255));
}

TEST(GreyScaleTest, VoiTablesAreScaledByTheirRealMaximum) {
    auto image = words({0, 1, 2, 3, 9});
    image.display.voiTables = {{1, 16, {0, 100, 400}, "narrow"}};
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(0, 0, 64, 255, 255));
    EXPECT_EQ(defaultWindow(image).explanation, "narrow");
    EXPECT_DOUBLE_EQ(defaultWindow(image).width, 3);
}

TEST(GreyScaleTest, ModalityTablesWinOverTheRescale) {
    auto image = words({4, 5, 6, 7, 8});
    image.display.rescaleSlope = 17;
    image.display.modalityTable = LookupTable{5, 16, {10, 20, 30}, {}};
    const auto values = modalityValues(image);
    EXPECT_THAT(std::vector<float>(values.samples<float>().begin(), values.samples<float>().end()),
                ElementsAre(10.f, 10.f, 20.f, 30.f, 30.f));
}

TEST(GreyScaleTest, Monochrome1IsInvertedOnceAfterTheWindow) {
    auto image = words({0, 255});
    const Window window{128, 256, VoiFunction::linear, {}};
    image.display.inverted = true;
    EXPECT_THAT(levels(render(image, window)), ElementsAre(255, 0));
    EXPECT_THAT(levels(render(image, window, true)), ElementsAre(0, 255));
}

// PS3.3 C.11.4: the presentation table turns P-values into P-values, its input being the whole grey range.
TEST(GreyScaleTest, APresentationTableComesAfterThePolarity) {
    auto image = words({0, 50, 100});
    LookupTable table;
    table.entries = {255, 55, 0};
    table.bitsPerEntry = 8;
    image.display.presentationTable = table;
    const Window window{50, 100, VoiFunction::linearExact, {}};
    EXPECT_THAT(levels(render(image, window)), ElementsAre(255, 55, 0));
    EXPECT_THAT(levels(render(image, window, true)), ElementsAre(0, 200, 255));
    image.display.inverted = true;
    EXPECT_THAT(levels(render(image, window)), ElementsAre(0, 55, 255));
    EXPECT_THAT(levels(GreyRenderer(image).render(window, false)), ElementsAre(0, 55, 255));
}

TEST(GreyScaleTest, EveryVoiTableCanBeChosenAndInverted) {
    auto image = words({0, 1, 2});
    LookupTable up;
    up.entries = {0, 50, 200};
    image.display.voiTables = {up};
    LookupTable down;
    down.entries = {40, 10, 0};
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(0, 64, 255));
    EXPECT_THAT(levels(renderDefault(image, true)), ElementsAre(255, 191, 0));
    EXPECT_THAT(levels(renderByTable(image, down)), ElementsAre(255, 64, 0));
    EXPECT_THAT(levels(GreyRenderer(image).renderByTable(down, false)), ElementsAre(255, 64, 0));
}

TEST(GreyScaleTest, PaddingIsBackgroundAndLeftOutOfStatistics) {
    auto image = words({100, 200, 4095, 4000});
    image.display.padding = PaddingRange{4000, 4095};
    EXPECT_EQ(valueRange(image).high, 200);
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(0, 255, 0, 0));
    image.display.inverted = true;
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(255, 0, 0, 0));
    EXPECT_THAT(levels(render(image, defaultWindow(image), true)), ElementsAre(0, 255, 255, 255));
}

TEST(GreyScaleTest, AFilmOfPaddingAloneStillHasARange) {
    auto image = words({7, 7});
    image.display.padding = PaddingRange{7, 7};
    EXPECT_EQ(valueRange(image).low, 7);
    EXPECT_GT(automaticWindow(image).width, 0);
}

TEST(GreyScaleTest, TheAutomaticWindowLeavesTheRarestPixelsOut) {
    std::vector<std::uint16_t> samples;
    for (int i = 0; i < 1000; ++i)
        samples.push_back(std::uint16_t(1000 + i));
    samples.front() = 0;
    samples.back() = 65535;
    const auto window = automaticWindow(words(samples));
    EXPECT_NEAR(window.centre - window.width / 2, 1004, 1);
    EXPECT_NEAR(window.centre + window.width / 2, 1994, 1);
}

TEST(GreyScaleTest, EightBitLevelsWithoutAWindowAreShownAsStored) {
    std::vector<std::uint8_t> ramp;
    for (int i = 20; i < 240; ++i)
        ramp.push_back(std::uint8_t(i));
    const auto image = row<std::uint8_t>(ramp, SampleType::u8);
    EXPECT_THAT(levels(renderDefault(image)), testing::ElementsAreArray(ramp));
    auto rescaled = image;
    rescaled.display.rescaleSlope = 2;
    EXPECT_EQ(defaultWindow(rescaled), automaticWindow(rescaled));
    const auto flat = row<std::uint8_t>({90, 95, 100, 105}, SampleType::u8);
    EXPECT_EQ(defaultWindow(flat), automaticWindow(flat)) << "nothing would be seen of it";
}

TEST(GreyScaleTest, ValuesThatAreNoNumbersDoNotSpoilAFloatFilm) {
    const auto image = row<float>({std::nanf(""), 1.f, 2.f, 3.f, INFINITY}, SampleType::f32);
    EXPECT_EQ(valueRange(image).low, 1);
    EXPECT_EQ(valueRange(image).high, 3);
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(0, 0, 128, 255, 255));
}

TEST(GreyScaleTest, ColourIsShownAsItIs) {
    Image image{PixelBuffer::fromVector<std::uint8_t>(1, 1, 3, SampleType::u8, {1, 2, 3}), {}};
    EXPECT_THAT(levels(renderDefault(image)), ElementsAre(1, 2, 3));
    EXPECT_THAT(levels(render(image, {}, true)), ElementsAre(254, 253, 252));
    EXPECT_THAT(levels(GreyRenderer(image).render({}, true)), ElementsAre(254, 253, 252));
}

/// Every level that the renderer gives lies within one of render()'s.
void expectRenderersAgree(const Image& image, const Window& window) {
    const GreyRenderer renderer(image);
    for (const bool invert : {false, true}) {
        const auto expected = levels(render(image, window, invert));
        const auto found = levels(renderer.render(window, invert));
        ASSERT_EQ(expected.size(), found.size());
        for (std::size_t i = 0; i < expected.size(); ++i)
            ASSERT_LE(std::abs(expected[i] - found[i]), 1) << "pixel " << i;
    }
}

template <class T>
Image noise(SampleType type, double low, double high) {
    std::mt19937 generator(7);
    std::uniform_real_distribution<double> value(low, high);
    std::vector<T> samples(70 * 50);
    for (auto& sample : samples)
        sample = T(value(generator));
    return {PixelBuffer::fromVector(70, 50, 1, type, std::move(samples)), {}};
}

TEST(GreyRendererTest, AgreesWithRenderForEveryWindowAndSampleType) {
    const std::vector<Image> images{noise<std::uint8_t>(SampleType::u8, 0, 255),
                                    noise<std::int8_t>(SampleType::s8, -128, 127),
                                    noise<std::uint16_t>(SampleType::u16, 0, 65535),
                                    noise<std::int16_t>(SampleType::s16, -1000, 3000),
                                    noise<std::uint32_t>(SampleType::u32, 0, 4e9),
                                    noise<std::int32_t>(SampleType::s32, -1e6, 1e6),
                                    noise<float>(SampleType::f32, -1, 1),
                                    noise<double>(SampleType::f64, 0, 1e-5)};
    for (auto image : images) {
        image.display.rescaleSlope = 0.5;
        image.display.rescaleIntercept = -10;
        const auto whole = automaticWindow(image);
        for (const auto function : {VoiFunction::linear, VoiFunction::linearExact, VoiFunction::sigmoid})
            for (const double share : {0.2, 1.0, 3.0}) {
                auto window = whole;
                window.width *= share;
                window.function = function;
                expectRenderersAgree(image, window);
                image.display.inverted = !image.display.inverted;
            }
    }
}

TEST(GreyRendererTest, KeepsPaddingApartFromTheBrightestTissue) {
    auto image = words({0, 65534, 65535});
    image.display.padding = PaddingRange{65535, 65535};
    EXPECT_THAT(levels(GreyRenderer(image).render({32768, 65536, VoiFunction::linear, {}}, false)),
                ElementsAre(0, 255, 0));
}

TEST(GreyRendererTest, TakesNegativeSlopesAndModalityTables) {
    auto image = noise<std::uint16_t>(SampleType::u16, 0, 4095);
    image.display.rescaleSlope = -2;
    expectRenderersAgree(image, automaticWindow(image));
    std::vector<std::uint16_t> entries(4096);
    for (std::size_t i = 0; i < entries.size(); ++i)
        entries[i] = std::uint16_t(65535 - i * i / 256);
    image.display.modalityTable = LookupTable{0, 16, entries, {}};
    expectRenderersAgree(image, automaticWindow(image));
}

TEST(GreyScale, AWindowAndTheEndsOfItsRampSayTheSame) {
    for (const auto function : {VoiFunction::linear, VoiFunction::linearExact, VoiFunction::sigmoid}) {
        const Window window = windowOfRamp({-20, 235}, function);
        EXPECT_EQ(window.function, function);
        EXPECT_DOUBLE_EQ(rampEnds(window).low, -20);
        EXPECT_DOUBLE_EQ(rampEnds(window).high, 235);
    }
    const Window eightBits = windowOfRamp({0, 255}); // PS3.3 C.11.2.1.2.1: c = 128, w = 256
    EXPECT_DOUBLE_EQ(eightBits.centre, 128);
    EXPECT_DOUBLE_EQ(eightBits.width, 256);
}

TEST(GreyScale, APartIsWindowedAsTheWholeIs) {
    Image image;
    std::vector<std::int16_t> samples;
    for (int i = 0; i < 40 * 30; ++i)
        samples.push_back(std::int16_t(i * 37 % 4000 - 1000));
    image.pixels = core::PixelBuffer::fromVector(40, 30, 1, core::SampleType::s16, std::move(samples));
    image.display.padding = PaddingRange{-1000, -990};
    const GreyRenderer renderer(image);
    const Window window{500, 1500, VoiFunction::linear, {}};
    const auto whole = renderer.render(window, true);
    const auto part = renderer.renderPart(window, true, {7, 5, 20, 11});
    ASSERT_EQ(part.width(), 20);
    ASSERT_EQ(part.height(), 11);
    for (int y = 0; y < 11; ++y)
        for (int x = 0; x < 20; ++x)
            ASSERT_EQ(part.samples<std::uint8_t>()[std::size_t(y * 20 + x)],
                      whole.samples<std::uint8_t>()[std::size_t((y + 5) * 40 + x + 7)]);
}

} // namespace
} // namespace pleurascope::imaging
