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

} // namespace pleurascope::cli
