// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/weights/ModelFile.h"

namespace pleurascope::exchange {

/// A model as ONNX (opset 13), with its preprocessing inside. Input `film`: (films, 3, S, S) float32, grey
/// levels 0..255, a grey film three times; S is the model's input size and any number of films goes through
/// at once. Outputs `logits` and `probabilities` (at the model's temperature), both (films, classes). A node
/// has the name of its Keras layer; a model that averages mirror images shows the network both; `model.json` is in the metadata. Errors: unknownLayer, missingTensor,
/// shapeMismatch, limitExceeded (2 GiB, protobuf's own).
[[nodiscard]] core::Result<core::Bytes> onnxModel(const weights::ModelContents& model);

/// The same as a file, written aside and renamed. Errors: also diskFull, writeFailed.
[[nodiscard]] core::Result<void> exportOnnx(const std::filesystem::path& path,
                                            const weights::ModelContents& model);

} // namespace pleurascope::exchange
