// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/InputPlanes.h"
#include "engine/model/Backbone.h"
#include "engine/model/ClassifierHead.h"
#include "engine/weights/ModelFile.h"

#include <span>

namespace pleurascope::inference {

/// A described model as torch tensors on a device: backbone and head, float32.
struct Network {
    weights::ModelDescription description;
    model::Backbone backbone;
    model::ClassifierHead head;
    torch::Device device = torch::kCPU;

    /// Errors: unknownLayer, missingTensor, shapeMismatch, deviceUnavailable.
    [[nodiscard]] static core::Result<Network> create(const weights::ModelContents& contents,
                                                      torch::Device device);

    /// Logits (N, classes) of scaled inputs (N, 3, H, W), averaged with those of the mirrored inputs where
    /// the description says so.
    [[nodiscard]] torch::Tensor logits(const torch::Tensor& input) const;
};

/// Films (C, H, W) of 0..255, C 1 or 3, as (N, 3, H, W) float32 on `device`, scaled as the network was
/// trained.
[[nodiscard]] torch::Tensor inputTensor(std::span<const imaging::InputPlanes> films, weights::Scaling scaling,
                                        torch::Device device);

/// Logits (C) of one film as a Prediction; `positive` is the class of the question, `temperature` the
/// model's.
[[nodiscard]] struct Prediction predictionFromLogits(const torch::Tensor& logits, int positive,
                                                     double temperature = 1);

} // namespace pleurascope::inference
