// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/AugmentedSet.h"
#include "engine/training/TrainingConfig.h"

namespace pleurascope::training {

/// One thing to train or validate on: a film, or a copy of it, perhaps in a mirror.
struct Item {
    int film = 0;           ///< index into Dataset::samples; its label is the item's
    std::uint32_t copy = 0; ///< 0: the film as it is
    bool mirrored = false;
    auto operator<=>(const Item&) const = default;
};

/// What a run shows in which epoch. Items of validation films are never trained on, but where the plan is
/// that of the published notebook. Immutable.
class ItemPlan {
public:
    /// Copies of the training side alone. Errors: those of AugmentedSet::make.
    [[nodiscard]] static core::Result<ItemPlan> make(const data::Dataset& dataset, const data::Split& split,
                                                     const TrainingConfig& config);
    /// As the notebook does it: films and copies of all of them in one list, class by class with the copies
    /// last (they lie in the class's folder `output`), split as image_dataset_from_directory does. Copies of
    /// one film stand on both sides. Errors: those of AugmentedSet::make, emptyClass.
    [[nodiscard]] static core::Result<ItemPlan> makeLeaking(const data::Dataset& dataset,
                                                            const TrainingConfig& config);

    /// Items that more than one epoch shows, validation's among them: made once. By film, ascending.
    [[nodiscard]] std::vector<Item> standing() const;
    /// Items that are made for this epoch (from 1) alone. By film, ascending.
    [[nodiscard]] std::vector<Item> freshOf(int epoch) const;
    /// All that an epoch trains on, ascending.
    [[nodiscard]] std::vector<Item> trainingOf(int epoch) const;
    [[nodiscard]] const std::vector<Item>& validation() const { return m_validation; }
    /// The mirror images whose logits are averaged in, one for each of validation(), or none.
    [[nodiscard]] std::vector<Item> validationTwins() const;

    /// The pixels of an item that is not mirrored, u8, from its film's (as renderDefault() makes them).
    [[nodiscard]] core::PixelBuffer pixelsOf(const Item& item, const core::PixelBuffer& film,
                                             std::string_view filmSha256) const {
        return m_augmented.pixelsOf({item.film, item.copy}, film, filmSha256);
    }
    /// Names the item's pixels: equal identities, equal pixels.
    [[nodiscard]] std::string identityOf(const Item& item, std::string_view filmSha256) const;
    [[nodiscard]] const data::AugmentedSet& augmentedSet() const { return m_augmented; }
    /// Whether copies of training films may be validated on.
    [[nodiscard]] bool leaks() const { return m_leaks; }

private:
    ItemPlan(data::AugmentedSet augmented, const TrainingConfig& config);
    [[nodiscard]] std::vector<data::TrainingItem> unmirroredOf(int epoch) const;
    [[nodiscard]] bool isFresh(const data::TrainingItem& item) const;
    [[nodiscard]] bool isDrawnMirrored(const data::TrainingItem& item, int epoch) const;

    data::AugmentedSet m_augmented;
    std::vector<Item> m_validation;
    std::vector<data::TrainingItem> m_fixedTraining; ///< where the plan leaks
    Mirror m_mirror;
    bool m_flipAverage;
    bool m_leaks = false;
    std::uint32_t m_seed;
};

} // namespace pleurascope::training
