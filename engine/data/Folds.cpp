// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Shuffle.h"
#include "engine/data/SplitUnits.h"

#include <algorithm>
#include <tuple>

namespace pleurascope::data {

using core::ErrorCode;
using core::Result;

namespace {

/// Deals units into folds, one label after another, each where that label has the fewest films, and of such
/// folds where there are the fewest films in all.
class FoldDealer {
public:
    FoldDealer(const Dataset& dataset, const SplitConfig& config)
        : m_dataset(dataset)
        , m_units(unitsOf(dataset, config.unit))
        , m_shuffle(config.seed)
        , m_counts(std::size_t(config.folds), std::vector<int>(dataset.classes.size()))
        , m_totals(std::size_t(config.folds))
        , m_folds(dataset.samples.size()) {}

    /// The positive label first: its units may bring films of other labels along, and those are then counted.
    std::vector<int> deal() {
        dealLabel(m_dataset.positiveClass);
        for (int label = 0; label < int(m_dataset.classes.size()); ++label)
            if (label != m_dataset.positiveClass)
                dealLabel(label);
        return m_folds;
    }

    /// The fold and the label that it lacks.
    [[nodiscard]] Result<void> check() const {
        for (std::size_t fold = 0; fold < m_counts.size(); ++fold)
            for (std::size_t label = 0; label < m_dataset.classes.size(); ++label)
                if (m_counts[fold][label] == 0)
                    return core::failure(ErrorCode::emptyClass,
                                         m_dataset.classes[label] + " has no film for fold " +
                                             std::to_string(fold + 1),
                                         m_dataset.root.string());
        return {};
    }

private:
    void dealLabel(int label) {
        std::vector<int> stratum;
        for (std::size_t i = 0; i < m_units.size(); ++i)
            if (m_units[i].label == label)
                stratum.push_back(int(i));
        m_shuffle.apply(stratum);
        std::stable_sort(stratum.begin(), stratum.end(), [&](int a, int b) {
            return m_units[std::size_t(a)].samples.size() > m_units[std::size_t(b)].samples.size();
        });
        for (const int unit : stratum)
            place(m_units[std::size_t(unit)], emptiest(std::size_t(label)));
    }

    [[nodiscard]] std::size_t emptiest(std::size_t label) const {
        std::size_t best = 0;
        for (std::size_t fold = 1; fold < m_counts.size(); ++fold)
            if (std::tie(m_counts[fold][label], m_totals[fold]) <
                std::tie(m_counts[best][label], m_totals[best]))
                best = fold;
        return best;
    }

    void place(const Unit& unit, std::size_t fold) {
        for (const int sample : unit.samples) {
            m_folds[std::size_t(sample)] = int(fold);
            ++m_counts[fold][std::size_t(m_dataset.samples[std::size_t(sample)].label)];
            ++m_totals[fold];
        }
    }

    const Dataset& m_dataset;
    const std::vector<Unit> m_units;
    Shuffle m_shuffle;
    std::vector<std::vector<int>> m_counts; ///< films by fold and label
    std::vector<int> m_totals;              ///< films by fold
    std::vector<int> m_folds;               ///< by sample
};

} // namespace

Result<std::vector<int>> foldsOf(const Dataset& dataset, const SplitConfig& config) {
    if (config.folds < 2 || config.folds > 1000)
        return core::failure(ErrorCode::invalidArgument, "folds must be 2 or more, and 1000 at most");
    FoldDealer dealer(dataset, config);
    auto folds = dealer.deal();
    if (const auto checked = dealer.check(); !checked)
        return core::failure(checked);
    return folds;
}

} // namespace pleurascope::data
