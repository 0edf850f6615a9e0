// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelFile.h"

#include <string_view>
#include <vector>

namespace pleurascope::weights {

enum class ExportFormat : std::uint8_t {
    kerasH5,    ///< legacy `.h5` of a whole model, as Keras 3.10's model.save("x.h5") writes it
    keras,      ///< Keras 3 archive: metadata.json, config.json, model.weights.h5
    safetensors ///< tensors by Keras name and layout, model.json in the metadata
};

/// "keras-h5", "keras", "safetensors".
[[nodiscard]] std::vector<std::string> exportFormatNames();
/// Errors: invalidArgument.
[[nodiscard]] core::Result<ExportFormat> exportFormatFromName(std::string_view name);

/// Writes a model for others to load. The Keras formats hold one Functional model, uncompiled, whose first
/// layer rescales grey levels of 0..255 as the network was trained, so that nothing needs to be prepared
/// outside, and whose probabilities are calibrated where the model is. The same model gives the same bytes.
/// Errors: missingTensor, shapeMismatch, unknownLayer, diskFull, writeFailed.
[[nodiscard]] core::Result<void> exportModel(const std::filesystem::path& path, const ModelContents& model,
                                             ExportFormat format);

} // namespace pleurascope::weights
