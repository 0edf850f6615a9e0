// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/BackboneLearner.h"

namespace pleurascope::training {

/// The backbone from one layer on, and the head, on maps of the layers below that were computed once. Batch
/// norm runs with its moving statistics, which stay; gamma and beta are trained.
class StageLearner : public BackboneLearner {
public:
    struct Config {
        std::size_t first = 0; ///< the first layer that is trained
        double headRate = 0.001;
        double stageRate = 0.00005;
        Optimization optimization;
    };
    /// `maps`: rows of FrozenPart::below(network, first); may grow while this lives.
    StageLearner(const inference::Network& network, std::shared_ptr<const RowStore> maps, Objective objective,
                 const Config& config);

protected:
    [[nodiscard]] torch::Tensor trainingMaps(const std::vector<torch::Tensor>& values) override;
    [[nodiscard]] torch::Tensor maps(const std::vector<torch::Tensor>& values) const override;

private:
    std::size_t m_stage;
};

} // namespace pleurascope::training
