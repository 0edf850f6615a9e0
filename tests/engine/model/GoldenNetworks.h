// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/model/Backbone.h"
#include "engine/model/ClassifierHead.h"
#include "tests/golden/FillFormula.h"
#include "tests/golden/NpyFile.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

namespace pleurascope::testing {

/// The narrow net of golden/keras/c_weights.
inline weights::BackboneDescription narrowBackbone() {
    weights::BackboneDescription description;
    description.filters = {8, 12, 16, 24};
    return description;
}

inline weights::HeadDescription narrowHead() {
    return {{128}, {0.5}};
}

/// Images first..last-1 of the fill formula, 'tf' scaled, NCHW.
inline torch::Tensor scaledImages(int first, int last, int size, torch::ScalarType type) {
    std::vector<torch::Tensor> images;
    for (int k = first; k < last; ++k) {
        auto bytes = filledImage(k, size, size);
        images.push_back(torch::from_blob(bytes.data(), {size, size, 3}, torch::kUInt8).to(type));
    }
    return (torch::stack(images).permute({0, 3, 1, 2}).contiguous() / 127.5) - 1;
}

/// Largest absolute difference between an NHWC golden array and an NCHW map (or equal 2-D arrays).
inline double largestDifference(const torch::Tensor& map, const NpyFile& golden) {
    torch::Tensor ours = map.dim() == 4 ? map.permute({0, 2, 3, 1}).contiguous() : map.contiguous();
    EXPECT_EQ(ours.sizes().vec(), golden.shape);
    auto values = golden.values;
    const torch::Tensor theirs = torch::from_blob(values.data(), golden.shape, torch::kFloat64);
    return (ours.to(torch::kFloat64) - theirs).abs().max().item<double>();
}

} // namespace pleurascope::testing
