// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <string>

namespace pleurascope::test {

/// Rows of a worklist as a test wants them: `id` is study and film at once.
inline store::WorklistRow makeRow(std::int64_t id, const std::string& name = "DEMO^ANNA") {
    store::WorklistRow row;
    row.study.id = id;
    row.study.studyUid = "1.2." + std::to_string(id);
    row.study.patientName = name;
    row.study.patientId = "DEMO-" + std::to_string(id);
    row.study.date = "2026-11-22";
    row.study.time = "08:14:00";
    row.study.sex = "F";
    row.study.age = "067Y";
    row.study.description = "Chest PA";
    row.film.id = id;
    row.film.studyId = id;
    row.film.path = "/films/" + std::to_string(id) + ".dcm";
    row.film.modality = "DX";
    row.film.view = "PA";
    return row;
}

inline store::WorklistRow withScore(store::WorklistRow row, double probability, double threshold = 0.5) {
    store::PredictionRecord prediction;
    prediction.id = row.study.id;
    prediction.filmId = row.film.id;
    prediction.modelHash = "model";
    prediction.modelName = "Model";
    prediction.probability = probability;
    prediction.threshold = threshold;
    row.prediction = prediction;
    return row;
}

inline store::WorklistRow withVerdict(store::WorklistRow row, store::VerdictChoice choice, std::int64_t id,
                                      const std::string& madeAt) {
    store::VerdictRecord verdict;
    verdict.id = id;
    verdict.studyId = row.study.id;
    verdict.choice = choice;
    verdict.madeAt = madeAt;
    row.verdict = verdict;
    return row;
}

} // namespace pleurascope::test
