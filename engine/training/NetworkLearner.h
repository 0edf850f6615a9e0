// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/BackboneLearner.h"

namespace pleurascope::training {

/// Backbone and head together, from scaled inputs: for small networks on small films. Batch norm runs in
/// training mode; its moving statistics follow with momentum 0.9 (Keras' 0.99 belongs to runs of tens of
/// thousands of steps).
class NetworkLearner : public BackboneLearner {
public:
    /// `inputs`: rows (3, H, W), scaled; may grow while this lives.
    NetworkLearner(const inference::Network& network, std::shared_ptr<const RowStore> inputs,
                   Objective objective, const Optimization& optimization, double learningRate);

protected:
    [[nodiscard]] torch::Tensor trainingMaps(const std::vector<torch::Tensor>& values) override;
    [[nodiscard]] torch::Tensor maps(const std::vector<torch::Tensor>& values) const override;
};

} // namespace pleurascope::training
