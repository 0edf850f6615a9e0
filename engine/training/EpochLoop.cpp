// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/EpochLoop.h"

#include "engine/data/Shuffle.h"
#include "engine/model/TensorConversion.h"

#include <algorithm>
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

torch::Tensor labelsOf(const EpochRows& rows, const torch::Tensor& which) {
    return torch::tensor(rows.labels, torch::kInt64).index_select(0, which);
}

void append(LabelledPredictions& all, const torch::Tensor& probabilities, const torch::Tensor& labels) {
    const torch::Tensor p = probabilities.to(torch::kCPU, torch::kFloat32).contiguous();
    const torch::Tensor l = labels.to(torch::kCPU).contiguous();
    all.probabilities.insert(all.probabilities.end(), p.data_ptr<float>(), p.data_ptr<float>() + p.numel());
    for (std::int64_t i = 0; i < l.numel(); ++i)
        all.labels.push_back(static_cast<int>(l.data_ptr<std::int64_t>()[i]));
}

/// The rows with those of rarer classes repeated, whole rounds first, then a shuffled rest.
std::vector<int> oversampled(const std::vector<int>& rows, const std::vector<int>& labels, int classes,
                             data::Shuffle& shuffle) {
    std::vector<std::vector<int>> byClass(static_cast<std::size_t>(classes));
    for (const int row : rows)
        byClass[static_cast<std::size_t>(labels[static_cast<std::size_t>(row)])].push_back(row);
    std::size_t most = 0;
    for (const auto& members : byClass)
        most = std::max(most, members.size());
    std::vector<int> all;
    for (auto& members : byClass)
        for (std::size_t missing = members.empty() ? 0 : most; missing > 0;) {
            const std::size_t taken = std::min(missing, members.size());
            if (taken < members.size())
                shuffle.apply(members);
            all.insert(all.end(), members.begin(), members.begin() + static_cast<std::ptrdiff_t>(taken));
            missing -= taken;
        }
    return all;
}

std::size_t itemsOf(const EpochRows& rows, int classes) {
    std::vector<std::size_t> counts(static_cast<std::size_t>(classes), 0);
    for (const auto row : rows.training)
        ++counts[static_cast<std::size_t>(rows.labels[static_cast<std::size_t>(row)])];
    const auto present = counts.size() - static_cast<std::size_t>(std::ranges::count(counts, std::size_t(0)));
    return *std::ranges::max_element(counts) * present;
}

} // namespace

EpochLoop::EpochLoop(Learner& learner, Config config)
    : m_learner(learner)
    , m_config(std::move(config))
    , m_batch(m_config.batch) {}

int EpochLoop::batchesOf(const EpochRows& rows) const {
    const auto items =
        m_config.optimization.oversample ? itemsOf(rows, m_config.classes) : rows.training.size();
    return (static_cast<int>(items) + m_batch - 1) / m_batch;
}

std::vector<std::int64_t> EpochLoop::order(int epoch, const EpochRows& rows) const {
    std::vector<int> items(rows.training.begin(), rows.training.end());
    data::Shuffle shuffle(static_cast<std::uint32_t>(epochSeed(m_config.seed, epoch, 0)));
    if (m_config.optimization.oversample)
        items = oversampled(items, rows.labels, m_config.classes, shuffle);
    shuffle.apply(items);
    return {items.begin(), items.end()};
}

/// Nothing where memory did not hold the batch and a smaller one is to be tried.
std::optional<BatchResult> EpochLoop::step(const torch::Tensor& rows, const torch::Tensor& labels,
                                           double rateFactor) {
    try {
        return m_learner.trainBatch(rows, labels, rateFactor);
    } catch (const std::exception& exception) {
        const bool full = model::errorFromTorch(exception).code == core::ErrorCode::outOfMemory;
        if (!full || !m_config.halveWhenFull || rows.size(0) == 1)
            throw;
    }
    m_batch = static_cast<int>((rows.size(0) + 1) / 2);
    return std::nullopt;
}

core::Result<std::optional<SideMetrics>> EpochLoop::train(int epoch, const EpochRows& rows,
                                                          const std::stop_token& stop,
                                                          const std::function<void()>& batchDone) {
    m_learner.beginEpoch(epochSeed(m_config.seed, epoch, 1));
    LabelledPredictions predictions{m_config.classes, {}, {}};
    double lossSum = 0;
    const torch::Tensor all = indices(order(epoch, rows));
    for (std::int64_t at = 0; at < all.size(0);) {
        if (stop.stop_requested())
            return std::nullopt;
        const torch::Tensor some = all.slice(0, at, std::min<std::int64_t>(at + m_batch, all.size(0)));
        const torch::Tensor labels = labelsOf(rows, some);
        const double middle = static_cast<double>(at) + static_cast<double>(some.size(0)) / 2;
        const double position = epoch - 1 + middle / static_cast<double>(all.size(0));
        const auto batch = step(some, labels, rateFactor(m_config.optimization, position, m_config.epochs));
        if (!batch)
            continue;
        if (!std::isfinite(batch->loss))
            return core::failure(core::ErrorCode::diverged,
                                 "the loss is not a number in epoch " + std::to_string(epoch));
        lossSum += batch->loss * static_cast<double>(some.size(0));
        append(predictions, batch->probabilities, labels);
        at += some.size(0);
        batchDone();
    }
    return sideMetrics(predictions, m_config.positiveClass,
                       lossSum / static_cast<double>(predictions.count()));
}

torch::Tensor EpochLoop::averagedLogits(const EpochRows& rows) {
    const torch::Tensor logits = m_learner.logits(indices(rows.validation));
    if (rows.validationTwins.empty())
        return logits;
    return (logits + m_learner.logits(indices(rows.validationTwins))) / 2;
}

core::Result<LabelledLogits> EpochLoop::validationLogits(const EpochRows& rows) {
    try {
        const torch::Tensor logits = averagedLogits(rows).to(torch::kFloat64).contiguous();
        LabelledLogits films{m_config.classes, {}, {}};
        films.logits.assign(logits.data_ptr<double>(), logits.data_ptr<double>() + logits.numel());
        for (const auto row : rows.validation)
            films.labels.push_back(rows.labels[static_cast<std::size_t>(row)]);
        return films;
    } catch (const std::exception& exception) {
        return tl::unexpected(model::errorFromTorch(exception));
    }
}

SideMetrics EpochLoop::validate(const EpochRows& rows) {
    const torch::Tensor labels = labelsOf(rows, indices(rows.validation));
    const torch::Tensor logits = averagedLogits(rows);
    LabelledPredictions predictions{m_config.classes, {}, {}};
    append(predictions, torch::softmax(logits, 1), labels);
    return sideMetrics(predictions, m_config.positiveClass, crossEntropy(logits, labels).item<double>());
}

core::Result<std::optional<EpochRecord>> EpochLoop::run(int epoch, const EpochRows& rows,
                                                        std::stop_token stop,
                                                        const std::function<void()>& batchDone) {
    try {
        const auto training = train(epoch, rows, stop, batchDone);
        if (!training)
            return core::failure(training);
        if (!training->has_value())
            return std::nullopt;
        return EpochRecord{epoch, **training, validate(rows), 0, false};
    } catch (const std::exception& exception) {
        return tl::unexpected(model::errorFromTorch(exception));
    }
}

} // namespace pleurascope::training
