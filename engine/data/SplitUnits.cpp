// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/SplitUnits.h"

#include "engine/data/DisjointSets.h"

#include <algorithm>
#include <map>

namespace pleurascope::data {

namespace {

/// What a film shares with others of its unit.
std::vector<std::string> keysOf(const Sample& sample, SplitUnit unit) {
    std::vector<std::string> keys{"film " + std::filesystem::path(sample.path).lexically_normal().string()};
    if (unit == SplitUnit::patient && !sample.patientId.empty())
        keys.push_back("patient " + sample.patientId);
    if (unit == SplitUnit::patient && !sample.lookGroup.empty())
        keys.push_back("look " + sample.lookGroup);
    return keys;
}

} // namespace

std::vector<int> splitUnits(const Dataset& dataset, SplitUnit unit) {
    DisjointSets sets(dataset.samples.size());
    std::map<std::string, std::size_t> firstWith;
    for (std::size_t i = 0; i < dataset.samples.size(); ++i)
        for (const std::string& key : keysOf(dataset.samples[i], unit))
            if (const auto [place, isNew] = firstWith.emplace(key, i); !isNew)
                sets.link(place->second, i);
    std::vector<int> units(dataset.samples.size());
    int count = 0;
    for (std::size_t i = 0; i < units.size(); ++i) {
        const std::size_t lowest = sets.lowest(i);
        units[i] = lowest == i ? count++ : units[lowest];
    }
    return units;
}

std::vector<Unit> unitsOf(const Dataset& dataset, SplitUnit kind) {
    const auto numbers = splitUnits(dataset, kind);
    std::vector<Unit> units;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const Sample& sample = dataset.samples[i];
        const auto number = std::size_t(numbers[i]);
        if (number == units.size())
            units.push_back({{}, sample.label});
        units[number].samples.push_back(int(i));
        if (sample.label == dataset.positiveClass)
            units[number].label = dataset.positiveClass;
    }
    return units;
}

int filmsWith(const Dataset& dataset, int label, const Unit& unit) {
    return int(std::count_if(unit.samples.begin(), unit.samples.end(),
                             [&](int i) { return dataset.samples[std::size_t(i)].label == label; }));
}

} // namespace pleurascope::data
