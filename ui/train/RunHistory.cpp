// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RunHistory.h"

#include "engine/core/Files.h"
#include "ui/train/CurveModel.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <map>
#include <sstream>

namespace pleurascope::ui::train {

namespace {

using Setter = std::function<void(training::EpochRecord&, double)>;

std::vector<std::string> cellsOf(const std::string& line) {
    std::vector<std::string> cells;
    std::istringstream stream(line);
    for (std::string cell; std::getline(stream, cell, ',');)
        cells.push_back(cell);
    return cells;
}

void addColumn(std::map<std::string, Setter>& columns, const std::string& name,
               double training::SideMetrics::*member) {
    columns[name] = [member](training::EpochRecord& record, double value) {
        record.training.*member = value;
    };
    columns["val_" + name] = [member](training::EpochRecord& record, double value) {
        record.validation.*member = value;
    };
}

const std::map<std::string, Setter>& knownColumns() {
    static const std::map<std::string, Setter> columns = [] {
        std::map<std::string, Setter> result;
        result["epoch"] = [](training::EpochRecord& record, double value) { record.epoch = int(value); };
        result["seconds"] = [](training::EpochRecord& record, double value) { record.seconds = value; };
        addColumn(result, "loss", &training::SideMetrics::loss);
        addColumn(result, "accuracy", &training::SideMetrics::accuracy);
        addColumn(result, "auc", &training::SideMetrics::auc);
        addColumn(result, "precision", &training::SideMetrics::precision);
        addColumn(result, "recall", &training::SideMetrics::recall);
        addColumn(result, "keras_auc", &training::SideMetrics::kerasAuc);
        addColumn(result, "keras_precision", &training::SideMetrics::kerasPrecision);
        addColumn(result, "keras_recall", &training::SideMetrics::kerasRecall);
        return result;
    }();
    return columns;
}

/// Without the locale: files have a decimal point everywhere.
bool parseNumber(const std::string& cell, double& value) {
    const char* end = cell.data() + cell.size();
    return std::from_chars(cell.data(), end, value).ptr == end && !cell.empty();
}

bool parseRecord(const std::vector<std::string>& names, const std::string& line,
                 training::EpochRecord& record) {
    const std::vector<std::string> cells = cellsOf(line);
    if (cells.size() != names.size())
        return false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const auto column = knownColumns().find(names[i]);
        double value = 0;
        if (column == knownColumns().end())
            continue;
        if (!parseNumber(cells[i], value))
            return false;
        column->second(record, value);
    }
    return record.epoch > 0;
}

/// The first member of that name, wherever it stands: the run's file is written by the engine and may nest
/// it.
const nlohmann::json* findMember(const nlohmann::json& object, const std::string& name) {
    if (!object.is_object())
        return nullptr;
    if (const auto found = object.find(name); found != object.end())
        return &*found;
    for (const auto& member : object)
        if (const auto* found = findMember(member, name))
            return found;
    return nullptr;
}

void readParticulars(FinishedRun& run) {
    const auto text = core::readText(run.folder / "run.json");
    const auto json = text ? nlohmann::json::parse(*text, nullptr, false) : nlohmann::json();
    if (const auto* name = findMember(json, "model_name"); name && name->is_string() && *name != "")
        run.name = name->get<std::string>();
    if (const auto* epochs = findMember(json, "epochs"); epochs && epochs->is_number_integer())
        run.plannedEpochs = epochs->get<int>();
    if (const auto* leaks = findMember(json, "validation_leaks"); leaks && leaks->is_boolean())
        run.validationLeaks = leaks->get<bool>();
}

/// A run that was stopped says so last; one that was killed says nothing.
bool isUnfinished(const FinishedRun& run) {
    std::error_code ignored;
    if (!std::filesystem::exists(run.folder / "state" / "state.json", ignored) ||
        int(run.epochs.size()) >= run.plannedEpochs)
        return false;
    const auto events = core::readText(run.folder / "events.jsonl");
    return !events || events->find("\"ended_early\":true") == std::string::npos;
}

int runNumber(const std::filesystem::path& folder) {
    const std::string name = folder.filename().string();
    int number = 0;
    if (name.rfind("run-", 0) != 0 ||
        std::from_chars(name.data() + 4, name.data() + name.size(), number).ptr != name.data() + name.size())
        return 0;
    return number;
}

} // namespace

core::Result<std::vector<training::EpochRecord>> parseHistory(const std::string& text) {
    std::istringstream stream(text);
    std::string line;
    const auto next = [&] {
        const bool there = bool(std::getline(stream, line));
        if (there && !line.empty() && line.back() == '\r')
            line.pop_back();
        return there;
    };
    std::vector<training::EpochRecord> records;
    if (!next())
        return records;
    const std::vector<std::string> names = cellsOf(line);
    for (int number = 2; next(); ++number) {
        training::EpochRecord record;
        if (line.empty())
            continue;
        if (parseRecord(names, line, record))
            records.push_back(record);
        else if (!stream.eof() && stream.peek() != std::istringstream::traits_type::eof())
            return core::failure(core::ErrorCode::invalidCsv, "line " + std::to_string(number));
    }
    return records;
}

core::Result<FinishedRun> readRun(const std::filesystem::path& folder) {
    const auto text = core::readText(folder / "history.csv");
    if (!text)
        return core::failure(text);
    auto epochs = parseHistory(*text);
    if (!epochs)
        return core::failureIn(epochs.error(), (folder / "history.csv").string());
    FinishedRun run;
    run.folder = folder;
    run.name = folder.filename().string();
    run.epochs = std::move(*epochs);
    CurveModel curves;
    for (const training::EpochRecord& record : run.epochs) {
        curves.add(record);
        if (record.epoch == curves.bestEpoch())
            run.bestValidationAuc = record.validation.auc;
    }
    run.bestEpoch = curves.bestEpoch().value_or(0);
    readParticulars(run);
    run.isUnfinished = isUnfinished(run);
    std::error_code ignored;
    if (std::filesystem::is_regular_file(folder / "model.psmodel", ignored))
        run.model = folder / "model.psmodel";
    return run;
}

std::vector<FinishedRun> readRuns(const std::filesystem::path& runsFolder, std::stop_token stop) {
    std::vector<std::pair<std::filesystem::file_time_type, FinishedRun>> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(runsFolder, ignored)) {
        if (stop.stop_requested())
            break;
        if (!entry.is_directory(ignored))
            continue;
        if (auto run = readRun(entry.path()); run && !run->epochs.empty())
            found.emplace_back(std::filesystem::last_write_time(entry.path() / "history.csv", ignored),
                               std::move(*run));
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<FinishedRun> runs;
    for (auto& [time, run] : found)
        runs.push_back(std::move(run));
    return runs;
}

std::filesystem::path nextRunFolder(const std::filesystem::path& runsFolder) {
    int highest = 0;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(runsFolder, ignored))
        highest = std::max(highest, runNumber(entry.path()));
    return runsFolder / ("run-" + std::to_string(highest + 1));
}

} // namespace pleurascope::ui::train
