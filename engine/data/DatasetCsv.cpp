// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/data/CsvReader.h"
#include "engine/data/Dataset.h"

#include <algorithm>
#include <array>
#include <map>

namespace pleurascope::data {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;

namespace {

constexpr std::array<const char*, 7> columnNames{"path", "label", "patient_id", "view",
                                                 "age",  "sex",   "look_group"};
enum Column : std::size_t {
    pathColumn,
    labelColumn,
    patientColumn,
    viewColumn,
    ageColumn,
    sexColumn,
    lookColumn
};

/// Where each known column stands in a record; -1 where the file has none.
struct Columns {
    std::array<int, columnNames.size()> places{};
    std::size_t count = 0;

    [[nodiscard]] std::string in(const CsvRow& row, Column column) const {
        return places[column] < 0 ? std::string() : row.fields[std::size_t(places[column])];
    }
};

/// A record of the file, its label still a name.
struct LabelledRow {
    int line = 0;
    std::string label;
    Sample sample;
};

std::string atLine(int line, const std::string& what) {
    return "line " + std::to_string(line) + ": " + what;
}

Result<Columns> columnsOf(const CsvRow& header) {
    Columns columns;
    columns.count = header.fields.size();
    for (std::size_t i = 0; i < columnNames.size(); ++i) {
        const auto first = std::find(header.fields.begin(), header.fields.end(), columnNames[i]);
        const bool found = first != header.fields.end();
        if (found && std::find(first + 1, header.fields.end(), columnNames[i]) != header.fields.end())
            return core::failure(ErrorCode::invalidCsv,
                                 atLine(header.line, std::string("two columns ") + columnNames[i]));
        if (!found && i <= labelColumn)
            return core::failure(ErrorCode::invalidCsv,
                                 atLine(header.line, std::string("no column ") + columnNames[i]));
        columns.places[i] = found ? int(first - header.fields.begin()) : -1;
    }
    return columns;
}

bool staysBelowRoot(const fs::path& path) {
    const fs::path normal = path.lexically_normal();
    return !normal.empty() && path.is_relative() && *normal.begin() != ".." && normal != ".";
}

Result<LabelledRow> labelledRow(const CsvRow& row, const Columns& columns) {
    if (row.fields.size() != columns.count)
        return core::failure(ErrorCode::invalidCsv, atLine(row.line, std::to_string(row.fields.size()) +
                                                                         " fields where the header has " +
                                                                         std::to_string(columns.count)));
    LabelledRow result{row.line, columns.in(row, labelColumn), {}};
    result.sample = {columns.in(row, pathColumn),    0,
                     columns.in(row, patientColumn), columns.in(row, viewColumn),
                     columns.in(row, ageColumn),     columns.in(row, sexColumn),
                     columns.in(row, lookColumn)};
    if (result.label.empty())
        return core::failure(ErrorCode::invalidCsv, atLine(row.line, "column label is empty"));
    if (!staysBelowRoot(result.sample.path))
        return core::failure(ErrorCode::invalidCsv, atLine(row.line, "column path: '" + result.sample.path +
                                                                         "' is not below the data folder"));
    return result;
}

Result<std::vector<LabelledRow>> readRows(const std::string& text) {
    CsvReader reader(text);
    auto header = reader.next();
    if (!header)
        return core::failure(header);
    if (!*header)
        return core::failure(ErrorCode::invalidCsv, "line 1: the file is empty");
    const auto columns = columnsOf(**header);
    if (!columns)
        return core::failure(columns);
    std::vector<LabelledRow> rows;
    for (;;) {
        auto record = reader.next();
        if (!record)
            return core::failure(record);
        if (!*record)
            break;
        auto row = labelledRow(**record, *columns);
        if (!row)
            return core::failure(row);
        rows.push_back(std::move(*row));
    }
    if (rows.empty())
        return core::failure(ErrorCode::invalidCsv, "line 1: a header and no films");
    return rows;
}

/// The same film under two labels would be noise at best and a leak at worst.
Result<void> checkAgreement(const std::vector<LabelledRow>& rows) {
    std::map<std::string, const LabelledRow*> seen;
    for (const LabelledRow& row : rows) {
        const auto [place, isNew] = seen.emplace(fs::path(row.sample.path).lexically_normal().string(), &row);
        if (!isNew && place->second->label != row.label)
            return core::failure(ErrorCode::invalidCsv,
                                 atLine(row.line, "label '" + row.label + "' where line " +
                                                      std::to_string(place->second->line) + " says '" +
                                                      place->second->label + "' of the same film"));
    }
    return {};
}

std::vector<std::string> labelsIn(const std::vector<LabelledRow>& rows) {
    std::vector<std::string> labels;
    for (const LabelledRow& row : rows)
        labels.push_back(row.label);
    std::sort(labels.begin(), labels.end());
    labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
    return labels;
}

/// Moves the rows into the dataset; each label must be a class and each file must exist.
Result<void> takeSamples(std::vector<LabelledRow> rows, Dataset& dataset, const fs::path& csv) {
    for (LabelledRow& row : rows) {
        const auto place = std::find(dataset.classes.begin(), dataset.classes.end(), row.label);
        if (place == dataset.classes.end())
            return core::failure(ErrorCode::unknownLabel, atLine(row.line, "'" + row.label + "'"),
                                 csv.string());
        row.sample.label = int(place - dataset.classes.begin());
        const fs::path file = dataset.root / row.sample.path;
        std::error_code code;
        if (!fs::is_regular_file(file, code))
            return core::failure(ErrorCode::fileNotFound,
                                 "line " + std::to_string(row.line) + " of " + csv.string(), file.string());
        dataset.samples.push_back(std::move(row.sample));
    }
    return {};
}

} // namespace

Result<Dataset> datasetFromCsv(const fs::path& root, const fs::path& csv, const std::string& positive,
                               const std::vector<std::string>& classes) {
    const auto text = core::readText(csv);
    if (!text)
        return core::failure(text);
    auto rows = readRows(*text);
    if (!rows)
        return core::failureIn(rows.error(), csv.string());
    if (const auto agreement = checkAgreement(*rows); !agreement)
        return core::failureIn(agreement.error(), csv.string());

    Dataset dataset{root, classes.empty() ? labelsIn(*rows) : classes, {}, 0};
    if (dataset.classes.size() < 2)
        return core::failure(ErrorCode::invalidArgument, "fewer than two labels", csv.string());
    const auto positiveIndex = positiveClass(dataset.classes, positive);
    if (!positiveIndex)
        return core::failureIn(positiveIndex.error(), csv.string());
    dataset.positiveClass = *positiveIndex;
    if (const auto taken = takeSamples(std::move(*rows), dataset, csv); !taken)
        return core::failure(taken);
    for (std::size_t label = 0; label < dataset.classes.size(); ++label)
        if (dataset.countOf(int(label)) == 0)
            return core::failure(ErrorCode::emptyClass, dataset.classes[label], csv.string());
    return dataset;
}

std::string csvField(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

std::string csvOf(const Dataset& dataset, const std::vector<int>& which) {
    std::string table;
    for (const char* name : columnNames)
        table += (table.empty() ? "" : ",") + std::string(name);
    table += "\n";
    for (const int index : which) {
        const Sample& sample = dataset.samples[std::size_t(index)];
        table += csvField(sample.path) + "," + csvField(dataset.classes[std::size_t(sample.label)]);
        for (const auto* field :
             {&sample.patientId, &sample.view, &sample.age, &sample.sex, &sample.lookGroup})
            table += "," + csvField(*field);
        table += "\n";
    }
    return table;
}

} // namespace pleurascope::data
