// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelDescription.h"

namespace pleurascope::weights {

/// A network of keras.applications, and where its ImageNet weights without a top are published
/// (keras/src/applications/resnet.py, densenet.py).
struct KnownBackbone {
    std::string_view name; ///< "resnet50v2"
    BackboneDescription description;
    Scaling scaling = Scaling::tf; ///< that its preprocess_input does
    std::string_view weightsFile;  ///< name of the published file
    std::string_view weightsUrl;
    std::string_view weightsMd5;
};

/// The first is the default.
[[nodiscard]] const std::vector<KnownBackbone>& knownBackbones();
[[nodiscard]] std::vector<std::string> knownBackboneNames();
/// Errors: invalidArgument.
[[nodiscard]] core::Result<KnownBackbone> knownBackbone(std::string_view name);
/// Its name where it is a known one (whatever its cut), else its family.
[[nodiscard]] std::string backboneName(const BackboneDescription& description);

} // namespace pleurascope::weights
