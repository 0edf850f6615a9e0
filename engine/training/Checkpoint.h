// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/TrainingObserver.h"
#include "engine/weights/Tensor.h"

namespace pleurascope::training {

/// The end of an epoch: everything that a later resume needs.
struct Checkpoint {
    EpochRecord last;
    EpochRecord best;                  ///< the epoch of the highest validation AUC so far
    weights::TensorMap tensors;        ///< those that are trained, after `last`
    weights::TensorMap bestTensors;    ///< after `best`
    weights::TensorMap optimizerState; ///< after `last`
};

} // namespace pleurascope::training
