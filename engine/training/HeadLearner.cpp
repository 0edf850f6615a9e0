// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/HeadLearner.h"

#include <ATen/CPUGeneratorImpl.h>

namespace pleurascope::training {

HeadLearner::HeadLearner(model::ClassifierHead head, torch::Tensor features)
    : m_head(std::move(head))
    , m_features(std::move(features))
    , m_adam(m_head.trainableTensors())
    , m_generator(at::detail::createCPUGenerator()) {
    for (auto tensor : m_head.trainableTensors())
        tensor.requires_grad_(true);
}

BatchResult HeadLearner::trainBatch(const torch::Tensor& films, const torch::Tensor& labels,
                                    double learningRate) {
    const torch::Tensor logits =
        m_head.forwardTraining(m_features.index_select(0, films.to(m_features.device())), m_generator);
    const torch::Tensor loss = crossEntropy(logits, labels.to(logits.device()));
    m_adam.step(torch::autograd::grad({loss}, m_adam.tensors()), learningRate);
    return {loss.item<double>(), torch::softmax(logits.detach(), 1)};
}

torch::Tensor HeadLearner::logits(const torch::Tensor& films) {
    const torch::NoGradGuard noGrad;
    return m_head.forward(m_features.index_select(0, films.to(m_features.device()))).to(torch::kCPU);
}

void HeadLearner::beginEpoch(std::uint64_t seed) {
    m_generator.set_current_seed(seed);
}

weights::TensorMap HeadLearner::optimizerState() const {
    return stateOf(m_adam);
}

} // namespace pleurascope::training
