// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"
#include "engine/inference/TorchPredictor.h"

#include <memory>

namespace pleurascope::explain {

/// Explainer on the network of a TorchPredictor, which it shares and whose lock it takes.
class TorchExplainer : public Explainer {
public:
    explicit TorchExplainer(std::shared_ptr<inference::TorchPredictor> predictor)
        : m_predictor(std::move(predictor)) {}

    [[nodiscard]] std::vector<std::string> layers() const override;
    [[nodiscard]] core::Result<Heatmap> explain(const imaging::InputPlanes& film,
                                                const HeatmapRequest& request) override;

private:
    std::shared_ptr<inference::TorchPredictor> m_predictor;
};

} // namespace pleurascope::explain
