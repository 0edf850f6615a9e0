// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/ModelDescription.h"

#include <string>
#include <string_view>

namespace pleurascope::weights {

/// `model.json`, indented, keys sorted, format number 1.
[[nodiscard]] std::string toJson(const ModelDescription& description);

/// Checks every type and range (counts, sizes, one dropout a hidden layer, positive class within the classes,
/// threshold 0..1). Unknown keys are ignored. Errors: badModelFile (names the key), and for a later format
/// number unsupportedFormat.
[[nodiscard]] core::Result<ModelDescription> modelDescriptionFromJson(std::string_view text);

} // namespace pleurascope::weights
