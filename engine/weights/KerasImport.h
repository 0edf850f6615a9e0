// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasFile.h"
#include "engine/weights/ModelFile.h"

#include <optional>

namespace pleurascope::weights {

/// What a Keras file does not say of a model, or what is to be taken in its place.
struct KerasImportOptions {
    std::optional<Scaling> scaling; ///< a Rescaling layer in the file wins
    std::optional<int> inputSize;   ///< else the file's, else 224
    std::vector<std::string>
        classes;          ///< in the order of the outputs (Keras: alphabetical); else class0, class1, ...
    std::string positive; ///< else 'effusion', else the last class
    std::string cut;      ///< ends the backbone at this layer, so that what is missing beyond does not matter
    BackboneDescription backbone;   ///< what a file that ends early does not tell: blocks, filters
    bool initialiseMissing = false; ///< missing tensors get Keras' initial values
};

/// A model made from a Keras file.
struct KerasImport {
    ModelContents model;
    std::vector<std::string>
        initialised; ///< tensors that the file lacks and that got initial values: to be trained
};

/// Makes a model of a Keras file of any layout, which `read` reads. `scalingSource` of its description tells
/// where the scaling comes from: "file" (a Rescaling layer), "configured" (the option) or "assumed" (for want
/// of both, what keras.applications does for the family: tf, or torch for DenseNets). A file that lacks
/// tensors of the backbone is accepted only with `initialiseMissing` or a cut before them; one without a head
/// only with `initialiseMissing` or a cut, and gets a new head of the default widths. Errors: those of `read`
/// and kerasNetwork; missingTensor (all are listed), invalidArgument (classes, positive, sizes).
[[nodiscard]] core::Result<KerasImport> importKeras(const std::filesystem::path& path,
                                                    const KerasImportOptions& options,
                                                    const KerasFileSource& read);

} // namespace pleurascope::weights
