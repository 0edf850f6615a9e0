// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunRecords.h"

#include "engine/data/AugmentationJson.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <ctime>
#include <utility>

namespace pleurascope::training {

using core::ErrorCode;
using nlohmann::json;
using nlohmann::ordered_json;

namespace {

/// The measures in the order in which they are written.
constexpr std::array<std::pair<const char*, double SideMetrics::*>, 8> measures{{
    {"loss", &SideMetrics::loss},
    {"accuracy", &SideMetrics::accuracy},
    {"auc", &SideMetrics::auc},
    {"precision", &SideMetrics::precision},
    {"recall", &SideMetrics::recall},
    {"keras_auc", &SideMetrics::kerasAuc},
    {"keras_precision", &SideMetrics::kerasPrecision},
    {"keras_recall", &SideMetrics::kerasRecall},
}};

std::string dump(const ordered_json& j) {
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string splitWord(const TrainingConfig& c) {
    if (c.kerasSplit)
        return "keras";
    return c.split.unit == data::SplitUnit::patient ? "patient" : "image";
}

ordered_json optimizationJson(const Optimization& o) {
    return {{"optimizer", std::string(wordOf(o.optimizer))},
            {"weight_decay", o.weightDecay},
            {"schedule", std::string(wordOf(o.schedule))},
            {"warm_up", o.warmUp},
            {"loss", std::string(wordOf(o.loss))},
            {"focal_gamma", o.focalGamma},
            {"label_smoothing", o.labelSmoothing},
            {"class_weights", std::string(wordOf(o.classWeights))},
            {"oversample", o.oversample},
            {"clip_norm", o.clipNorm},
            {"early_stopping", o.earlyStopping},
            {"mixed_precision", o.mixedPrecision}};
}

Optimization optimizationFrom(const json& j) {
    Optimization o;
    o.optimizer = optimizerFromWord(j.at("optimizer").get<std::string>());
    o.weightDecay = j.at("weight_decay").get<double>();
    o.schedule = scheduleFromWord(j.at("schedule").get<std::string>());
    o.warmUp = j.at("warm_up").get<double>();
    o.loss = lossFromWord(j.at("loss").get<std::string>());
    o.focalGamma = j.at("focal_gamma").get<double>();
    o.labelSmoothing = j.at("label_smoothing").get<double>();
    o.classWeights = classWeightsFromWord(j.at("class_weights").get<std::string>());
    o.oversample = j.at("oversample").get<bool>();
    o.clipNorm = j.at("clip_norm").get<double>();
    o.earlyStopping = j.at("early_stopping").get<int>();
    o.mixedPrecision = j.at("mixed_precision").get<bool>();
    return o;
}

ordered_json augmentationJson(const data::AugmentationPlan& plan) {
    return {{"recipe", ordered_json::parse(data::toJson(plan.recipe))},
            {"mode", plan.mode == data::AugmentationMode::freshEachEpoch ? "fresh" : "fixed"},
            {"class", plan.augmentedClass},
            {"copies", plan.copiesPerFilm},
            {"sampled_copies", plan.sampledCopies}};
}

core::Result<data::AugmentationPlan> augmentationFrom(const ordered_json& j) {
    data::AugmentationPlan plan;
    auto recipe = data::augmentationRecipeFromJson(j.at("recipe").dump());
    if (!recipe)
        return core::failure(recipe);
    plan.recipe = std::move(*recipe);
    plan.mode =
        j.at("mode") == "fresh" ? data::AugmentationMode::freshEachEpoch : data::AugmentationMode::fixedSet;
    plan.augmentedClass = j.at("class").get<std::string>();
    plan.copiesPerFilm = j.at("copies").get<int>();
    plan.sampledCopies = j.at("sampled_copies").get<int>();
    return plan;
}

ordered_json configJson(const TrainingConfig& c) {
    return {{"data", c.data.string()},
            {"labels", c.labels.string()},
            {"weights", c.weights.string()},
            {"backbone",
             {{"family", c.backbone.family},
              {"stem_filters", c.backbone.stemFilters},
              {"blocks", c.backbone.blocks},
              {"filters", c.backbone.filters},
              {"cut", c.backbone.cut}}},
            {"head", c.head.hidden},
            {"dropout", c.head.dropout},
            {"epochs", c.epochs},
            {"batch", c.batch},
            {"learning_rate", c.learningRate},
            {"preset", c.preset},
            {"deepest_cut", c.deepestCut},
            {"fine_tune", c.fineTuning.stage},
            {"fine_tune_learning_rate", c.fineTuning.learningRate},
            {"optimization", optimizationJson(c.optimization)},
            {"augmentation", augmentationJson(c.augmentation)},
            {"augment_positive_only", c.augmentPositiveOnly},
            {"mirror", std::string(mirrorWord(c.mirror))},
            {"flip_average", c.flipAverage},
            {"split", splitWord(c)},
            {"split_last", c.splitLast},
            {"validation", c.split.validation},
            {"seed", c.split.seed},
            {"input_size", c.inputSize},
            {"scaling", std::string(weights::scalingName(c.scaling))},
            {"positive", c.positive},
            {"device", std::string(deviceWord(c.device))},
            {"train_backbone", c.trainBackbone},
            {"phantoms_only", c.phantomsOnly},
            {"model_name", c.modelName}};
}

ordered_json summaryJson(const DatasetSummary& s) {
    return {{"training_films", s.trainingFilms},
            {"validation_films", s.validationFilms},
            {"training_positives", s.trainingPositives},
            {"validation_positives", s.validationPositives},
            {"unknown_patients", s.unknownPatients},
            {"training_items", s.trainingItems},
            {"validation_items", s.validationItems},
            {"validation_leaks", s.validationLeaks},
            {"device", s.device},
            {"backbone_weights", s.backboneWeights},
            {"cut", s.cut},
            {"wanted_cut", s.wantedCut}};
}

TrainingConfig configFrom(const json& j) {
    TrainingConfig c;
    c.data = j.at("data").get<std::string>();
    c.labels = j.at("labels").get<std::string>();
    c.weights = j.at("weights").get<std::string>();
    const json& backbone = j.at("backbone");
    c.backbone.family = backbone.at("family").get<std::string>();
    c.backbone.stemFilters = backbone.at("stem_filters").get<int>();
    c.backbone.blocks = backbone.at("blocks").get<std::vector<int>>();
    c.backbone.filters = backbone.at("filters").get<std::vector<int>>();
    c.backbone.cut = backbone.at("cut").get<std::string>();
    c.head.hidden = j.at("head").get<std::vector<int>>();
    c.head.dropout = j.at("dropout").get<std::vector<double>>();
    c.epochs = j.at("epochs").get<int>();
    c.batch = j.at("batch").get<int>();
    c.learningRate = j.at("learning_rate").get<double>();
    c.kerasSplit = j.at("split") == "keras";
    c.split.unit =
        c.kerasSplit || j.at("split") == "image" ? data::SplitUnit::image : data::SplitUnit::patient;
    c.split.validation = j.at("validation").get<double>();
    c.split.seed = j.at("seed").get<std::uint32_t>();
    c.inputSize = j.at("input_size").get<int>();
    c.scaling = weights::scalingFromName(j.at("scaling").get<std::string>()).value_or(weights::Scaling::tf);
    c.positive = j.at("positive").get<std::string>();
    c.device = deviceFromWord(j.at("device").get<std::string>());
    c.trainBackbone = j.at("train_backbone").get<bool>();
    c.phantomsOnly = j.at("phantoms_only").get<bool>();
    c.modelName = j.at("model_name").get<std::string>();
    return c;
}

/// What runs before fine-tuning did not write.
core::Result<void> addLaterKeys(TrainingConfig& c, const ordered_json& j) {
    c.preset = j.value("preset", "");
    c.deepestCut = j.value("deepest_cut", false);
    c.fineTuning.stage = j.value("fine_tune", "");
    c.fineTuning.learningRate = j.value("fine_tune_learning_rate", c.fineTuning.learningRate);
    c.mirror = mirrorFromWord(j.value("mirror", "none"));
    c.augmentPositiveOnly = j.value("augment_positive_only", false);
    c.flipAverage = j.value("flip_average", false);
    c.splitLast = j.value("split_last", false);
    if (j.contains("optimization"))
        c.optimization = optimizationFrom(json::parse(j["optimization"].dump()));
    if (!j.contains("augmentation"))
        return {};
    auto plan = augmentationFrom(j["augmentation"]);
    if (!plan)
        return core::failure(plan);
    c.augmentation = std::move(*plan);
    return {};
}

std::string numberText(double value) {
    return ordered_json(value).dump();
}

} // namespace

std::string epochJson(const EpochRecord& record) {
    ordered_json j = {{"epoch", record.epoch}};
    for (const auto& [name, member] : measures) {
        j[name] = record.training.*member;
        j[std::string("val_") + name] = record.validation.*member;
    }
    j["seconds"] = record.seconds;
    if (record.validationLeaks)
        j["validation_leaks"] = true;
    return dump(j);
}

core::Result<EpochRecord> epochFromJson(const std::string& line) {
    const json j = json::parse(line, nullptr, false);
    try {
        EpochRecord record;
        record.epoch = j.at("epoch").get<int>();
        for (const auto& [name, member] : measures) {
            record.training.*member = j.at(name).get<double>();
            record.validation.*member = j.at(std::string("val_") + name).get<double>();
        }
        record.seconds = j.at("seconds").get<double>();
        record.validationLeaks = j.value("validation_leaks", false);
        return record;
    } catch (const json::exception& exception) {
        return core::failure(ErrorCode::damaged, exception.what());
    }
}

std::string doneJson(const TrainingOutcome& outcome) {
    return dump({{"done", true},
                 {"outcome", outcome.outcome == core::Outcome::finished ? "finished" : "stopped"},
                 {"epochs", outcome.epochs},
                 {"ended_early", outcome.endedEarly},
                 {"best_epoch", outcome.bestEpoch},
                 {"val_auc", outcome.bestValidationAuc},
                 {"model", outcome.model},
                 {"seconds", outcome.seconds}});
}

std::string evaluationJson(const Evaluation& e) {
    return dump({{"n", e.n},
                 {"positives", e.positives},
                 {"auc", e.auc},
                 {"auc_low", e.aucLow},
                 {"auc_high", e.aucHigh},
                 {"accuracy", e.accuracy},
                 {"precision", e.precision},
                 {"recall", e.recall},
                 {"sensitivity", e.sensitivity},
                 {"specificity", e.specificity},
                 {"threshold", e.threshold},
                 {"tp", e.tp},
                 {"fp", e.fp},
                 {"tn", e.tn},
                 {"fn", e.fn},
                 {"average_precision", e.averagePrecision},
                 {"brier", e.brier},
                 {"ece", e.ece},
                 {"temperature", e.temperature},
                 {"auc_bootstrap_low", e.aucBootstrapLow},
                 {"auc_bootstrap_high", e.aucBootstrapHigh},
                 {"patients", e.patients}});
}

std::string evaluationCsv(const Evaluation& evaluation) {
    std::string table = "path,label,probability\n";
    for (const FilmScore& film : evaluation.films)
        table += data::csvField(film.path) + "," + data::csvField(film.label) + "," +
                 numberText(film.probability) + "\n";
    return table;
}

std::string historyHeader(bool validationLeaks) {
    std::string line = "epoch";
    for (const auto& [name, member] : measures)
        line += std::string(",") + name + ",val_" + name;
    return line + (validationLeaks ? ",seconds,validation_leaks\n" : ",seconds\n");
}

std::string historyLine(const EpochRecord& record) {
    std::string line = std::to_string(record.epoch);
    for (const auto& [name, member] : measures)
        line += "," + numberText(record.training.*member) + "," + numberText(record.validation.*member);
    return line + "," + numberText(record.seconds) + (record.validationLeaks ? ",true\n" : "\n");
}

DatasetSummary summaryOf(const data::Dataset& dataset, const data::Split& split) {
    DatasetSummary summary;
    summary.trainingFilms = static_cast<int>(split.training.size());
    summary.validationFilms = static_cast<int>(split.validation.size());
    const auto positives = [&](const std::vector<int>& films) {
        return static_cast<int>(std::count_if(films.begin(), films.end(), [&](int i) {
            return dataset.samples[static_cast<std::size_t>(i)].label == dataset.positiveClass;
        }));
    };
    summary.trainingPositives = positives(split.training);
    summary.validationPositives = positives(split.validation);
    summary.unknownPatients =
        static_cast<int>(std::count_if(dataset.samples.begin(), dataset.samples.end(),
                                       [](const data::Sample& s) { return s.patientId.empty(); }));
    return summary;
}

std::string runJson(const TrainingConfig& config, const RunFacts& facts) {
    const ordered_json j = {{"format", 1},
                            {"created", facts.created},
                            {"program", facts.program},
                            {"libtorch", facts.torch},
                            {"config", configJson(config)},
                            {"weights_sha256", facts.weightsSha256},
                            {"labels_sha256", facts.labelsSha256},
                            {"data_sha256", facts.dataSha256},
                            {"data", summaryJson(facts.summary)}};
    return j.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

core::Result<TrainingConfig> configFromRunJson(const std::string& text) {
    const auto j = ordered_json::parse(text, nullptr, false);
    if (!j.is_object())
        return core::failure(ErrorCode::damaged, "not a JSON object");
    try {
        TrainingConfig config = configFrom(json::parse(j.at("config").dump()));
        if (const auto added = addLaterKeys(config, j.at("config")); !added)
            return core::failure(added);
        return config;
    } catch (const json::exception& exception) {
        return core::failure(ErrorCode::damaged, exception.what());
    }
}

core::Result<RunFacts> factsFromRunJson(const std::string& text) {
    const json j = json::parse(text, nullptr, false);
    if (!j.is_object())
        return core::failure(ErrorCode::damaged, "not a JSON object");
    try {
        RunFacts facts;
        facts.created = j.at("created").get<std::string>();
        facts.weightsSha256 = j.at("weights_sha256").get<std::string>();
        facts.labelsSha256 = j.at("labels_sha256").get<std::string>();
        facts.dataSha256 = j.at("data_sha256").get<std::string>();
        return facts;
    } catch (const json::exception& exception) {
        return core::failure(ErrorCode::damaged, exception.what());
    }
}

std::string timestamp() {
    const std::time_t now = std::time(nullptr);
    std::tm utc{};
    ::gmtime_r(&now, &utc);
    std::array<char, 32> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text.data();
}

} // namespace pleurascope::training
