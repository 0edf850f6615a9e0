// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/weights/Tensor.h"

#include <random>

namespace pleurascope::weights {

/// Keras' initial values: kernels Glorot uniform (Glorot and Bengio 2010; the last two dimensions are in and
/// out, those before the receptive field), drawn from `generator` alone; gamma and variance 1, else 0. The
/// same state gives the same values on every machine.
[[nodiscard]] Tensor initialTensor(const std::string& name, const std::vector<std::int64_t>& shape,
                                   std::mt19937& generator);

} // namespace pleurascope::weights
