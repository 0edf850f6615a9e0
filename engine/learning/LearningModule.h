// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"
#include "engine/inference/Predictor.h"
#include "engine/training/Evaluation.h"
#include "engine/training/TrainingConfig.h"
#include "engine/training/TrainingObserver.h"

#include <filesystem>
#include <memory>
#include <stop_token>
#include <string>

namespace pleurascope::intake {
class FilmReader;
}

namespace pleurascope::learning {

/// What LibTorch got on this machine.
struct RuntimeInfo {
    std::string torchVersion;
    std::string blasLibrary; ///< file name of the BLAS that is loaded, e.g. "libopenblasp-r0.3.21.so"
    bool blasIsSlow = false; ///< the reference BLAS: about 35 times slower than OpenBLAS
    int threads = 1;
    std::string cudaDevice; ///< name of the first CUDA device, or empty
};

/// The only door to LibTorch: everything that learns or predicts, behind plain structs. One a process;
/// thread-safe. Films are read through the FilmReader that is passed in, so nothing here parses untrusted
/// files.
class LearningModule {
public:
    virtual ~LearningModule() = default;
    [[nodiscard]] virtual const RuntimeInfo& runtime() const = 0;

    /// Loads a .psmodel. Errors: those of weights::readModelFile, missingTensor, shapeMismatch,
    /// deviceUnavailable.
    [[nodiscard]] virtual core::Result<std::shared_ptr<inference::Predictor>>
    openModel(const std::filesystem::path& file, inference::DeviceChoice device) = 0;

    /// The predictor must come from this module.
    [[nodiscard]] virtual std::unique_ptr<explain::Explainer>
    makeExplainer(std::shared_ptr<inference::Predictor> predictor) = 0;

    /// Trains, blocking; writes the run folder as it goes. Stopping (at any batch) is an outcome and leaves
    /// the best epoch so far. Errors: data::*, those of weights files, diskFull, diverged, outOfMemory, inUse
    /// (another process runs here).
    [[nodiscard]] virtual core::Result<training::TrainingOutcome>
    train(const training::TrainingConfig& config, intake::FilmReader& reader,
          training::TrainingObserver& observer, std::stop_token stop) = 0;

    /// A .psmodel as a TorchScript archive, see model::exportTorchScript. Errors: also those of
    /// weights::readModelFile.
    [[nodiscard]] virtual core::Result<void> exportTorchScript(const std::filesystem::path& model,
                                                               const std::filesystem::path& output) = 0;

    [[nodiscard]] virtual core::Result<training::Evaluation>
    evaluate(const training::EvaluationConfig& config, intake::FilmReader& reader,
             const core::ProgressObserver& progress, std::stop_token stop) = 0;
};

/// Opens `pleurascope-learning` (dlopen): half a second and 160 MB at the first call, so call it on a worker
/// and after the first paint. Later calls return the same module. Never unloaded. Errors:
/// learningUnavailable.
[[nodiscard]] core::Result<LearningModule*> openLearningModule(const std::filesystem::path& file);

} // namespace pleurascope::learning
