// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/learning/TorchLearningModule.h"

#include "engine/explain/TorchExplainer.h"
#include "engine/inference/TorchPredictor.h"
#include "engine/learning/BlasCheck.h"
#include "engine/model/TorchScriptExport.h"
#include "engine/training/Evaluator.h"
#include "engine/training/TrainingRun.h"

#include <torch/torch.h>

#include <cassert>
#include <cstdlib>
#include <thread>

namespace pleurascope::learning {

TorchLearningModule::TorchLearningModule() {
    if (std::getenv("OMP_NUM_THREADS") == nullptr)
        at::set_num_threads(static_cast<int>(std::max(1U, std::thread::hardware_concurrency())));
    const LoadedBlas blas = loadedBlas();
    if (std::getenv("OPENBLAS_NUM_THREADS") == nullptr)
        useOneThread(blas);
    m_runtime.torchVersion = TORCH_VERSION;
    m_runtime.blasLibrary = blas.library;
    m_runtime.blasIsSlow = blas.isSlow;
    m_runtime.threads = at::get_num_threads();
    if (torch::cuda::is_available())
        m_runtime.cudaDevice = "CUDA 0";
}

core::Result<std::shared_ptr<inference::Predictor>>
TorchLearningModule::openModel(const std::filesystem::path& file, inference::DeviceChoice device) {
    auto predictor = inference::TorchPredictor::open(file, device);
    if (!predictor)
        return core::failure(predictor);
    return std::shared_ptr<inference::Predictor>(std::move(*predictor));
}

std::unique_ptr<explain::Explainer>
TorchLearningModule::makeExplainer(std::shared_ptr<inference::Predictor> predictor) {
    auto torchPredictor = std::dynamic_pointer_cast<inference::TorchPredictor>(predictor);
    assert(torchPredictor != nullptr);
    return std::make_unique<explain::TorchExplainer>(std::move(torchPredictor));
}

core::Result<training::TrainingOutcome> TorchLearningModule::train(const training::TrainingConfig& config,
                                                                   intake::FilmReader& reader,
                                                                   training::TrainingObserver& observer,
                                                                   std::stop_token stop) {
    return training::runTraining(config, reader, observer, std::move(stop));
}

core::Result<void> TorchLearningModule::exportTorchScript(const std::filesystem::path& model,
                                                          const std::filesystem::path& output) {
    const auto contents = weights::readModelFile(model);
    if (!contents)
        return core::failure(contents);
    return model::exportTorchScript(output, *contents);
}

core::Result<training::Evaluation> TorchLearningModule::evaluate(const training::EvaluationConfig& config,
                                                                 intake::FilmReader& reader,
                                                                 const core::ProgressObserver& progress,
                                                                 std::stop_token stop) {
    const auto predictor = openModel(config.model, inference::DeviceChoice::automatic);
    if (!predictor)
        return core::failure(predictor);
    return training::runEvaluation(**predictor, config, reader, progress, std::move(stop));
}

} // namespace pleurascope::learning

extern "C" __attribute__((visibility("default"))) pleurascope::learning::LearningModule*
pleurascopeLearningModule() {
    static pleurascope::learning::TorchLearningModule module;
    return &module;
}
