// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/TrainingConfigJson.h"

#include "engine/data/AugmentationJson.h"

namespace pleurascope::training {

using nlohmann::json;
using nlohmann::ordered_json;

namespace {

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
            {"mode", std::string(data::augmentationModeWord(plan.mode))},
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
    plan.mode = data::augmentationModeFromWord(j.at("mode").get<std::string>());
    plan.augmentedClass = j.at("class").get<std::string>();
    plan.copiesPerFilm = j.at("copies").get<int>();
    plan.sampledCopies = j.at("sampled_copies").get<int>();
    return plan;
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
    c.keptEpoch = keptEpochFromWord(j.value("keep", "best"));
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

} // namespace

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
            {"keep", std::string(keptEpochWord(c.keptEpoch))},
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

core::Result<TrainingConfig> configFromJson(const ordered_json& j) {
    TrainingConfig config = configFrom(json::parse(j.dump()));
    if (const auto added = addLaterKeys(config, j); !added)
        return core::failure(added);
    return config;
}

} // namespace pleurascope::training
