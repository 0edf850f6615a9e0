// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/FillFormula.h"

#include <cmath>

namespace pleurascope::testing {

namespace {

std::uint32_t hash(std::uint32_t seed, std::uint32_t i) {
    std::uint32_t x = seed + i * 0x9E3779B1U;
    x ^= x >> 16;
    x *= 0x85EBCA6BU;
    x ^= x >> 13;
    x *= 0xC2B2AE35U;
    x ^= x >> 16;
    return x;
}

} // namespace

std::uint32_t fnv1a32(std::string_view text) {
    std::uint32_t h = 2166136261U;
    for (const char c : text)
        h = (h ^ static_cast<unsigned char>(c)) * 16777619U;
    return h;
}

float s11(std::uint32_t seed, std::uint32_t index) {
    return static_cast<float>(static_cast<std::int32_t>(hash(seed, index) >> 8) - 8388608) * 0x1p-23F;
}

weights::Tensor filledTensor(const std::string& name, const std::vector<std::int64_t>& shape) {
    const std::uint32_t seed = fnv1a32(name);
    const std::string variable = name.substr(name.find('/') + 1);
    float factor = 0.0625F;
    float offset = 0;
    if (variable == "kernel") {
        const double fanIn = static_cast<double>(weights::elementCount(shape) / shape.back());
        factor = static_cast<float>(std::sqrt(3.0 / fanIn));
    } else if (variable == "gamma") {
        factor = 0.25F;
        offset = 1;
    } else if (variable == "beta" || variable == "moving_mean") {
        factor = 0.125F;
    } else if (variable == "moving_variance") {
        factor = 0.5F;
        offset = 1;
    }
    weights::Tensor tensor{shape, {}};
    tensor.values.resize(static_cast<std::size_t>(weights::elementCount(shape)));
    for (std::size_t i = 0; i < tensor.values.size(); ++i)
        tensor.values[i] = offset + s11(seed, static_cast<std::uint32_t>(i)) * factor;
    return tensor;
}

weights::TensorMap
filledTensors(const std::vector<std::pair<std::string, std::vector<std::int64_t>>>& names) {
    weights::TensorMap tensors;
    for (const auto& [name, shape] : names)
        tensors.emplace(name, filledTensor(name, shape));
    return tensors;
}

std::vector<std::uint8_t> filledImage(int k, int height, int width) {
    const std::uint32_t seed = fnv1a32("image" + std::to_string(k));
    const std::uint32_t mask = k <= 3 ? (16U << k) - 1 : 31;
    std::vector<std::uint8_t> image;
    image.reserve(static_cast<std::size_t>(height) * static_cast<std::size_t>(width) * 3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) {
                const auto j = static_cast<std::uint32_t>((y * width + x) * 3 + c);
                const auto base =
                    static_cast<std::uint32_t>((3 + 2 * k) * x + (5 + 3 * k) * y + 29 * c + 71 * k);
                image.push_back(static_cast<std::uint8_t>(base + (hash(seed, j) & mask)));
            }
    return image;
}

} // namespace pleurascope::testing
