// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunRecords.h"

#include "engine/training/TrainingConfigJson.h"

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
constexpr std::array<std::pair<const char*, double SideMetrics::*>, 9> measures{{
    {"loss", &SideMetrics::loss},
    {"accuracy", &SideMetrics::accuracy},
    {"auc", &SideMetrics::auc},
    {"precision", &SideMetrics::precision},
    {"recall", &SideMetrics::recall},
    {"keras_auc", &SideMetrics::kerasAuc},
    {"keras_accuracy", &SideMetrics::kerasAccuracy},
    {"keras_precision", &SideMetrics::kerasPrecision},
    {"keras_recall", &SideMetrics::kerasRecall},
}};

std::string dump(const ordered_json& j) {
    return j.dump(-1, ' ', false, json::error_handler_t::replace);
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
            if (member == &SideMetrics::kerasAccuracy && !j.contains(name))
                continue; // a run from before it was kept
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
    ordered_json j{{"done", true},
                   {"outcome", outcome.outcome == core::Outcome::finished ? "finished" : "stopped"},
                   {"epochs", outcome.epochs},
                   {"ended_early", outcome.endedEarly},
                   {"best_epoch", outcome.bestEpoch},
                   {"val_auc", outcome.bestValidationAuc},
                   {"model", outcome.model},
                   {"seconds", outcome.seconds}};
    if (outcome.validationLeaks)
        j["validation_leaks"] = true;
    return dump(j);
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
                 {"patients", e.patients},
                 {"keras_auc", e.kerasAuc},
                 {"keras_accuracy", e.kerasAccuracy},
                 {"keras_precision", e.kerasPrecision},
                 {"keras_recall", e.kerasRecall}});
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
        return configFromJson(j.at("config"));
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
