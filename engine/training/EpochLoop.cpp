// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/EpochLoop.h"

#include "engine/data/Shuffle.h"
#include "engine/model/TensorConversion.h"

#include <cmath>

namespace pleurascope::training {

namespace {

/// Distinct streams for order and dropout of each epoch (splitmix64's mixing).
std::uint64_t epochSeed(std::uint32_t seed, int epoch, std::uint64_t purpose) {
    std::uint64_t x = (std::uint64_t(seed) << 32) + static_cast<std::uint64_t>(epoch) * 2 + purpose;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31);
}

torch::Tensor indices(const std::vector<std::int64_t>& values) {
    return torch::tensor(values, torch::kInt64);
}

void append(LabelledPredictions& all, const torch::Tensor& probabilities, const torch::Tensor& labels) {
    const torch::Tensor p = probabilities.to(torch::kCPU, torch::kFloat32).contiguous();
    const torch::Tensor l = labels.to(torch::kCPU).contiguous();
    all.probabilities.insert(all.probabilities.end(), p.data_ptr<float>(), p.data_ptr<float>() + p.numel());
    for (std::int64_t i = 0; i < l.numel(); ++i)
        all.labels.push_back(static_cast<int>(l.data_ptr<std::int64_t>()[i]));
}

} // namespace

EpochLoop::EpochLoop(Learner& learner, const data::Dataset& dataset, data::Split split, Config config)
    : m_learner(learner)
    , m_split(std::move(split))
    , m_config(config) {
    for (const auto& sample : dataset.samples)
        m_labels.push_back(sample.label);
}

int EpochLoop::batchesPerEpoch() const {
    return (static_cast<int>(m_split.training.size()) + m_config.batch - 1) / m_config.batch;
}

std::vector<std::int64_t> EpochLoop::order(int epoch) const {
    std::vector<int> films = m_split.training;
    data::Shuffle(static_cast<std::uint32_t>(epochSeed(m_config.seed, epoch, 0))).apply(films);
    return {films.begin(), films.end()};
}

torch::Tensor EpochLoop::labelsOf(const torch::Tensor& films) const {
    return indices(m_labels).index_select(0, films);
}

core::Result<std::optional<SideMetrics>> EpochLoop::train(int epoch, std::stop_token stop,
                                                          const std::function<void()>& batchDone) {
    m_learner.beginEpoch(epochSeed(m_config.seed, epoch, 1));
    LabelledPredictions predictions{m_config.classes, {}, {}};
    double lossSum = 0;
    for (const torch::Tensor& films : indices(order(epoch)).split(m_config.batch)) {
        if (stop.stop_requested())
            return std::nullopt;
        const torch::Tensor labels = labelsOf(films);
        const BatchResult batch = m_learner.trainBatch(films, labels, m_config.learningRate);
        if (!std::isfinite(batch.loss))
            return core::failure(core::ErrorCode::diverged,
                                 "the loss is not a number in epoch " + std::to_string(epoch));
        lossSum += batch.loss * static_cast<double>(films.size(0));
        append(predictions, batch.probabilities, labels);
        batchDone();
    }
    return sideMetrics(predictions, m_config.positiveClass,
                       lossSum / static_cast<double>(predictions.count()));
}

SideMetrics EpochLoop::validate() {
    const torch::Tensor films = indices({m_split.validation.begin(), m_split.validation.end()});
    const torch::Tensor labels = labelsOf(films);
    const torch::Tensor logits = m_learner.logits(films);
    LabelledPredictions predictions{m_config.classes, {}, {}};
    append(predictions, torch::softmax(logits, 1), labels);
    return sideMetrics(predictions, m_config.positiveClass, crossEntropy(logits, labels).item<double>());
}

core::Result<std::optional<EpochRecord>> EpochLoop::run(int epoch, std::stop_token stop,
                                                        const std::function<void()>& batchDone) {
    try {
        const auto training = train(epoch, stop, batchDone);
        if (!training)
            return core::failure(training);
        if (!training->has_value())
            return std::nullopt;
        return EpochRecord{epoch, **training, validate(), 0};
    } catch (const std::exception& exception) {
        return tl::unexpected(model::errorFromTorch(exception));
    }
}

} // namespace pleurascope::training
