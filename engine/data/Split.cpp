// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Split.h"

#include "engine/data/Shuffle.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace pleurascope::data {

using core::ErrorCode;
using core::Result;

namespace {

/// Films that stay on one side: a patient's, or a single one.
struct Unit {
    std::vector<int> samples;
    int label = 0; ///< the stratum
};

/// The same file named twice is one unit too, else it could stand on both sides.
std::string unitKey(const Sample& sample, SplitUnit unit) {
    if (unit == SplitUnit::patient && !sample.patientId.empty())
        return "patient " + sample.patientId;
    return "film " + std::filesystem::path(sample.path).lexically_normal().string();
}

/// Units in order of their first film. One with any positive film is positive; else its first film's label
/// counts.
std::vector<Unit> unitsOf(const Dataset& dataset, SplitUnit kind) {
    std::vector<Unit> units;
    std::map<std::string, std::size_t> placeOf;
    for (std::size_t i = 0; i < dataset.samples.size(); ++i) {
        const Sample& sample = dataset.samples[i];
        const auto [place, isNew] = placeOf.emplace(unitKey(sample, kind), units.size());
        if (isNew)
            units.push_back({{}, sample.label});
        Unit& unit = units[place->second];
        unit.samples.push_back(int(i));
        if (sample.label == dataset.positiveClass)
            unit.label = dataset.positiveClass;
    }
    return units;
}

/// Deals each label's units out, shuffled, until as many of its films as wished are nearest to being in
/// validation.
class Dealer {
public:
    Dealer(const Dataset& dataset, const SplitConfig& config)
        : m_dataset(dataset)
        , m_config(config)
        , m_units(unitsOf(dataset, config.unit))
        , m_shuffle(config.seed)
        , m_inValidation(m_units.size(), false) {}

    /// The positive label first: its patients may bring films of other labels along, and those are then
    /// counted.
    Split deal() {
        dealLabel(m_dataset.positiveClass);
        for (int label = 0; label < int(m_dataset.classes.size()); ++label)
            if (label != m_dataset.positiveClass)
                dealLabel(label);
        Split split;
        for (std::size_t i = 0; i < m_units.size(); ++i) {
            auto& side = m_inValidation[i] ? split.validation : split.training;
            side.insert(side.end(), m_units[i].samples.begin(), m_units[i].samples.end());
        }
        std::sort(split.training.begin(), split.training.end());
        std::sort(split.validation.begin(), split.validation.end());
        return split;
    }

private:
    [[nodiscard]] int filmsWith(int label, const Unit& unit) const {
        return int(std::count_if(unit.samples.begin(), unit.samples.end(),
                                 [&](int i) { return m_dataset.samples[std::size_t(i)].label == label; }));
    }

    void dealLabel(int label) {
        std::vector<int> stratum;
        int taken = 0; // films of this label that came along with units dealt before
        for (std::size_t i = 0; i < m_units.size(); ++i) {
            if (m_units[i].label == label)
                stratum.push_back(int(i));
            else if (m_inValidation[i])
                taken += filmsWith(label, m_units[i]);
        }
        m_shuffle.apply(stratum);
        const double wished = m_config.validation * m_dataset.countOf(label);
        for (std::size_t k = 0; k < stratum.size(); ++k) {
            const Unit& unit = m_units[std::size_t(stratum[k])];
            const int films = filmsWith(label, unit);
            const bool nearer = std::abs(taken + films - wished) < std::abs(taken - wished);
            const bool sideWouldBeBare = k == 0 && taken == 0;
            const bool isLast = k + 1 == stratum.size();
            if ((!nearer && !sideWouldBeBare) || isLast)
                break;
            m_inValidation[std::size_t(stratum[k])] = true;
            taken += films;
        }
    }

    const Dataset& m_dataset;
    const SplitConfig& m_config;
    std::vector<Unit> m_units;
    Shuffle m_shuffle;
    std::vector<bool> m_inValidation;
};

Result<void> checkClasses(const Dataset& dataset, const std::vector<int>& side, const char* name) {
    std::vector<bool> present(dataset.classes.size(), false);
    for (const int index : side)
        present[std::size_t(dataset.samples[std::size_t(index)].label)] = true;
    for (std::size_t label = 0; label < present.size(); ++label)
        if (!present[label])
            return core::failure(ErrorCode::emptyClass, dataset.classes[label] + " has no film for " + name,
                                 dataset.root.string());
    return {};
}

} // namespace

Result<Split> splitDataset(const Dataset& dataset, const SplitConfig& config) {
    if (!(config.validation > 0 && config.validation < 1))
        return core::failure(ErrorCode::invalidArgument, "validation share must lie between 0 and 1");
    Split split = Dealer(dataset, config).deal();
    if (const auto checked = checkClasses(dataset, split.training, "training"); !checked)
        return core::failure(checked);
    if (const auto checked = checkClasses(dataset, split.validation, "validation"); !checked)
        return core::failure(checked);
    return split;
}

} // namespace pleurascope::data
