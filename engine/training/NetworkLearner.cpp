// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/NetworkLearner.h"

#include <ATen/CPUGeneratorImpl.h>

namespace pleurascope::training {

namespace {

constexpr double movingMomentum = 0.9;
constexpr std::int64_t inferenceBatch = 32;

std::vector<torch::Tensor> trainable(const inference::Network& network) {
    auto tensors = network.backbone.trainableTensors();
    for (const auto& tensor : network.head.trainableTensors())
        tensors.push_back(tensor);
    return tensors;
}

} // namespace

NetworkLearner::NetworkLearner(inference::Network network, std::vector<imaging::InputPlanes> films)
    : m_network(std::move(network))
    , m_films(std::move(films))
    , m_adam(trainable(m_network))
    , m_generator(at::detail::createCPUGenerator()) {
    for (auto tensor : m_adam.tensors())
        tensor.requires_grad_(true);
}

torch::Tensor NetworkLearner::inputs(const torch::Tensor& films) const {
    std::vector<imaging::InputPlanes> batch;
    for (std::int64_t i = 0; i < films.size(0); ++i)
        batch.push_back(m_films[static_cast<std::size_t>(films[i].item<std::int64_t>())]);
    return inference::inputTensor(batch, m_network.description.scaling, m_network.device);
}

BatchResult NetworkLearner::trainBatch(const torch::Tensor& films, const torch::Tensor& labels,
                                       double learningRate) {
    const torch::Tensor maps = m_network.backbone.forwardTraining(inputs(films), movingMomentum);
    const torch::Tensor logits = m_network.head.forwardTraining(model::globalAverage(maps), m_generator);
    const torch::Tensor loss = crossEntropy(logits, labels.to(logits.device()));
    m_adam.step(torch::autograd::grad({loss}, m_adam.tensors()), learningRate);
    return {loss.item<double>(), torch::softmax(logits.detach(), 1)};
}

torch::Tensor NetworkLearner::logits(const torch::Tensor& films) {
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> parts;
    for (const auto& batch : films.split(inferenceBatch))
        parts.push_back(
            m_network.head.forward(model::globalAverage(m_network.backbone.forward(inputs(batch)))));
    return torch::cat(parts).to(torch::kCPU);
}

void NetworkLearner::beginEpoch(std::uint64_t seed) {
    m_generator.set_current_seed(seed);
}

weights::TensorMap NetworkLearner::tensors() const {
    auto tensors = m_network.backbone.tensors();
    tensors.merge(m_network.head.tensors());
    return tensors;
}

weights::TensorMap NetworkLearner::optimizerState() const {
    return stateOf(m_adam);
}

} // namespace pleurascope::training
