// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/FillFormula.h"
#include "tests/golden/SharedFolder.h"

#include <bit>
#include <gtest/gtest.h>
#include <numeric>

namespace pleurascope::testing {
namespace {

TEST(FillFormula, MakesTheTensorsAndImagesOfTheGoldensBitForBit) {
    PLEURASCOPE_NEEDS_SHARED("golden/keras/b_forward/fill_check.json");
    const auto golden = readJson(sharedFile("golden/keras/b_forward/fill_check.json"));
    for (const auto& hash : golden["hash"])
        EXPECT_EQ(fnv1a32(hash["name"].get<std::string>()), hash["fnv1a32"].get<std::uint32_t>());
    for (const auto& expected : golden["tensors"]) {
        const auto name = expected["name"].get<std::string>();
        const auto tensor = filledTensor(name, expected["shape"].get<std::vector<std::int64_t>>());
        std::uint32_t bits = 0;
        for (const float value : tensor.values)
            bits ^= std::bit_cast<std::uint32_t>(value);
        EXPECT_EQ(bits, expected["xor_of_bits"].get<std::uint32_t>()) << name;
        EXPECT_EQ(tensor.values.front(), expected["first3"][0].get<float>()) << name;
    }
    for (const auto& expected : golden["images"]) {
        const auto image = filledImage(expected["k"], expected["h"], expected["w"]);
        EXPECT_EQ(std::accumulate(image.begin(), image.end(), std::uint64_t(0)),
                  expected["sum"].get<std::uint64_t>());
    }
}

} // namespace
} // namespace pleurascope::testing
