// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/training/ItemPlan.h"
#include "engine/training/TrainingObserver.h"

namespace pleurascope::training {

/// The films and copies that a run goes through.
struct RunData {
    data::Dataset dataset;
    data::Split split; ///< of films; where the plan leaks, all of them train
    ItemPlan plan;
    std::vector<std::string> filmSha256; ///< of the files, one a film; empty where a film is on neither side

    /// Lists and splits; films are not opened yet. Errors: those of datasetOf, data::splitDataset and
    /// ItemPlan.
    [[nodiscard]] static core::Result<RunData> list(const TrainingConfig& config);
    /// Hashes the files of both sides. Errors: fileNotFound, fileUnreadable; invalidArgument where one file
    /// is trained and, under another name, validated on.
    [[nodiscard]] core::Result<void> hashFilms();

    /// SHA-256 over paths, labels and file hashes.
    [[nodiscard]] std::string sha256() const;
    [[nodiscard]] DatasetSummary summary() const;
    /// A line for every item that epochs 1 .. `epochs` train on: data::lineageCsv.
    [[nodiscard]] std::string lineage(int epochs) const;
};

} // namespace pleurascope::training
