// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/KerasSplit.h"

#include "engine/data/Shuffle.h"

#include <algorithm>

namespace pleurascope::data {

namespace {

core::Result<void> checkSide(const Dataset& dataset, const std::vector<int>& side, const char* name) {
    for (std::size_t label = 0; label < dataset.classes.size(); ++label)
        if (std::ranges::none_of(side, [&](int film) {
                return dataset.samples[std::size_t(film)].label == static_cast<int>(label);
            }))
            return core::failure(core::ErrorCode::emptyClass,
                                 dataset.classes[label] + " has no film for " + name, dataset.root.string());
    return {};
}

} // namespace

Split kerasSplit(int count, double validation, std::uint32_t seed) {
    auto order = Shuffle(seed).permutation(count);
    const auto validated = static_cast<std::ptrdiff_t>(validation * count);
    Split split;
    split.training.assign(order.begin(), order.end() - validated);
    split.validation.assign(order.end() - validated, order.end());
    std::ranges::sort(split.training);
    std::ranges::sort(split.validation);
    return split;
}

core::Result<Split> kerasSplit(const Dataset& dataset, const SplitConfig& config) {
    if (!(config.validation > 0 && config.validation < 1))
        return core::failure(core::ErrorCode::invalidArgument, "validation share must lie between 0 and 1");
    auto split = kerasSplit(static_cast<int>(dataset.samples.size()), config.validation, config.seed);
    if (const auto checked = checkSide(dataset, split.training, "training"); !checked)
        return core::failure(checked);
    if (const auto checked = checkSide(dataset, split.validation, "validation"); !checked)
        return core::failure(checked);
    return split;
}

} // namespace pleurascope::data
