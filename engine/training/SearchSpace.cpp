// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/SearchSpace.h"

#include "engine/training/RunRecords.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string_view>

namespace pleurascope::training {

using core::ErrorCode;
using core::failure;
using core::Result;
using nlohmann::ordered_json;

namespace {

constexpr std::size_t mostCandidates = 100'000;

/// Trials that differ in these would not be measured alike.
constexpr std::array<std::string_view, 12> fixedKeys{
    "data", "labels", "positive", "split",         "split_last", "validation",
    "seed", "device", "preset",   "phantoms_only", "model_name", "train_backbone"};

tl::unexpected<core::Error> wrong(const std::string& key, const std::string& what) {
    return failure(ErrorCode::invalidArgument, "search space: '" + key + "' " + what);
}

/// What a value changes in a configuration, as a JSON merge patch (RFC 7396).
Result<ordered_json> patchOf(const std::string& key, const ordered_json& value, const ordered_json& config) {
    ordered_json patch;
    if (key == "cut")
        patch["backbone"]["cut"] = value;
    else if (config.contains(key))
        patch[key] = value;
    else if (value.is_object())
        patch = value;
    else
        return wrong(key, "is no key of a run's configuration");
    for (const auto& [name, changed] : patch.items()) {
        if (!config.contains(name))
            return wrong(name, "is no key of a run's configuration");
        if (std::find(fixedKeys.begin(), fixedKeys.end(), name) != fixedKeys.end())
            return wrong(name, "decides what is measured and stays as it is");
    }
    return patch;
}

ordered_json configJsonOf(const TrainingConfig& config) {
    return ordered_json::parse(runJson(config, {}), nullptr, false).at("config");
}

/// The base with a patch applied; what comes back must say what the patch said.
Result<TrainingConfig> patched(const TrainingConfig& base, const ordered_json& patch) {
    ordered_json wanted = configJsonOf(base);
    wanted.merge_patch(patch);
    auto config = configFromRunJson(ordered_json{{"config", wanted}}.dump());
    if (!config)
        return failure(ErrorCode::invalidArgument, "search space: " + config.error().detail);
    const ordered_json got = configJsonOf(*config);
    for (const auto& [name, value] : patch.items())
        if (got.at(name) != wanted.at(name))
            return wrong(name, "has no such value");
    config->output = base.output;
    config->featureCache = base.featureCache;
    return config;
}

std::size_t countOf(const ordered_json& space) {
    std::size_t count = 1;
    for (const auto& [key, values] : space.items())
        count = std::min(count * values.size(), mostCandidates + 1);
    return count;
}

} // namespace

Result<SearchSpace> SearchSpace::fromJson(const std::string& text) {
    const auto space = ordered_json::parse(text, nullptr, false);
    if (!space.is_object() || space.empty())
        return failure(ErrorCode::invalidArgument, "search space: not a JSON object with a key");
    for (const auto& [key, values] : space.items())
        if (!values.is_array() || values.empty())
            return wrong(key, "needs a list of values");
    SearchSpace result(space.dump());
    TrainingConfig any;
    any.output = "any";
    if (const auto tried = result.candidates(any); !tried)
        return failure(tried);
    return result;
}

SearchSpace SearchSpace::standard() {
    return SearchSpace(R"({"learning_rate":[0.0003,0.001,0.003],"head size":[{"head":[],"dropout":[]},)"
                       R"({"head":[128],"dropout":[0.3]},{"head":[512],"dropout":[0.5]},)"
                       R"({"head":[512,128],"dropout":[0.5,0.3]}]})");
}

Result<std::vector<Candidate>> SearchSpace::candidates(const TrainingConfig& base) const {
    const auto space = ordered_json::parse(m_json, nullptr, false);
    const std::size_t count = countOf(space);
    if (count > mostCandidates)
        return failure(ErrorCode::limitExceeded, "search space: more than 100000 combinations");
    const ordered_json config = configJsonOf(base);
    std::vector<Candidate> candidates;
    for (std::size_t number = 0; number < count; ++number) {
        ordered_json chosen, patch;
        std::size_t block = count, rest = number;
        for (const auto& [key, values] : space.items()) {
            block /= values.size();
            chosen[key] = values[rest / block];
            rest %= block;
            const auto part = patchOf(key, chosen[key], config);
            if (!part)
                return failure(part);
            patch.merge_patch(*part);
        }
        auto run = patched(base, patch);
        if (!run)
            return failure(run);
        if (checkConfig(*run)) // combinations may contradict one another
            candidates.push_back({chosen.dump(), std::move(*run)});
    }
    return candidates;
}

} // namespace pleurascope::training
