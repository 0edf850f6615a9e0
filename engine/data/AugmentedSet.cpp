// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentedSet.h"

#include "engine/data/Augmentation.h"
#include "engine/data/Shuffle.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>

namespace pleurascope::data {

using core::ErrorCode;
using core::Result;

namespace {

constexpr int everyLabel = -1;

Result<int> labelOf(const Dataset& dataset, const std::string& name) {
    if (name.empty())
        return everyLabel;
    const auto found = std::ranges::find(dataset.classes, name);
    if (found == dataset.classes.end())
        return core::failure(ErrorCode::unknownLabel, "no class '" + name + "' to augment",
                             dataset.root.string());
    return int(found - dataset.classes.begin());
}

Result<void> checkPlan(const AugmentationPlan& plan) {
    if (plan.copiesPerFilm < 0 || plan.copiesPerFilm > 1000)
        return core::failure(ErrorCode::invalidArgument, "copies a film must lie in 0..1000");
    if (plan.sampledCopies < 0 || plan.sampledCopies > 1000000)
        return core::failure(ErrorCode::invalidArgument, "sampled copies must lie in 0..1000000");
    return checkRecipe(plan.recipe);
}

/// All that a film is known by; two films that share one are the same, or of the same patient.
std::vector<std::string> namesOf(const Sample& sample, SplitUnit unit) {
    std::vector<std::string> names{"film " + std::filesystem::path(sample.path).lexically_normal().string()};
    if (unit == SplitUnit::patient && !sample.patientId.empty())
        names.push_back("patient " + sample.patientId);
    return names;
}

Result<void> checkSplit(const Dataset& dataset, const Split& split, SplitUnit unit) {
    const auto sampleAt = [&](int index) -> const Sample& {
        assert(index >= 0 && std::size_t(index) < dataset.samples.size());
        return dataset.samples[std::size_t(index)];
    };
    std::set<std::string> validated;
    for (const int index : split.validation)
        for (const auto& name : namesOf(sampleAt(index), unit))
            validated.insert(name);
    for (const int index : split.training)
        for (const auto& name : namesOf(sampleAt(index), unit))
            if (validated.contains(name))
                return core::failure(ErrorCode::invalidArgument, name + " stands on both sides of the split",
                                     dataset.fileOf(sampleAt(index)).string());
    return {};
}

} // namespace

std::string_view augmentationModeWord(AugmentationMode mode) {
    switch (mode) {
    case AugmentationMode::freshEachEpoch:
        return "fresh";
    case AugmentationMode::drawnFromSet:
        return "drawn";
    case AugmentationMode::fixedSet:
        break;
    }
    return "fixed";
}

AugmentationMode augmentationModeFromWord(std::string_view word) {
    for (const auto mode : {AugmentationMode::freshEachEpoch, AugmentationMode::drawnFromSet})
        if (augmentationModeWord(mode) == word)
            return mode;
    return AugmentationMode::fixedSet;
}

AugmentedSet::AugmentedSet(AugmentationPlan plan)
    : m_plan(std::move(plan)) {}

Result<AugmentedSet> AugmentedSet::make(const Dataset& dataset, const Split& split, AugmentationPlan plan) {
    if (const auto checked = checkPlan(plan); !checked)
        return core::failure(checked);
    if (const auto checked = checkSplit(dataset, split, plan.unit); !checked)
        return core::failure(checked);
    const auto label = labelOf(dataset, plan.augmentedClass);
    if (!label)
        return core::failure(label);
    AugmentedSet set(std::move(plan));
    set.list(dataset, split, *label);
    if (set.m_plan.sampledCopies > 0 && set.m_copies.empty() && set.m_freshened.empty() &&
        !set.m_plan.recipe.steps.empty())
        return core::failure(ErrorCode::emptyClass, set.m_plan.augmentedClass + " has no film to copy",
                             dataset.root.string());
    return set;
}

void AugmentedSet::list(const Dataset& dataset, const Split& split, int label) {
    std::vector<int> augmented;
    if (!m_plan.recipe.steps.empty())
        for (const int film : split.training)
            if (label == everyLabel || dataset.samples[std::size_t(film)].label == label)
                augmented.push_back(film);
    std::ranges::sort(augmented);
    m_asTheyAre = split.training;
    std::ranges::sort(m_asTheyAre);
    if (m_plan.mode != AugmentationMode::freshEachEpoch) {
        m_copies = copiesOf(augmented);
        return;
    }
    std::vector<int> others;
    std::ranges::set_difference(m_asTheyAre, augmented, std::back_inserter(others));
    m_asTheyAre = std::move(others);
    m_freshened = std::move(augmented);
}

/// The k-th copy of a film has number k, from 1.
std::vector<TrainingItem> AugmentedSet::copiesOf(const std::vector<int>& films) const {
    std::map<int, int> countOf;
    if (m_plan.sampledCopies == 0)
        for (const int film : films)
            countOf[film] = m_plan.copiesPerFilm;
    else if (!films.empty()) {
        Shuffle draw(m_plan.seed);
        for (int i = 0; i < m_plan.sampledCopies; ++i)
            ++countOf[films[draw.interval(std::uint32_t(films.size() - 1))]];
    }
    std::vector<TrainingItem> copies;
    for (const auto& [film, count] : countOf)
        for (int copy = 1; copy <= count; ++copy)
            copies.push_back({film, std::uint32_t(copy)});
    return copies;
}

std::vector<TrainingItem> AugmentedSet::itemsOfEpoch(std::uint32_t epoch) const {
    assert(epoch >= 1);
    std::vector<TrainingItem> items = standingItems();
    if (m_plan.mode == AugmentationMode::drawnFromSet)
        return drawnFrom(items, epoch);
    for (const int film : m_freshened) // none of a fixed set
        items.push_back({film, epoch});
    return items;
}

std::vector<TrainingItem> AugmentedSet::standingItems() const {
    std::vector<TrainingItem> items;
    items.reserve(m_asTheyAre.size() + m_freshened.size() + m_copies.size());
    for (const int film : m_asTheyAre)
        items.push_back({film, 0});
    items.insert(items.end(), m_copies.begin(), m_copies.end());
    return items;
}

/// One of each film's items. A stream of draws an epoch, a draw a film: any order of asking gives the same.
std::vector<TrainingItem> AugmentedSet::drawnFrom(std::vector<TrainingItem> items,
                                                  std::uint32_t epoch) const {
    std::ranges::sort(items);
    Shuffle draw(m_plan.seed * 2654435761U + epoch);
    std::vector<TrainingItem> drawn;
    for (auto first = items.begin(); first != items.end();) {
        const auto last = std::find_if(first, items.end(),
                                       [&](const TrainingItem& item) { return item.film != first->film; });
        drawn.push_back(first[std::ptrdiff_t(draw.interval(std::uint32_t(last - first - 1)))]);
        first = last;
    }
    std::ranges::stable_partition(drawn, [](const TrainingItem& item) { return item.copy == 0; });
    return drawn;
}

core::PixelBuffer AugmentedSet::pixelsOf(const TrainingItem& item, const core::PixelBuffer& film,
                                         std::string_view filmSha256) const {
    return item.copy == 0 ? film : augment(film, m_plan.recipe, m_plan.seed, filmSha256, item.copy);
}

} // namespace pleurascope::data
