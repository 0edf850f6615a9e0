// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/learning/LearningModule.h"

namespace pleurascope::cli {

/// Opens the learning module, and warns on standard error where LibTorch got the slow BLAS.
[[nodiscard]] core::Result<learning::LearningModule*> openLearning();

} // namespace pleurascope::cli
