// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/training/Calibration.h"
#include "engine/training/Learner.h"
#include "engine/training/Metrics.h"

#include <functional>
#include <optional>
#include <stop_token>

namespace pleurascope::training {

/// What a learner's rows are for in one epoch.
struct EpochRows {
    std::vector<int> labels;            ///< class index of every row
    std::vector<std::int64_t> training; ///< each once, ascending
    std::vector<std::int64_t> validation;
    std::vector<std::int64_t>
        validationTwins; ///< mirror images of these, whose logits are averaged in; or empty
};

/// Runs epochs of a Learner: order, batches, rates, metrics of both sides. Knows nothing of files.
class EpochLoop {
public:
    struct Config {
        int epochs = 50;
        int batch = 32;
        std::uint32_t seed = 44;
        int classes = 2;
        int positiveClass = 1;
        Optimization optimization;
        bool halveWhenFull = false; ///< out of memory: goes on with half the batch (CUDA)
    };

    EpochLoop(Learner& learner, Config config);

    /// Trains one epoch (from 1) and measures both sides. Training metrics are those of the predictions made
    /// while training, and the loss is their running mean, as Keras reports them; the validation loss is the
    /// plain cross-entropy. Nothing where `stop` came before the end of the last batch. `batchDone` is called
    /// after each batch. Errors: diverged, outOfMemory, internal.
    [[nodiscard]] core::Result<std::optional<EpochRecord>>
    run(int epoch, const EpochRows& rows, std::stop_token stop, const std::function<void()>& batchDone);
    /// What the learner says of the validation rows as it stands, for calibration. Errors: outOfMemory,
    /// internal.
    [[nodiscard]] core::Result<LabelledLogits> validationLogits(const EpochRows& rows);
    [[nodiscard]] int batchesOf(const EpochRows& rows) const;
    /// Items a step: as configured, or less where memory did not hold them.
    [[nodiscard]] int batch() const { return m_batch; }

private:
    [[nodiscard]] std::vector<std::int64_t> order(int epoch, const EpochRows& rows) const;
    [[nodiscard]] std::optional<BatchResult> step(const torch::Tensor& rows, const torch::Tensor& labels,
                                                  double rateFactor);
    [[nodiscard]] core::Result<std::optional<SideMetrics>> train(int epoch, const EpochRows& rows,
                                                                 const std::stop_token& stop,
                                                                 const std::function<void()>& batchDone);
    [[nodiscard]] torch::Tensor averagedLogits(const EpochRows& rows);
    [[nodiscard]] SideMetrics validate(const EpochRows& rows);

    Learner& m_learner;
    Config m_config;
    int m_batch;
};

} // namespace pleurascope::training
