// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Learner.h"

#include <cmath>

namespace pleurascope::training {

BatchResult descend(const torch::Tensor& logits, const torch::Tensor& labels, const Objective& objective,
                    Optimizer& optimizer, double rateFactor) {
    const torch::Tensor plain = logits.to(torch::kFloat32);
    const torch::Tensor loss = objective(plain, labels.to(plain.device()));
    const double value = loss.item<double>();
    // A loss that is no number must not reach the weights: the best epoch so far stays usable.
    if (std::isfinite(value))
        optimizer.step(loss, rateFactor);
    return {value, torch::softmax(plain.detach(), 1)};
}

} // namespace pleurascope::training
