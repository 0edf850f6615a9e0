// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/data/AugmentationRecipe.h"
#include "engine/data/Split.h"

#include <string_view>

namespace pleurascope::data {

enum class AugmentationMode : std::uint8_t {
    fixedSet, ///< the films and their copies, made before training: features of a frozen backbone can be kept
    freshEachEpoch, ///< each film once an epoch, as a new copy
    drawnFromSet    ///< a fixed set of which each epoch shows one of a film: itself or a copy, by chance
};

/// "fixed", "fresh", "drawn": how a mode is written on the command line and in run.json. Another word means
/// "fixed".
[[nodiscard]] std::string_view augmentationModeWord(AugmentationMode mode);
[[nodiscard]] AugmentationMode augmentationModeFromWord(std::string_view word);

/// Which films are copied, how, and how often.
struct AugmentationPlan {
    AugmentationRecipe recipe; ///< without steps, films are trained on as they are
    AugmentationMode mode = AugmentationMode::fixedSet;
    std::string augmentedClass; ///< the only class to be copied; empty: all
    int copiesPerFilm = 1;      ///< of a set: 0..1000
    /// Of a set, 0..1000000: above 0, so many copies in all and none a film, their films drawn with
    /// replacement (Augmentor's `sample`; the notebook takes 200 of the effusions).
    int sampledCopies = 0;
    std::uint32_t seed = 44;
    SplitUnit unit = SplitUnit::patient; ///< what must not stand on both sides of the split
};

/// Something to train on.
struct TrainingItem {
    int film = 0;           ///< index into Dataset::samples; its label is the item's
    std::uint32_t copy = 0; ///< 0: the film as it is
    auto operator<=>(const TrainingItem&) const = default;
};

/// What a run trains on: the training side of a split, and copies of those films alone. Validation films are
/// never listed nor copied. Immutable; safe to use from any thread.
class AugmentedSet {
public:
    /// Errors: invalidArgument (a plan out of range; a film, or by patient a patient, on both sides of the
    /// split), unknownLabel (augmentedClass), emptyClass (nothing to sample).
    [[nodiscard]] static core::Result<AugmentedSet> make(const Dataset& dataset, const Split& split,
                                                         AugmentationPlan plan);

    /// The items of epoch 1, 2, ...: films ascending, then copies by film and number. Of a fixed set, each
    /// epoch's are the same.
    [[nodiscard]] std::vector<TrainingItem> itemsOfEpoch(std::uint32_t epoch) const;
    /// Items that need not be made anew for each epoch: the fixed set, and films that stay as they are.
    [[nodiscard]] std::vector<TrainingItem> standingItems() const;

    /// The pixels of an item, from its film's (u8, as renderDefault() makes them) and the film's file hash.
    [[nodiscard]] core::PixelBuffer pixelsOf(const TrainingItem& item, const core::PixelBuffer& film,
                                             std::string_view filmSha256) const;

    [[nodiscard]] const AugmentationPlan& plan() const { return m_plan; }

private:
    explicit AugmentedSet(AugmentationPlan plan);
    void list(const Dataset& dataset, const Split& split, int label);
    [[nodiscard]] std::vector<TrainingItem> copiesOf(const std::vector<int>& films) const;
    [[nodiscard]] std::vector<TrainingItem> drawnFrom(std::vector<TrainingItem> items,
                                                      std::uint32_t epoch) const;

    AugmentationPlan m_plan;
    std::vector<int> m_asTheyAre;       ///< training films that every epoch sees untouched
    std::vector<int> m_freshened;       ///< training films of which every epoch sees a new copy
    std::vector<TrainingItem> m_copies; ///< of a set, by film and number
};

} // namespace pleurascope::data
