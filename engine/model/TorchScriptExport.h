// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/weights/ModelFile.h"

#include <filesystem>

namespace pleurascope::model {

/// Writes a model as a TorchScript archive, with its preprocessing inside; torch.jit.load() and
/// torch::jit::load() open it. forward(film): (films, 3, S, S) float32, grey levels 0..255, a grey film three
/// times -> (logits, probabilities at the model's temperature), both (films, classes). `model.json` is an
/// extra file of the archive. Written aside and renamed. Errors: unknownLayer, missingTensor, shapeMismatch,
/// outOfMemory, diskFull, writeFailed.
[[nodiscard]] core::Result<void> exportTorchScript(const std::filesystem::path& path,
                                                   const weights::ModelContents& model);

} // namespace pleurascope::model
