// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/data/Split.h"
#include "engine/training/Learner.h"
#include "engine/training/Metrics.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace pleurascope::training {

/// Runs epochs of a Learner over a split: order, batches, metrics of both sides. Knows nothing of files.
class EpochLoop {
public:
    struct Config {
        int batch = 32;
        double learningRate = 0.001;
        std::uint32_t seed = 44;
        int classes = 2;
        int positiveClass = 1;
    };

    EpochLoop(Learner& learner, const data::Dataset& dataset, data::Split split, Config config);

    /// Trains one epoch (from 1) and measures both sides. Training metrics are those of the predictions made
    /// while training, and the loss is their running mean, as Keras reports them. Nothing where `stop` came
    /// before the end of the last batch. `batchDone` is called after each batch. Errors: diverged,
    /// outOfMemory, internal.
    [[nodiscard]] core::Result<std::optional<EpochRecord>> run(int epoch, std::stop_token stop,
                                                               const std::function<void()>& batchDone);
    [[nodiscard]] int batchesPerEpoch() const;

private:
    [[nodiscard]] std::vector<std::int64_t> order(int epoch) const;
    [[nodiscard]] torch::Tensor labelsOf(const torch::Tensor& films) const;
    [[nodiscard]] core::Result<std::optional<SideMetrics>> train(int epoch, std::stop_token stop,
                                                                 const std::function<void()>& batchDone);
    [[nodiscard]] SideMetrics validate();

    Learner& m_learner;
    std::vector<std::int64_t> m_labels; ///< of every film of the dataset
    data::Split m_split;
    Config m_config;
};

} // namespace pleurascope::training
