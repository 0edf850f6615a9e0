// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Split.h"

#include "engine/data/Shuffle.h"
#include "engine/data/SplitUnits.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::data {

using core::ErrorCode;
using core::Result;

namespace {

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
    void dealLabel(int label) {
        std::vector<int> stratum;
        int taken = 0; // films of this label that came along with units dealt before
        for (std::size_t i = 0; i < m_units.size(); ++i) {
            if (m_units[i].label == label)
                stratum.push_back(int(i));
            else if (m_inValidation[i])
                taken += filmsWith(m_dataset, label, m_units[i]);
        }
        m_shuffle.apply(stratum);
        const double wished = m_config.validation * m_dataset.countOf(label);
        for (std::size_t k = 0; k < stratum.size(); ++k) {
            const Unit& unit = m_units[std::size_t(stratum[k])];
            const int films = filmsWith(m_dataset, label, unit);
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

Result<Split> foldSplit(const Dataset& dataset, const SplitConfig& config) {
    if (config.fold < 0 || config.fold >= config.folds)
        return core::failure(ErrorCode::invalidArgument, "fold " + std::to_string(config.fold));
    const auto folds = foldsOf(dataset, config);
    if (!folds)
        return core::failure(folds);
    Split split;
    for (std::size_t i = 0; i < folds->size(); ++i)
        ((*folds)[i] == config.fold ? split.validation : split.training).push_back(int(i));
    return split;
}

} // namespace

Result<Split> splitDataset(const Dataset& dataset, const SplitConfig& config) {
    if (config.folds != 0)
        return foldSplit(dataset, config);
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
