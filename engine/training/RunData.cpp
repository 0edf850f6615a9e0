// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunData.h"

#include "engine/core/Sha256.h"
#include "engine/data/AugmentationLineage.h"
#include "engine/data/KerasSplit.h"
#include "engine/training/DatasetListing.h"
#include "engine/training/RunRecords.h"

#include <algorithm>
#include <set>

namespace pleurascope::training {

using core::failure;
using core::Result;

namespace {

/// Mirror images count as the item: they hold the same film.
std::vector<data::TrainingItem> trainedOn(const ItemPlan& plan, int epochs) {
    const bool fixed = plan.augmentedSet().plan().mode == data::AugmentationMode::fixedSet;
    std::set<data::TrainingItem> items;
    for (int epoch = 1; epoch <= (fixed ? 1 : epochs); ++epoch)
        for (const Item& item : plan.trainingOf(epoch))
            items.insert({item.film, item.copy});
    return {items.begin(), items.end()};
}

std::vector<int> filmsOf(const std::vector<Item>& items) {
    std::set<int> films;
    for (const Item& item : items)
        films.insert(item.film);
    return {films.begin(), films.end()};
}

} // namespace

Result<RunData> RunData::list(const TrainingConfig& config) {
    auto dataset = datasetOf(config);
    if (!dataset)
        return failure(dataset);
    if (config.splitLast) {
        auto plan = ItemPlan::makeLeaking(*dataset, config);
        if (!plan)
            return core::failureIn(plan.error(), config.data.string());
        data::Split split{filmsOf(plan->trainingOf(1)), filmsOf(plan->validation())};
        return RunData{std::move(*dataset), std::move(split), std::move(*plan), {}};
    }
    auto split = config.kerasSplit ? data::kerasSplit(*dataset, config.split)
                                   : data::splitDataset(*dataset, config.split);
    if (!split)
        return core::failureIn(split.error(), config.data.string());
    auto plan = ItemPlan::make(*dataset, *split, config);
    if (!plan)
        return failure(plan);
    return RunData{std::move(*dataset), std::move(*split), std::move(*plan), {}};
}

Result<void> RunData::hashFilms() {
    filmSha256.assign(dataset.samples.size(), {});
    for (const auto* side : {&split.training, &split.validation})
        for (const int film : *side) {
            auto& known = filmSha256[static_cast<std::size_t>(film)];
            if (!known.empty())
                continue;
            auto hash = core::sha256OfFile(dataset.fileOf(dataset.samples[static_cast<std::size_t>(film)]));
            if (!hash)
                return failure(hash);
            known = std::move(*hash);
        }
    if (plan.leaks())
        return {};
    const auto items = trainedOn(plan, 1);
    return data::checkLineage(dataset, split, data::lineageOf(items, plan.augmentedSet().plan(), filmSha256),
                              filmSha256);
}

std::string RunData::sha256() const {
    core::Sha256 hash;
    for (std::size_t i = 0; i < dataset.samples.size(); ++i) {
        const auto& sample = dataset.samples[i];
        hash.add(sample.path + "\n" + dataset.classes[static_cast<std::size_t>(sample.label)] + "\n" +
                 filmSha256[i] + "\n");
    }
    return hash.finish();
}

DatasetSummary RunData::summary() const {
    DatasetSummary summary = summaryOf(dataset, split);
    summary.trainingItems = static_cast<int>(plan.trainingOf(1).size());
    summary.validationItems = static_cast<int>(plan.validation().size());
    summary.validationLeaks = plan.leaks();
    return summary;
}

std::string RunData::lineage(int epochs) const {
    return data::lineageCsv(dataset,
                            data::lineageOf(trainedOn(plan, epochs), plan.augmentedSet().plan(), filmSha256),
                            plan.leaks());
}

} // namespace pleurascope::training
