// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/learning/LearningModule.h"

namespace pleurascope::learning {

/// The one LearningModule, on LibTorch.
class TorchLearningModule : public LearningModule {
public:
    /// Sets LibTorch's threads to the machine's cores and looks which BLAS it got.
    TorchLearningModule();

    [[nodiscard]] const RuntimeInfo& runtime() const override { return m_runtime; }
    [[nodiscard]] core::Result<std::shared_ptr<inference::Predictor>>
    openModel(const std::filesystem::path& file, inference::DeviceChoice device) override;
    [[nodiscard]] std::unique_ptr<explain::Explainer>
    makeExplainer(std::shared_ptr<inference::Predictor> predictor) override;
    [[nodiscard]] core::Result<training::TrainingOutcome> train(const training::TrainingConfig& config,
                                                                intake::FilmReader& reader,
                                                                training::TrainingObserver& observer,
                                                                std::stop_token stop) override;
    [[nodiscard]] core::Result<void> exportTorchScript(const std::filesystem::path& model,
                                                       const std::filesystem::path& output) override;
    [[nodiscard]] core::Result<training::Evaluation> evaluate(const training::EvaluationConfig& config,
                                                              intake::FilmReader& reader,
                                                              const core::ProgressObserver& progress,
                                                              std::stop_token stop) override;

private:
    RuntimeInfo m_runtime;
};

} // namespace pleurascope::learning
