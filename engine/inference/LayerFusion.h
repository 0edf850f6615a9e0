// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/LayerGraph.h"

#include <cstddef>
#include <vector>

namespace pleurascope::inference {

/// One step of a forward pass that does the work of several layers: a convolution takes the padding before
/// it, the batch norm behind it, the sum with a value that nobody needs any more, and the relu; a batch norm
/// takes the relu.
struct FusedStep {
    int layer = 0;      ///< the layer whose kind says what is done
    int input = 0;      ///< layer whose value is read
    int padding = 0;    ///< zeros on each side, for a convolution
    int batchNorm = -1; ///< folded into the convolution; -1: none
    int addend = -1;    ///< layer whose value is added, in place; -1: none
    bool relu = false;
    int output = 0; ///< layer whose value results
};

/// The steps of a frozen network, in order. Values of `outputs` are kept whole: no step hides or overwrites
/// them. Every other layer's value may disappear within a step.
[[nodiscard]] std::vector<FusedStep> fuseLayers(const std::vector<weights::Layer>& layers,
                                                const std::vector<std::size_t>& outputs);

/// The first layer at a stride of at least 32 to the film whose value is all that later ones read, with
/// layers behind it: the last stage of a ResNet starts there. -1: none.
[[nodiscard]] int findWaist(const std::vector<weights::Layer>& layers);

} // namespace pleurascope::inference
