// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/ItemPlan.h"

#include "engine/core/Sha256.h"
#include "engine/data/AugmentationLineage.h"
#include "engine/data/KerasSplit.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace pleurascope::training {

using core::Result;

namespace {

data::AugmentationPlan planOf(const data::Dataset& dataset, const TrainingConfig& config) {
    data::AugmentationPlan plan = config.augmentation;
    if (config.augmentPositiveOnly)
        plan.augmentedClass = dataset.classes[static_cast<std::size_t>(dataset.positiveClass)];
    plan.seed = config.split.seed;
    plan.unit = config.kerasSplit ? data::SplitUnit::image : config.split.unit;
    return plan;
}

Result<void> checkClasses(const data::Dataset& dataset, const std::vector<data::TrainingItem>& items,
                          const char* side) {
    for (std::size_t label = 0; label < dataset.classes.size(); ++label)
        if (std::ranges::none_of(items, [&](const auto& item) {
                return dataset.samples[std::size_t(item.film)].label == static_cast<int>(label);
            }))
            return core::failure(core::ErrorCode::emptyClass,
                                 dataset.classes[label] + " has no film for " + side, dataset.root.string());
    return {};
}

} // namespace

ItemPlan::ItemPlan(data::AugmentedSet augmented, const TrainingConfig& config)
    : m_augmented(std::move(augmented))
    , m_mirror(config.mirror)
    , m_flipAverage(config.flipAverage)
    , m_seed(config.split.seed) {}

Result<ItemPlan> ItemPlan::make(const data::Dataset& dataset, const data::Split& split,
                                const TrainingConfig& config) {
    auto augmented = data::AugmentedSet::make(dataset, split, planOf(dataset, config));
    if (!augmented)
        return core::failure(augmented);
    ItemPlan plan(std::move(*augmented), config);
    for (const int film : split.validation)
        plan.m_validation.push_back({film, 0, false});
    return plan;
}

Result<ItemPlan> ItemPlan::makeLeaking(const data::Dataset& dataset, const TrainingConfig& config) {
    data::Split everything;
    everything.training.resize(dataset.samples.size());
    std::iota(everything.training.begin(), everything.training.end(), 0);
    auto augmented = data::AugmentedSet::make(dataset, everything, planOf(dataset, config));
    if (!augmented)
        return core::failure(augmented);
    ItemPlan plan(std::move(*augmented), config);
    plan.m_leaks = true;
    auto listing = plan.m_augmented.standingItems();
    std::ranges::stable_sort(listing, {}, [&](const data::TrainingItem& item) {
        return std::tuple(dataset.samples[std::size_t(item.film)].label, item.copy > 0);
    });
    const auto sides =
        data::kerasSplit(static_cast<int>(listing.size()), config.split.validation, config.split.seed);
    std::vector<data::TrainingItem> validation;
    for (const int place : sides.training)
        plan.m_fixedTraining.push_back(listing[std::size_t(place)]);
    for (const int place : sides.validation)
        validation.push_back(listing[std::size_t(place)]);
    std::ranges::sort(plan.m_fixedTraining);
    std::ranges::sort(validation);
    for (const auto& item : validation)
        plan.m_validation.push_back({item.film, item.copy, false});
    if (const auto checked = checkClasses(dataset, plan.m_fixedTraining, "training"); !checked)
        return core::failure(checked);
    if (const auto checked = checkClasses(dataset, validation, "validation"); !checked)
        return core::failure(checked);
    return plan;
}

std::vector<data::TrainingItem> ItemPlan::unmirroredOf(int epoch) const {
    return m_leaks ? m_fixedTraining : m_augmented.itemsOfEpoch(static_cast<std::uint32_t>(epoch));
}

bool ItemPlan::isFresh(const data::TrainingItem& item) const {
    return item.copy > 0 && m_augmented.plan().mode == data::AugmentationMode::freshEachEpoch;
}

bool ItemPlan::isDrawnMirrored(const data::TrainingItem& item, int epoch) const {
    std::uint64_t x = (std::uint64_t(m_seed) << 32) ^ (std::uint64_t(item.film) << 20) ^
                      (std::uint64_t(item.copy) << 10) ^ static_cast<std::uint64_t>(epoch);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    return ((x ^ (x >> 31)) & 1) != 0;
}

std::vector<Item> ItemPlan::standing() const {
    std::vector<Item> items = m_validation;
    const auto twins = validationTwins();
    items.insert(items.end(), twins.begin(), twins.end());
    for (const auto& item : m_leaks ? m_fixedTraining : m_augmented.standingItems()) {
        items.push_back({item.film, item.copy, false});
        if (m_mirror != Mirror::none)
            items.push_back({item.film, item.copy, true});
    }
    std::ranges::sort(items);
    return items;
}

std::vector<Item> ItemPlan::trainingOf(int epoch) const {
    std::vector<Item> items;
    for (const auto& item : unmirroredOf(epoch)) {
        const bool drawn = m_mirror == Mirror::drawn && isDrawnMirrored(item, epoch);
        if (!drawn)
            items.push_back({item.film, item.copy, false});
        if (drawn || m_mirror == Mirror::both)
            items.push_back({item.film, item.copy, true});
    }
    std::ranges::sort(items);
    return items;
}

std::vector<Item> ItemPlan::freshOf(int epoch) const {
    auto items = trainingOf(epoch);
    std::erase_if(items, [this](const Item& item) { return !isFresh({item.film, item.copy}); });
    return items;
}

std::vector<Item> ItemPlan::validationTwins() const {
    std::vector<Item> twins;
    if (m_flipAverage)
        for (const Item& item : m_validation)
            twins.push_back({item.film, item.copy, true});
    return twins;
}

std::string ItemPlan::identityOf(const Item& item, std::string_view filmSha256) const {
    const auto identity = data::itemIdentity(filmSha256, m_augmented.plan(), item.copy);
    return item.mirrored ? core::sha256("mirrored\n" + identity) : identity;
}

} // namespace pleurascope::training
