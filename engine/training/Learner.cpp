// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Learner.h"

#include "engine/model/TensorConversion.h"

namespace pleurascope::training {

weights::TensorMap stateOf(const KerasAdam& adam) {
    weights::TensorMap state;
    for (std::size_t i = 0; i < adam.tensors().size(); ++i) {
        state.emplace("adam/first/" + std::to_string(i), model::fromTorch(adam.firstMoments()[i]));
        state.emplace("adam/second/" + std::to_string(i), model::fromTorch(adam.secondMoments()[i]));
    }
    return state;
}

torch::Tensor crossEntropy(const torch::Tensor& logits, const torch::Tensor& labels) {
    return torch::nll_loss(torch::log_softmax(logits, 1), labels);
}

} // namespace pleurascope::training
