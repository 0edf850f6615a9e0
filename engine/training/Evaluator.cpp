// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Evaluator.h"

#include "engine/data/Split.h"
#include "engine/training/FilmLoader.h"
#include "engine/training/Metrics.h"

#include <algorithm>

namespace pleurascope::training {

using core::failure;
using core::Result;

namespace {

/// The dataset with labels as the model's class indices.
Result<data::Dataset> datasetFor(const weights::ModelDescription& model, const EvaluationConfig& config) {
    if (!config.labels.empty())
        return data::datasetFromCsv(config.data, config.labels, {}, model.classes);
    auto dataset = data::datasetFromFolder(config.data);
    if (!dataset)
        return dataset;
    std::vector<int> place;
    for (const auto& name : dataset->classes) {
        const auto found = std::find(model.classes.begin(), model.classes.end(), name);
        if (found == model.classes.end())
            return failure(core::ErrorCode::unknownLabel, name, config.data.string());
        place.push_back(static_cast<int>(found - model.classes.begin()));
    }
    for (auto& sample : dataset->samples)
        sample.label = place[static_cast<std::size_t>(sample.label)];
    dataset->classes = model.classes;
    return dataset;
}

Result<std::vector<double>> probabilities(inference::Predictor& predictor, const data::Dataset& dataset,
                                          intake::FilmReader& reader, const core::ProgressObserver& progress,
                                          const std::stop_token& stop) {
    FilmLoader loader(dataset, predictor.description().inputSize, reader);
    std::vector<double> scores;
    std::vector<imaging::InputPlanes> batch;
    const auto flush = [&]() -> Result<void> {
        const auto predictions = predictor.predict(batch);
        if (!predictions)
            return failure(predictions);
        for (const auto& prediction : *predictions)
            scores.push_back(prediction.probability);
        batch.clear();
        progress({scores.size(), dataset.samples.size(), "films"});
        return {};
    };
    while (auto film = loader.next()) {
        if (!*film)
            return failure(*film);
        if (stop.stop_requested())
            return failure(core::ErrorCode::invalidArgument, "stopped");
        batch.push_back(std::move((*film)->planes));
        if (batch.size() == 8)
            if (const auto done = flush(); !done)
                return failure(done);
    }
    if (const auto done = flush(); !done)
        return failure(done);
    return scores;
}

void measureAreas(Evaluation& e, const std::vector<double>& scores, const std::vector<bool>& positive,
                  const std::vector<int>& patients) {
    const auto auc = deLongInterval(scores, positive);
    e.auc = auc.auc;
    e.aucLow = auc.low;
    e.aucHigh = auc.high;
    const auto bootstrap = bootstrapAuc(scores, positive, patients);
    e.aucBootstrapLow = bootstrap.low;
    e.aucBootstrapHigh = bootstrap.high;
    e.patients = patients.empty() ? 0 : *std::max_element(patients.begin(), patients.end()) + 1;
    e.averagePrecision = averagePrecision(scores, positive);
    e.brier = brierScore(scores, positive);
    e.ece = expectedCalibrationError(scores, positive);
}

void measureDecisions(Evaluation& e, const ConfusionCounts& counts) {
    e.positives = counts.tp + counts.fn;
    e.accuracy = counts.accuracy();
    e.precision = counts.precision();
    e.recall = e.sensitivity = counts.recall();
    e.specificity = counts.specificity();
    e.tp = counts.tp;
    e.fp = counts.fp;
    e.tn = counts.tn;
    e.fn = counts.fn;
}

/// Of the positive class and the rest, as the notebook's two columns.
void measureAsKeras(Evaluation& e, const std::vector<double>& scores, const std::vector<bool>& positive) {
    LabelledPredictions columns{2, {positive.begin(), positive.end()}, {}};
    for (const double score : scores) {
        columns.probabilities.push_back(static_cast<float>(1 - score));
        columns.probabilities.push_back(static_cast<float>(score));
    }
    e.kerasAuc = kerasAuc(columns);
    e.kerasAccuracy = kerasAccuracy(columns);
    const auto decided = kerasPrecisionRecall(columns);
    e.kerasPrecision = decided.precision;
    e.kerasRecall = decided.recall;
}

} // namespace

Evaluation evaluationOf(const data::Dataset& dataset, const std::vector<double>& probabilities,
                        const weights::ModelDescription& model) {
    std::vector<bool> positive;
    Evaluation e;
    for (const auto& sample : dataset.samples) {
        e.films.push_back({sample.path, dataset.classes[static_cast<std::size_t>(sample.label)],
                           probabilities[positive.size()]});
        positive.push_back(sample.label == model.positiveClass);
    }
    e.n = static_cast<int>(positive.size());
    e.threshold = model.threshold;
    e.temperature = model.temperature;
    measureAreas(e, probabilities, positive, data::splitUnits(dataset, data::SplitUnit::patient));
    measureDecisions(e, confusion(probabilities, positive, model.threshold));
    measureAsKeras(e, probabilities, positive);
    return e;
}

Result<Evaluation> runEvaluation(inference::Predictor& predictor, const EvaluationConfig& config,
                                 intake::FilmReader& reader, const core::ProgressObserver& progress,
                                 std::stop_token stop) {
    const auto& model = predictor.description();
    const auto dataset = datasetFor(model, config);
    if (!dataset)
        return failure(dataset);
    const auto scores = probabilities(predictor, *dataset, reader, progress, stop);
    if (!scores)
        return failure(scores);
    return evaluationOf(*dataset, *scores, model);
}

} // namespace pleurascope::training
