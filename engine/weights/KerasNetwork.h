// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/KerasFile.h"
#include "engine/weights/ModelDescription.h"

namespace pleurascope::weights {

/// A Keras file understood as a network of ours: what it says of itself, its tensors under our names, and
/// what it lacks.
struct KerasNetwork {
    BackboneDescription backbone;
    HeadDescription head;
    int classes = 0;                ///< 0: the file has no head
    std::optional<Scaling> scaling; ///< where the file says so
    std::optional<int> inputSize;   ///< where the file says so
    TensorMap tensors;              ///< the head's are named dense, dense_1, ... in order
    std::vector<std::string>
        missing; ///< tensors of the backbone up to its cut, and of a head that is there, which the file lacks
};

/// With a configuration, that tells layers, head, scaling and input size. Without one, filters, blocks and
/// the head's widths come from the tensors' shapes; relu is assumed between and softmax at the end, dropout
/// is 0 and the network is not cut. `cut`, where it is not empty, ends the backbone earlier than the file
/// does. `otherwise` tells what a file that ends early does not. Errors: unsupportedFormat (a layer that is
/// not known, by name), unknownLayer (`cut`), shapeMismatch.
[[nodiscard]] core::Result<KerasNetwork> kerasNetwork(KerasFile file, const std::string& cut = {},
                                                      const BackboneDescription& otherwise = {});

} // namespace pleurascope::weights
