// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/data/Dataset.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/Evaluation.h"
#include "engine/training/TrainingConfig.h"
#include "engine/training/TrainingObserver.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace pleurascope::training {

// What experiments of many runs share: who trains, which films, where it is kept.

/// What trains a run and what measures its model: LearningModule's two functions, or a test's.
struct RunFunctions {
    std::function<core::Result<TrainingOutcome>(const TrainingConfig&, TrainingObserver&, std::stop_token)>
        train;
    std::function<core::Result<Evaluation>(const EvaluationConfig&, std::stop_token)> evaluate;
};

/// The films of a configuration; split by patient, those without a known one are grouped by look
/// (data::LookPrint), for which every film is read once ("looks" as stage of `progress`), unless the table
/// says how. Stopping is an error here (invalidArgument "stopped"). Errors: those of datasetOf and
/// FilmReader::readFilm.
[[nodiscard]] core::Result<data::Dataset> filmsOf(const TrainingConfig& config, intake::FilmReader& reader,
                                                  const core::ProgressObserver& progress,
                                                  const std::stop_token& stop);

/// The folder of an experiment: `plan.json`, a lock (flock, held while this object lives), and runs below it.
/// The same plan goes on with what stands there; another one is refused.
class ExperimentFolder {
public:
    /// Errors: inUse (another process works here), alreadyExists (another plan, or a single run, stands
    /// here), diskFull, writeFailed.
    [[nodiscard]] static core::Result<ExperimentFolder> open(const std::filesystem::path& folder,
                                                             const std::string& plan);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    /// Written aside and renamed. Errors: diskFull, writeFailed.
    [[nodiscard]] core::Result<void> write(const std::string& name, const std::string& text) const;
    /// Trains below this folder, in `config.output`; a run that was broken off goes on, one that is finished
    /// is not run again.
    [[nodiscard]] core::Result<TrainingOutcome> train(TrainingConfig config, const RunFunctions& functions,
                                                      TrainingObserver& observer,
                                                      const std::stop_token& stop) const;

private:
    struct Lock;
    ExperimentFolder(std::filesystem::path path, std::shared_ptr<Lock> lock)
        : m_path(std::move(path))
        , m_lock(std::move(lock)) {}

    std::filesystem::path m_path;
    std::shared_ptr<Lock> m_lock;
};

/// `plan.json`: the configuration as in run.json, the films with their groups (as a hash), and what else
/// decides the experiment, a JSON object.
[[nodiscard]] std::string planJson(const std::string& kind, const std::string& particulars,
                                   const TrainingConfig& config, const data::Dataset& films);

/// What a run folder's events tell of a run that came to its end; nothing where it did not.
[[nodiscard]] std::optional<TrainingOutcome> finishedRun(const std::filesystem::path& run);

} // namespace pleurascope::training
