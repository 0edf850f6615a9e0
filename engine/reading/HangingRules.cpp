// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/HangingRules.h"

#include "engine/core/Files.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace pleurascope::reading {

using nlohmann::ordered_json;

namespace {

const std::vector<std::string> frontalViews{"PA", "AP"};
const std::vector<std::string> lateralViews{"LL", "RL", "LATERAL", "LAT"};
const std::vector<std::string> plainFilms{"CR", "DX", "RG", "SC"};

bool allows(const std::vector<std::string>& list, const std::string& value) {
    return list.empty() || value.empty() || std::find(list.begin(), list.end(), value) != list.end();
}

bool meets(const std::vector<std::string>& list, const std::string& value) {
    return !value.empty() && std::find(list.begin(), list.end(), value) != list.end();
}

void onlyKeys(const ordered_json& object, const std::set<std::string>& known) {
    if (!object.is_object())
        throw std::runtime_error("not an object");
    for (const auto& [key, value] : object.items())
        if (!known.contains(key))
            throw std::runtime_error("unknown key \"" + key + "\"");
}

std::vector<std::string> listIn(const ordered_json& object, const char* key) {
    return object.contains(key) ? object.at(key).get<std::vector<std::string>>() : std::vector<std::string>();
}

HangingPlace placeFrom(const ordered_json& object) {
    onlyKeys(object, {"study", "needed", "modality", "view", "body_part", "laterality"});
    const auto study = object.value("study", std::string("current"));
    if (study != "current" && study != "prior")
        throw std::runtime_error("\"study\" is \"current\" or \"prior\"");
    return {study == "prior",
            object.value("needed", true),
            {listIn(object, "modality"), listIn(object, "view"), listIn(object, "body_part"),
             listIn(object, "laterality")}};
}

HangingRule ruleFrom(const ordered_json& object) {
    onlyKeys(object, {"name", "rows", "columns", "linked", "cells"});
    HangingRule rule;
    rule.name = object.at("name").get<std::string>();
    if (rule.name.find_first_not_of(' ') == std::string::npos)
        throw std::runtime_error("a rule needs a name");
    rule.rows = object.value("rows", 1);
    rule.columns = object.value("columns", 1);
    rule.isLinked = object.value("linked", true);
    if (std::min(rule.rows, rule.columns) < 1 || std::max(rule.rows, rule.columns) > 2)
        throw std::runtime_error("rows and columns are 1 or 2");
    for (const auto& place : object.at("cells"))
        rule.places.push_back(placeFrom(place));
    if (rule.places.empty() || rule.places.size() > std::size_t(rule.rows * rule.columns))
        throw std::runtime_error(std::to_string(rule.places.size()) + " cells in " +
                                 std::to_string(rule.rows) + " x " + std::to_string(rule.columns));
    return rule;
}

ordered_json toJson(const HangingPlace& place) {
    ordered_json object{{"study", place.isPrior ? "prior" : "current"}};
    if (!place.isNeeded)
        object["needed"] = false;
    const auto put = [&](const char* key, const std::vector<std::string>& list) {
        if (!list.empty())
            object[key] = list;
    };
    put("modality", place.film.modalities);
    put("view", place.film.views);
    put("body_part", place.film.bodyParts);
    put("laterality", place.film.lateralities);
    return object;
}

} // namespace

bool FilmPattern::matches(const store::FilmRecord& film) const {
    return allows(modalities, film.modality) && allows(views, film.view) &&
           allows(bodyParts, film.bodyPart) && allows(lateralities, film.laterality);
}

int FilmPattern::closeness(const store::FilmRecord& film) const {
    return int(meets(modalities, film.modality)) + int(meets(views, film.view)) +
           int(meets(bodyParts, film.bodyPart)) + int(meets(lateralities, film.laterality));
}

std::vector<HangingRule> standardHangingRules() {
    const FilmPattern frontal{plainFilms, frontalViews, {}, {}};
    const FilmPattern lateral{plainFilms, lateralViews, {}, {}};
    return {{"Frontal film and its prior", 1, 2, true, {{false, true, frontal}, {true, true, frontal}}},
            {"Frontal and lateral film", 1, 2, false, {{false, true, frontal}, {false, true, lateral}}}};
}

core::Result<std::vector<HangingRule>> hangingRulesFromJson(std::string_view text) {
    std::string place = "the file";
    try {
        const auto document = ordered_json::parse(text);
        onlyKeys(document, {"hanging_rules"});
        std::vector<HangingRule> rules;
        for (const auto& rule : document.at("hanging_rules")) {
            place = "rule " + std::to_string(rules.size() + 1);
            rules.push_back(ruleFrom(rule));
        }
        return rules;
    } catch (const std::exception& exception) {
        return core::failure(core::ErrorCode::damaged, place + ": " + exception.what());
    }
}

std::string hangingRulesToJson(const std::vector<HangingRule>& rules) {
    auto list = ordered_json::array();
    for (const HangingRule& rule : rules) {
        auto cells = ordered_json::array();
        for (const HangingPlace& place : rule.places)
            cells.push_back(toJson(place));
        list.push_back({{"name", rule.name},
                        {"rows", rule.rows},
                        {"columns", rule.columns},
                        {"linked", rule.isLinked},
                        {"cells", cells}});
    }
    return ordered_json{{"hanging_rules", list}}.dump(2) + "\n";
}

core::Result<std::vector<HangingRule>> readHangingRules(const std::filesystem::path& file) {
    const auto text = core::readText(file);
    if (!text && text.error().code == core::ErrorCode::fileNotFound)
        return standardHangingRules();
    if (!text)
        return core::failure(text);
    auto rules = hangingRulesFromJson(*text);
    if (!rules)
        return core::failureIn(rules.error(), file.string());
    return rules;
}

core::Result<void> writeHangingRules(const std::filesystem::path& file,
                                     const std::vector<HangingRule>& rules) {
    return core::writeFileAtomically(file, hangingRulesToJson(rules));
}

} // namespace pleurascope::reading
