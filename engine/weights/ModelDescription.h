// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::weights {

/// A network as keras.applications builds it: ResNet V2 (He et al. 2016, 'Identity mappings in deep residual
/// networks') or DenseNet (Huang et al. 2017, 'Densely connected convolutional networks'). The defaults are
/// ResNet50V2; smaller ones serve tests and the demonstration.
struct BackboneDescription {
    std::string family = "resnetv2"; ///< or "densenet"
    int stemFilters = 64;
    std::vector<int> blocks{3, 4, 6, 3};
    std::vector<int> filters{64, 128, 256, 512}; ///< a stage; of DenseNets the growth rate
    std::string cut = "post_relu";               ///< Keras layer whose output is the feature map
};

/// Global average pooling, then Dense relu + Dropout for each hidden width, then Dense softmax over the
/// classes.
struct HeadDescription {
    std::vector<int> hidden{512, 128};
    std::vector<double> dropout{0.5, 0.3}; ///< one a hidden layer
};

/// keras.applications.imagenet_utils.preprocess_input's modes, Rescaling(1/255), and nothing.
enum class Scaling : std::uint8_t { tf, unit, none, torch };

/// Grey levels 0..255 to a network's input, in this order: (x / divisor - mean) / deviation, the latter two a
/// channel (R, G, B).
struct ScalingTerms {
    float divisor = 1;
    std::array<float, 3> mean{};
    std::array<float, 3> deviation{1, 1, 1};

    [[nodiscard]] bool shifts() const { return mean != std::array<float, 3>{}; }
    [[nodiscard]] bool stretches() const { return deviation != std::array<float, 3>{1, 1, 1}; }
};

[[nodiscard]] ScalingTerms scalingTerms(Scaling scaling);
[[nodiscard]] std::string_view scalingName(Scaling scaling);
/// "tf", "unit", "none", "torch". Errors: invalidArgument.
[[nodiscard]] core::Result<Scaling> scalingFromName(std::string_view name);

/// Where a model comes from: enough to say what it was trained on. Metrics by name, e.g. "val_auc".
struct ModelProvenance {
    std::string created;            ///< UTC, ISO 8601
    std::string program;            ///< "PleuraScope 0.1.0"
    std::string trainingData;       ///< name of the data, without its path
    std::string trainingDataSha256; ///< over paths, labels and file hashes
    std::string backboneWeights;    ///< file name of the weights, or "random"
    std::string backboneWeightsSha256;
    std::string split; ///< "patient" or "image"
    std::uint32_t seed = 0;
    int trainingFilms = 0;
    int validationFilms = 0;
    int bestEpoch = 0;
    bool validationLeaks = false; ///< copies of training films were validated on: metrics say too much
    bool phantomsOnly = false;    ///< 'demonstration model, trained on phantoms only'
    std::map<std::string, double> metrics;
};

/// Everything about a model but its tensors: `model.json` of a `.psmodel`.
struct ModelDescription {
    std::string name;
    BackboneDescription backbone;
    HeadDescription head;
    int inputSize = 224;
    Scaling scaling = Scaling::tf;
    std::string scalingSource = "configured";
    std::vector<std::string> classes{"nofinding", "effusion"};
    int positiveClass = 1;
    bool flipAverage = false; ///< a film's logits are the mean of its own and of its mirror image's
    /// Positive from this (calibrated) probability on, by `thresholdRule`: "default" (one half) or "youden"
    /// (most sensitivity + specificity on the validation films, Youden 1950).
    double threshold = 0.5;
    std::string thresholdRule = "default";
    /// Logits are divided by it before the softmax (Guo et al. 2017); 1 where nothing was fitted.
    double temperature = 1;
    int calibratedOn = 0; ///< films that the temperature was fitted on
    [[nodiscard]] bool isCalibrated() const { return calibratedOn > 0; }
    ModelProvenance provenance;
};

} // namespace pleurascope::weights
