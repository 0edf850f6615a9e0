// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunDescription.h"

namespace pleurascope::training {

namespace {

weights::ModelProvenance provenanceOf(const TrainingConfig& config, const RunFacts& facts,
                                      const EpochRecord& best) {
    weights::ModelProvenance p;
    p.created = facts.created;
    p.program = facts.program;
    p.trainingData = std::filesystem::absolute(config.data).lexically_normal().filename().string();
    p.trainingDataSha256 = facts.dataSha256;
    p.backboneWeights = facts.summary.backboneWeights;
    p.backboneWeightsSha256 = facts.weightsSha256;
    p.split = !config.kerasSplit && config.split.unit == data::SplitUnit::patient ? "patient" : "image";
    p.seed = config.split.seed;
    p.trainingFilms = facts.summary.trainingFilms;
    p.validationFilms = facts.summary.validationFilms;
    p.bestEpoch = best.epoch;
    p.phantomsOnly = config.phantomsOnly;
    p.validationLeaks = facts.summary.validationLeaks;
    const auto& v = best.validation;
    p.metrics = {{"val_loss", v.loss},           {"val_auc", v.auc},       {"val_accuracy", v.accuracy},
                 {"val_precision", v.precision}, {"val_recall", v.recall}, {"val_keras_auc", v.kerasAuc}};
    return p;
}

} // namespace

weights::ModelDescription describeModel(const TrainingConfig& config, const RunData& data,
                                        const RunFacts& facts, const EpochRecord& best) {
    weights::ModelDescription d;
    d.name = config.modelName.empty() ? config.output.filename().string() : config.modelName;
    d.backbone = config.backbone;
    d.head = config.head;
    d.inputSize = config.inputSize;
    d.scaling = config.scaling;
    d.flipAverage = config.flipAverage;
    d.classes = data.dataset.classes;
    d.positiveClass = data.dataset.positiveClass;
    d.provenance = provenanceOf(config, facts, best);
    return d;
}

} // namespace pleurascope::training
