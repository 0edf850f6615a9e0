// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Resize.h"

#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"

#include <gmock/gmock.h>

#include <cstdio>
#include <numeric>

namespace pleurascope::imaging {
namespace {

using core::PixelBuffer;
using core::SampleType;
using nlohmann::json;

constexpr auto goldenFile = "golden/keras/g_dataset/resize_bilinear.json";

PixelBuffer filledImage(int k, int height, int width) {
    return PixelBuffer::fromVector(width, height, 3, SampleType::u8,
                                   pleurascope::testing::filledImage(k, height, width));
}

/// "image_u8(3, 64, 48)", or the ramp 7y + x.
PixelBuffer inputOf(const json& golden) {
    const std::string name = golden["image"];
    int k = 0;
    int height = 0;
    int width = 0;
    if (std::sscanf(name.c_str(), "image_u8(%d, %d, %d)", &k, &height, &width) == 3)
        return filledImage(k, height, width);
    std::vector<float> ramp;
    for (int y = 0; y < 5; ++y)
        for (int x = 0; x < 7; ++x)
            ramp.push_back(float(7 * y + x));
    return PixelBuffer::fromVector(7, 5, 1, SampleType::f32, ramp);
}

void flatten(const json& value, std::vector<double>& values) {
    if (value.is_array())
        for (const auto& element : value)
            flatten(element, values);
    else
        values.push_back(value.get<double>());
}

void expectValues(const PixelBuffer& output, const json& golden) {
    std::vector<double> expected;
    flatten(golden, expected);
    const auto found = output.samples<float>();
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i)
        ASSERT_EQ(found[i], float(expected[i])) << "value " << i;
}

void expectPixel(const PixelBuffer& output, std::size_t pixel, const json& golden) {
    for (std::size_t c = 0; c < 3; ++c)
        EXPECT_EQ(output.samples<float>()[pixel * 3 + c], golden[c].get<float>());
}

void expectStatistics(const PixelBuffer& output, const json& golden) {
    const auto values = output.samples<float>();
    const auto seed = pleurascope::testing::fnv1a32("dot:" + golden["tag"].get<std::string>());
    double sum = 0;
    double dot = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sum += values[i];
        dot += double(values[i]) * double(pleurascope::testing::s11(seed, std::uint32_t(i)));
    }
    EXPECT_NEAR(sum, golden["sum"].get<double>(), 1e-6 * sum);
    EXPECT_NEAR(dot, golden["dot"].get<double>(), 1e-3);
}

TEST(ResizeTest, ReproducesEveryGoldenCaseOfTensorFlowsKernel) {
    PLEURASCOPE_NEEDS_SHARED(goldenFile);
    const auto file = pleurascope::testing::readJson(pleurascope::testing::sharedFile(goldenFile));
    ASSERT_GE(file["cases"].size(), 10u);
    for (const auto& golden : file["cases"]) {
        SCOPED_TRACE(golden["image"].get<std::string>() + " to " + golden["out"].dump());
        const auto output = resizeBilinear(inputOf(golden), golden["out"][1], golden["out"][0]);
        if (golden.contains("output_values"))
            expectValues(output, golden["output_values"]);
        if (golden.contains("stats")) {
            expectStatistics(output, golden["stats"]);
            expectPixel(output, output.sampleCount() / 3 - 1, golden["last_pixel"]);
            for (std::size_t i = 0; i < golden["first_pixels"].size(); ++i)
                expectPixel(output, i, golden["first_pixels"][i]);
        }
    }
}

TEST(ResizeTest, LeavesAnImageOfTheWantedSizeUnchanged) {
    const auto output =
        resizeBilinear(PixelBuffer::fromVector<std::uint8_t>(2, 2, 1, SampleType::u8, {1, 2, 3, 4}), 2, 2);
    EXPECT_THAT(std::vector<float>(output.samples<float>().begin(), output.samples<float>().end()),
                ::testing::ElementsAre(1.f, 2.f, 3.f, 4.f));
}

TEST(ResizeTest, ShrinkingKeepsTheAspectAndAverages) {
    std::vector<std::uint8_t> samples(400 * 100);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = i % 2 == 0 ? 0 : 200;
    const auto small = shrinkToFit(PixelBuffer::fromVector(400, 100, 1, SampleType::u8, samples), 40);
    EXPECT_EQ(small.width(), 40);
    EXPECT_EQ(small.height(), 10);
    EXPECT_THAT(small.samples<std::uint8_t>(), ::testing::Each(100));
}

TEST(ResizeTest, ShrinkingNeverEnlarges) {
    const auto tiny = PixelBuffer::fromVector<std::uint8_t>(3, 1, 1, SampleType::u8, {1, 2, 3});
    EXPECT_EQ(shrinkToFit(tiny, 100).width(), 3);
    EXPECT_EQ(
        shrinkToFit(PixelBuffer::fromVector(1000, 1, 1, SampleType::u8, std::vector<std::uint8_t>(1000)), 10)
            .height(),
        1);
}

} // namespace
} // namespace pleurascope::imaging
