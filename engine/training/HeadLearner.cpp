// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/HeadLearner.h"

#include <ATen/CPUGeneratorImpl.h>

namespace pleurascope::training {

HeadLearner::HeadLearner(model::ClassifierHead head, torch::Device device,
                         std::shared_ptr<const RowStore> features, Objective objective,
                         const Optimization& optimization, double learningRate)
    : m_head(std::move(head))
    , m_device(device)
    , m_features(std::move(features))
    , m_objective(std::move(objective))
    , m_optimizer({{m_head.trainableTensors(), learningRate}}, optimization)
    , m_generator(at::detail::createCPUGenerator()) {}

BatchResult HeadLearner::trainBatch(const torch::Tensor& rows, const torch::Tensor& labels,
                                    double rateFactor) {
    const torch::Tensor features = m_features->gather(rows).front().to(m_device);
    return descend(m_head.forwardTraining(features, m_generator), labels, m_objective, m_optimizer,
                   rateFactor);
}

torch::Tensor HeadLearner::logits(const torch::Tensor& rows) {
    const torch::NoGradGuard noGrad;
    return m_head.forward(m_features->gather(rows).front().to(m_device)).to(torch::kCPU);
}

void HeadLearner::beginEpoch(std::uint64_t seed) {
    m_generator.set_current_seed(seed);
}

core::Result<void> HeadLearner::restore(const weights::TensorMap& tensors,
                                        const weights::TensorMap& optimizerState) {
    if (auto assigned = m_head.assign(tensors); !assigned)
        return assigned;
    return m_optimizer.restore(optimizerState);
}

} // namespace pleurascope::training
