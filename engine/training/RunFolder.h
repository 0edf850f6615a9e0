// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/Checkpoint.h"
#include "engine/training/RunRecords.h"
#include "engine/weights/ModelFile.h"

#include <filesystem>
#include <memory>
#include <optional>

namespace pleurascope::training {

/// RUN: run.json, history.csv, events.jsonl (append-only, flushed), state/ (written aside and renamed),
/// model.psmodel, lock (pid and heartbeat, held with flock while this object lives). Used by one run, from
/// its thread.
class RunFolder {
public:
    /// Makes the folder and takes its lock. Errors: inUse (another process trains here), alreadyExists (a run
    /// stands here), diskFull, writeFailed.
    [[nodiscard]] static core::Result<RunFolder> create(const std::filesystem::path& folder);
    /// Takes the lock of a run that was begun before. Errors: inUse, fileNotFound (no run.json).
    [[nodiscard]] static core::Result<RunFolder> open(const std::filesystem::path& folder);
    RunFolder(RunFolder&&) noexcept;
    RunFolder& operator=(RunFolder&&) noexcept;
    ~RunFolder();

    [[nodiscard]] core::Result<void> writeRun(const TrainingConfig& config, const RunFacts& facts);
    /// One more line in history.csv and events.jsonl, on the disk when this returns.
    [[nodiscard]] core::Result<void> appendEpoch(const EpochRecord& record);
    [[nodiscard]] core::Result<void> appendDone(const TrainingOutcome& outcome);
    /// The new checkpoint replaces the old one only when it is whole.
    [[nodiscard]] core::Result<void> writeCheckpoint(const Checkpoint& checkpoint);
    /// The last whole checkpoint, or nothing before the first. Errors: damaged and those of reading.
    [[nodiscard]] core::Result<std::optional<Checkpoint>> readCheckpoint();
    /// history.csv and events.jsonl as they were after `last`, which a stop may have kept out of them, or
    /// empty where there is none.
    [[nodiscard]] core::Result<void> rewind(const std::optional<EpochRecord>& last);
    /// What the items of the run are made of.
    [[nodiscard]] core::Result<void> writeLineage(const std::string& csv);
    [[nodiscard]] core::Result<std::filesystem::path> writeModel(const weights::ModelContents& model);
    /// Takes away what was made here, for a run that ended before its first epoch; folders of others' files
    /// stay.
    void discard();
    /// Writes the time into the lock, at most once a second.
    void beat();

private:
    struct State;
    [[nodiscard]] static core::Result<RunFolder> lock(const std::filesystem::path& folder);
    explicit RunFolder(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace pleurascope::training
