// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/RunRecords.h"
#include "engine/weights/ModelFile.h"

#include <filesystem>
#include <memory>

namespace pleurascope::training {

/// The checkpoint of an epoch: everything that a later resume needs.
struct Checkpoint {
    int epoch = 0;
    int bestEpoch = 0;
    double bestValidationAuc = 0;
    weights::TensorMap tensors; ///< "now/...", "best/...", "adam/..."
};

/// RUN: run.json, history.csv, events.jsonl (append-only, flushed), state/ (written aside and renamed),
/// model.psmodel, lock (pid and heartbeat, held with flock while this object lives). Used by one run, from
/// its thread.
class RunFolder {
public:
    /// Makes the folder and takes its lock. Errors: inUse (another process trains here), alreadyExists (a run
    /// stands here), diskFull, writeFailed.
    [[nodiscard]] static core::Result<RunFolder> create(const std::filesystem::path& folder);
    RunFolder(RunFolder&&) noexcept;
    RunFolder& operator=(RunFolder&&) noexcept;
    ~RunFolder();

    [[nodiscard]] core::Result<void> writeRun(const TrainingConfig& config, const RunFacts& facts);
    /// One more line in history.csv and events.jsonl, on the disk when this returns.
    [[nodiscard]] core::Result<void> appendEpoch(const EpochRecord& record);
    [[nodiscard]] core::Result<void> appendDone(const TrainingOutcome& outcome);
    /// The new checkpoint replaces the old one only when it is whole.
    [[nodiscard]] core::Result<void> writeCheckpoint(const Checkpoint& checkpoint);
    [[nodiscard]] core::Result<std::filesystem::path> writeModel(const weights::ModelContents& model);
    /// Takes away what was made here, for a run that ended before its first epoch; folders of others' files
    /// stay.
    void discard();
    /// Writes the time into the lock, at most once a second.
    void beat();

private:
    struct State;
    explicit RunFolder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace pleurascope::training
