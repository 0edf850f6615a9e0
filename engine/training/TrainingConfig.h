// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/data/Split.h"
#include "engine/inference/Predictor.h"
#include "engine/weights/ModelDescription.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pleurascope::training {

/// All that a run is made of; `run.json` carries it.
struct TrainingConfig {
    std::filesystem::path data;    ///< dataset root
    std::filesystem::path labels;  ///< CSV; empty: one folder a class
    std::filesystem::path weights; ///< Keras .h5 of the backbone; empty: random from `seed`
    weights::BackboneDescription backbone;
    weights::HeadDescription head;
    int epochs = 50;
    int batch = 32;
    double learningRate = 0.001;
    data::SplitConfig split; ///< its seed seeds everything
    int inputSize = 224;
    weights::Scaling scaling = weights::Scaling::tf;
    std::string positive; ///< class name; empty: data::positiveClass's rule
    inference::DeviceChoice device = inference::DeviceChoice::automatic;
    bool trainBackbone =
        false; ///< the whole net is trained (small nets on phantoms); else features are computed once
    bool phantomsOnly = false;
    std::string modelName;        ///< empty: the run folder's name
    std::filesystem::path output; ///< RUN
};

/// "auto", "cpu", "cuda": how a device is written on the command line and in run.json. Another word means
/// "auto".
[[nodiscard]] std::string_view deviceWord(inference::DeviceChoice choice);
[[nodiscard]] inference::DeviceChoice deviceFromWord(std::string_view word);

/// What is out of range in a configuration: invalidArgument naming the field, or nothing.
[[nodiscard]] core::Result<void> checkConfig(const TrainingConfig& config);

} // namespace pleurascope::training
