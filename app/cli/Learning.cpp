// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Learning.h"

#include "engine/core/Installation.h"

#include <cstdio>

namespace pleurascope::cli {

core::Result<learning::LearningModule*> openLearning() {
    auto module = learning::openLearningModule(core::learningModuleFile());
    if (module && (*module)->runtime().blasIsSlow)
        std::fprintf(stderr,
                     "pleurascope-cli: LibTorch got the reference BLAS (%s), which is about 35 times slower "
                     "than OpenBLAS. "
                     "Install libopenblas0-pthread.\n",
                     (*module)->runtime().blasLibrary.c_str());
    return module;
}

training::RunFunctions runFunctionsOf(learning::LearningModule& module, intake::FilmReader& reader,
                                      const core::ProgressObserver& progress) {
    return {[&](const training::TrainingConfig& config, training::TrainingObserver& observer,
                std::stop_token stop) { return module.train(config, reader, observer, std::move(stop)); },
            [&](const training::EvaluationConfig& config, std::stop_token stop) {
                return module.evaluate(config, reader, progress, std::move(stop));
            }};
}

} // namespace pleurascope::cli
