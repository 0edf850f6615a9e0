// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/ScoreTable.h"

#include "engine/core/Files.h"
#include "engine/data/CsvReader.h"
#include "engine/data/Dataset.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

namespace pleurascope::training {

using core::ErrorCode;
using core::failure;
using core::Result;

namespace {

constexpr std::array<const char*, 3> columnNames{"path", "label", "probability"};
using Places = std::array<std::size_t, columnNames.size()>;

tl::unexpected<core::Error> atLine(const data::CsvRow& row, const std::string& what) {
    return failure(ErrorCode::invalidCsv, "line " + std::to_string(row.line) + ": " + what);
}

Result<Places> placesIn(const data::CsvRow& header) {
    Places places{};
    for (std::size_t i = 0; i < places.size(); ++i) {
        const auto found = std::find(header.fields.begin(), header.fields.end(), columnNames[i]);
        if (found == header.fields.end())
            return atLine(header, std::string("no column ") + columnNames[i]);
        places[i] = static_cast<std::size_t>(found - header.fields.begin());
    }
    return places;
}

Result<FilmScore> scoreOf(const data::CsvRow& row, const Places& places) {
    if (row.fields.size() <= *std::max_element(places.begin(), places.end()))
        return atLine(row, "too few fields");
    FilmScore score{row.fields[places[0]], row.fields[places[1]], 0};
    const std::string& text = row.fields[places[2]];
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), score.probability);
    if (problem != std::errc() || end != text.data() + text.size() ||
        !(score.probability >= 0 && score.probability <= 1))
        return atLine(row, "'" + text + "' is no probability");
    return score;
}

Result<std::vector<FilmScore>> scoresIn(const std::string& text) {
    data::CsvReader reader(text);
    const auto header = reader.next();
    if (!header)
        return failure(header);
    if (!*header)
        return failure(ErrorCode::invalidCsv, "line 1: the file is empty");
    const auto places = placesIn(**header);
    if (!places)
        return failure(places);
    std::vector<FilmScore> scores;
    std::set<std::string> paths;
    for (;;) {
        const auto row = reader.next();
        if (!row)
            return failure(row);
        if (!*row)
            return scores;
        auto score = scoreOf(**row, *places);
        if (!score)
            return failure(score);
        if (!paths.insert(score->path).second)
            return atLine(**row, score->path + " stands there twice");
        scores.push_back(std::move(*score));
    }
}

/// Which films are positive.
Result<std::vector<bool>> positivesIn(const std::vector<FilmScore>& films, const std::string& wanted) {
    std::set<std::string> labels;
    for (const FilmScore& film : films)
        labels.insert(film.label);
    const std::vector<std::string> classes(labels.begin(), labels.end());
    const auto place = data::positiveClass(classes, wanted);
    if (!place)
        return failure(place);
    if (classes.size() < 2)
        return failure(ErrorCode::emptyClass, "all films are " + classes.front());
    std::vector<bool> positive;
    for (const FilmScore& film : films)
        positive.push_back(film.label == classes[static_cast<std::size_t>(*place)]);
    return positive;
}

} // namespace

Result<std::vector<FilmScore>> readScores(const std::filesystem::path& file) {
    const auto text = core::readText(file);
    if (!text)
        return failure(text);
    auto scores = scoresIn(*text);
    if (!scores)
        return core::failureIn(scores.error(), file.string());
    return scores;
}

Result<ScoreComparison> compareScores(const std::vector<FilmScore>& first,
                                      const std::vector<FilmScore>& second, const std::string& positive) {
    std::map<std::string, const FilmScore*> others;
    for (const FilmScore& film : second)
        others.emplace(film.path, &film);
    std::vector<double> a, b;
    for (const FilmScore& film : first) {
        const auto other = others.find(film.path);
        if (other == others.end() || other->second->label != film.label)
            return failure(ErrorCode::invalidArgument,
                           film.path + (other == others.end() ? " stands in the first table alone"
                                                              : " has another label in the second table"));
        a.push_back(film.probability);
        b.push_back(other->second->probability);
        others.erase(other);
    }
    if (!others.empty())
        return failure(ErrorCode::invalidArgument,
                       others.begin()->first + " stands in the second table alone");
    const auto isPositive = positivesIn(first, positive);
    if (!isPositive)
        return failure(isPositive);
    return ScoreComparison{static_cast<int>(a.size()),
                           static_cast<int>(std::count(isPositive->begin(), isPositive->end(), true)),
                           pairedDeLong(a, b, *isPositive)};
}

std::string comparisonJson(const ScoreComparison& comparison) {
    const auto& auc = comparison.auc;
    const nlohmann::ordered_json j = {{"n", comparison.n},
                                      {"positives", comparison.positives},
                                      {"auc_first", auc.first},
                                      {"auc_second", auc.second},
                                      {"difference", auc.difference},
                                      {"difference_low", auc.low},
                                      {"difference_high", auc.high},
                                      {"p", auc.p}};
    return j.dump();
}

} // namespace pleurascope::training
