// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/Learner.h"
#include "engine/training/RunData.h"
#include "engine/training/RunFolder.h"

#include <chrono>
#include <optional>

namespace pleurascope::training {

/// How far a run is, kept in its folder as it goes: the last epoch, the best one with its weights, and the
/// time that was spent, over all times that the run was taken up.
class RunProgress {
public:
    /// A new run. Errors: those of RunFolder::create.
    [[nodiscard]] static core::Result<RunProgress> begin(const TrainingConfig& config, RunFacts facts,
                                                         const RunData& data);
    /// The run that stands in the folder. Errors: those of RunFolder::open and readCheckpoint;
    /// invalidArgument where weights, films or labels are others than it began with.
    [[nodiscard]] static core::Result<RunProgress> takeUp(const TrainingConfig& config, RunFacts facts);

    /// Puts a learner where a taken-up run left it; does nothing for a new one. Errors: missingTensor,
    /// shapeMismatch.
    [[nodiscard]] core::Result<void> restore(Learner& learner);
    /// An epoch is whole: its checkpoint, then its lines. Gives the record its time.
    [[nodiscard]] core::Result<EpochRecord> keep(EpochRecord record, const Learner& learner);
    /// `model`: everything but what training changed. Says the run's end, with a model where an epoch was
    /// whole.
    [[nodiscard]] core::Result<TrainingOutcome> finish(TrainingOutcome outcome, weights::ModelContents model);

    [[nodiscard]] const EpochRecord& last() const { return m_last; } ///< epoch 0: none yet
    /// The one whose weights the model has: of the highest validation AUC, or the last (KeptEpoch).
    [[nodiscard]] const EpochRecord& best() const { return m_best; }
    [[nodiscard]] const weights::TensorMap& bestTensors() const { return m_bestTensors; }
    [[nodiscard]] const RunFacts& facts() const { return m_facts; }
    [[nodiscard]] double seconds() const;
    void beat() { m_folder.beat(); }
    /// Takes a run away that ended before its first epoch, unless it was there before.
    void discard();

private:
    RunProgress(RunFolder folder, RunFacts facts, KeptEpoch kept)
        : m_folder(std::move(folder))
        , m_facts(std::move(facts))
        , m_kept(kept) {}

    RunFolder m_folder;
    RunFacts m_facts;
    KeptEpoch m_kept;
    bool m_isTakenUp = false;
    std::optional<Checkpoint> m_resumed; ///< until the learner has it
    EpochRecord m_last, m_best;
    weights::TensorMap m_bestTensors;
    double m_secondsBefore = 0;
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

} // namespace pleurascope::training
