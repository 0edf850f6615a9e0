// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ModelJson.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace pleurascope::weights {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::json;

namespace {

constexpr int formatNumber = 1;

json backboneJson(const BackboneDescription& backbone) {
    return {{"family", backbone.family},
            {"stem_filters", backbone.stemFilters},
            {"blocks", backbone.blocks},
            {"filters", backbone.filters},
            {"cut", backbone.cut}};
}

json provenanceJson(const ModelProvenance& p) {
    return {{"created", p.created},
            {"program", p.program},
            {"training_data", p.trainingData},
            {"training_data_sha256", p.trainingDataSha256},
            {"backbone_weights", p.backboneWeights},
            {"backbone_weights_sha256", p.backboneWeightsSha256},
            {"split", p.split},
            {"seed", p.seed},
            {"training_films", p.trainingFilms},
            {"validation_films", p.validationFilms},
            {"best_epoch", p.bestEpoch},
            {"validation_leaks", p.validationLeaks},
            {"phantoms_only", p.phantomsOnly},
            {"metrics", p.metrics}};
}

BackboneDescription backboneFrom(const json& j) {
    BackboneDescription backbone;
    backbone.family = j.at("family").get<std::string>();
    backbone.stemFilters = j.at("stem_filters").get<int>();
    backbone.blocks = j.at("blocks").get<std::vector<int>>();
    backbone.filters = j.at("filters").get<std::vector<int>>();
    backbone.cut = j.at("cut").get<std::string>();
    return backbone;
}

ModelProvenance provenanceFrom(const json& j) {
    ModelProvenance p;
    p.created = j.value("created", "");
    p.program = j.value("program", "");
    p.trainingData = j.value("training_data", "");
    p.trainingDataSha256 = j.value("training_data_sha256", "");
    p.backboneWeights = j.value("backbone_weights", "");
    p.backboneWeightsSha256 = j.value("backbone_weights_sha256", "");
    p.split = j.value("split", "");
    p.seed = j.value("seed", std::uint32_t(0));
    p.trainingFilms = j.value("training_films", 0);
    p.validationFilms = j.value("validation_films", 0);
    p.bestEpoch = j.value("best_epoch", 0);
    p.validationLeaks = j.value("validation_leaks", false);
    p.phantomsOnly = j.value("phantoms_only", false);
    p.metrics = j.value("metrics", std::map<std::string, double>{});
    return p;
}

ModelDescription descriptionFrom(const json& j) {
    ModelDescription d;
    d.name = j.at("name").get<std::string>();
    d.backbone = backboneFrom(j.at("backbone"));
    d.head.hidden = j.at("head").at("hidden").get<std::vector<int>>();
    d.head.dropout = j.at("head").at("dropout").get<std::vector<double>>();
    d.inputSize = j.at("input_size").get<int>();
    d.scalingSource = j.value("scaling_source", "configured");
    d.classes = j.at("classes").get<std::vector<std::string>>();
    d.positiveClass = j.at("positive_class").get<int>();
    d.flipAverage = j.value("flip_average", false);
    d.threshold = j.at("threshold").get<double>();
    d.thresholdRule = j.value("threshold_rule", "default");
    d.temperature = j.value("temperature", 1.0);
    d.calibratedOn = j.value("calibrated_on", 0);
    d.provenance = provenanceFrom(j.value("provenance", json::object()));
    return d;
}

bool allWithin(const std::vector<int>& values, int low, int high) {
    for (const int value : values)
        if (value < low || value > high)
            return false;
    return true;
}

/// What is wrong with a description, or nothing.
const char* problemOf(const ModelDescription& d) {
    if (d.backbone.family != "resnetv2" && d.backbone.family != "densenet")
        return "backbone.family is not known";
    if (d.backbone.blocks.empty() || d.backbone.blocks.size() > 8 ||
        d.backbone.blocks.size() != d.backbone.filters.size())
        return "backbone.blocks and backbone.filters do not fit each other";
    if (!allWithin(d.backbone.blocks, 1, 100) || !allWithin(d.backbone.filters, 1, 4096) ||
        !allWithin({d.backbone.stemFilters}, 1, 4096))
        return "backbone has sizes out of range";
    if (d.head.hidden.size() != d.head.dropout.size() || d.head.hidden.size() > 16 ||
        !allWithin(d.head.hidden, 1, 65536))
        return "head.hidden and head.dropout do not fit each other";
    for (const double rate : d.head.dropout)
        if (!(rate >= 0 && rate < 1))
            return "head.dropout is out of range";
    if (d.inputSize < 32 || d.inputSize > 4096)
        return "input_size is out of range";
    if (d.classes.size() < 2 || d.classes.size() > 1000)
        return "classes are fewer than two or too many";
    if (d.positiveClass < 0 || static_cast<std::size_t>(d.positiveClass) >= d.classes.size())
        return "positive_class is not one of the classes";
    if (!(d.threshold >= 0 && d.threshold <= 1))
        return "threshold is out of range";
    if (!(d.temperature >= 1e-3 && d.temperature <= 1e3))
        return "temperature is out of range";
    if (d.calibratedOn < 0)
        return "calibrated_on is out of range";
    return nullptr;
}

} // namespace

std::string toJson(const ModelDescription& d) {
    const json j = {{"format", formatNumber},
                    {"name", d.name},
                    {"backbone", backboneJson(d.backbone)},
                    {"head", {{"hidden", d.head.hidden}, {"dropout", d.head.dropout}}},
                    {"input_size", d.inputSize},
                    {"scaling", std::string(scalingName(d.scaling))},
                    {"scaling_source", d.scalingSource},
                    {"classes", d.classes},
                    {"positive_class", d.positiveClass},
                    {"flip_average", d.flipAverage},
                    {"threshold", d.threshold},
                    {"threshold_rule", d.thresholdRule},
                    {"calibrated", d.isCalibrated()},
                    {"temperature", d.temperature},
                    {"calibrated_on", d.calibratedOn},
                    {"provenance", provenanceJson(d.provenance)}};
    return j.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

Result<ModelDescription> modelDescriptionFromJson(std::string_view text) {
    const json j = json::parse(text, nullptr, false);
    if (!j.is_object())
        return failure(ErrorCode::badModelFile, "model.json is not a JSON object");
    try {
        if (j.at("format").get<int>() > formatNumber)
            return failure(ErrorCode::unsupportedFormat,
                           "model.json of format " + std::to_string(j["format"].get<int>()));
        ModelDescription description = descriptionFrom(j);
        const auto scaling = scalingFromName(j.at("scaling").get<std::string>());
        if (!scaling)
            return failure(ErrorCode::badModelFile, "model.json: " + scaling.error().detail);
        description.scaling = *scaling;
        if (const char* problem = problemOf(description); problem != nullptr)
            return failure(ErrorCode::badModelFile, std::string("model.json: ") + problem);
        return description;
    } catch (const json::exception& exception) {
        return failure(ErrorCode::badModelFile, std::string("model.json: ") + exception.what());
    }
}

} // namespace pleurascope::weights
