// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasModelConfig.h"
#include "engine/weights/ModelDescription.h"

#include <optional>

namespace pleurascope::weights {

/// A Dense layer of a head, and the dropout behind it.
struct KerasDense {
    std::string name;
    int units = 0;
    double dropout = 0;
};

/// What a configuration says about a network of ours.
struct KerasTopology {
    std::string cut;
    std::vector<KerasDense> head;   ///< from the pooling to the softmax; empty for a backbone alone
    std::optional<Scaling> scaling; ///< of a Rescaling layer, or of several in a row
    std::optional<int> inputSize;   ///< of a square input
};

/// Follows a configuration from its output to its input: Dense softmax, Dense relu and Dropout, global
/// average pooling, the backbone (each layer held against keras.applications' of the same name), Rescaling,
/// input. Layers that do nothing when a film is reviewed (Dropout, Random...) are passed over. Errors:
/// unsupportedFormat, which names the layer that is not known or not as expected.
[[nodiscard]] core::Result<KerasTopology> kerasTopology(const KerasModelConfig& config,
                                                        const BackboneDescription& backbone);

} // namespace pleurascope::weights
