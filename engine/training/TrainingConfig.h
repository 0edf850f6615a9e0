// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/AugmentedSet.h"
#include "engine/data/Split.h"
#include "engine/inference/Predictor.h"
#include "engine/training/Optimization.h"
#include "engine/weights/ModelDescription.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pleurascope::training {

/// Training films seen in a mirror as well. Off unless asked for: it swaps left and right.
enum class Mirror : std::uint8_t {
    none,
    both, ///< every item and its mirror image, each epoch
    drawn ///< each epoch shows one of the two by chance
};

/// Which epoch's weights the model has. The last one where the rates end at 0: the best of a few looks at few
/// validation films is chosen by chance as much as by merit.
enum class KeptEpoch : std::uint8_t { best, last };

/// Which part of a backbone is trained with the head, batch norm standing still (its moving statistics stay,
/// gamma and beta are trained). What lies below is passed once an item and its maps are kept.
struct FineTuning {
    std::string stage; ///< "conv4", or a layer's name; empty: the head alone is trained
    double learningRate = 0.00005;
};

/// All that a run is made of; `run.json` carries it.
struct TrainingConfig {
    std::filesystem::path data;    ///< dataset root
    std::filesystem::path labels;  ///< CSV; empty: one folder a class
    std::filesystem::path weights; ///< Keras .h5 of the backbone; empty: random from `seed`
    weights::BackboneDescription backbone;
    bool deepestCut =
        false; ///< where `weights` end before the cut, the deepest layer that they hold is taken
    weights::HeadDescription head;
    int epochs = 50;
    int batch = 32;
    double learningRate = 0.001; ///< of the head, and of all where `trainBackbone`
    FineTuning fineTuning;
    Optimization optimization;
    data::AugmentationPlan augmentation; ///< its seed and unit are the split's
    bool augmentPositiveOnly = false;    ///< copies of the positive class alone, whatever it is called
    Mirror mirror = Mirror::none;
    bool flipAverage = false; ///< the model averages its logits of a film and of the film's mirror image
    KeptEpoch keptEpoch = KeptEpoch::best; ///< best: by validation AUC
    data::SplitConfig split;               ///< its seed seeds everything
    bool kerasSplit = false;               ///< data::kerasSplit instead: by image, classes as they fall
    bool splitLast = false; ///< the notebook's fault: copies are made before the (Keras) split, and leak
    int inputSize = 224;
    weights::Scaling scaling = weights::Scaling::tf;
    std::string positive; ///< class name; empty: data::positiveClass's rule
    inference::DeviceChoice device = inference::DeviceChoice::automatic;
    bool trainBackbone =
        false; ///< the whole net is trained (small nets on phantoms); else features are computed once
    bool phantomsOnly = false;
    std::string preset;           ///< what the values were taken from, for the record
    std::string modelName;        ///< empty: the run folder's name
    std::filesystem::path output; ///< RUN

    /// A run that ends early keeps its best epoch: the last one is only where it gave up.
    [[nodiscard]] KeptEpoch effectiveKeptEpoch() const;

    // How this process runs it; not part of run.json.
    bool resume = false;                ///< goes on with the run that stands in `output`
    std::filesystem::path featureCache; ///< folder of rows kept between runs; empty: none
};

/// "auto", "cpu", "cuda": how a device is written on the command line and in run.json. Another word means
/// "auto".
[[nodiscard]] std::string_view deviceWord(inference::DeviceChoice choice);
[[nodiscard]] inference::DeviceChoice deviceFromWord(std::string_view word);

/// "none", "both", "drawn". Another word means "none".
[[nodiscard]] std::string_view mirrorWord(Mirror mirror);
[[nodiscard]] Mirror mirrorFromWord(std::string_view word);

/// "best", "last". Another word means "best".
[[nodiscard]] std::string_view keptEpochWord(KeptEpoch kept);
[[nodiscard]] KeptEpoch keptEpochFromWord(std::string_view word);

/// What is out of range in a configuration: invalidArgument naming the field, or nothing.
[[nodiscard]] core::Result<void> checkConfig(const TrainingConfig& config);

} // namespace pleurascope::training
