// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/Preset.h"

#include <array>
#include <utility>

namespace pleurascope::training {

namespace {

/// The published notebook without its first fault: the split comes first and only training films are copied.
/// Films are split by image, as image_dataset_from_directory does.
void notebookClean(TrainingConfig& c) {
    c.backbone.cut = "post_relu";
    c.deepestCut = true;
    c.head = {{512, 128}, {0.5, 0.3}};
    c.inputSize = 224;
    c.scaling = weights::Scaling::unit;
    c.epochs = 50;
    c.batch = 32;
    c.learningRate = 0.001;
    c.fineTuning.stage.clear();
    c.keptEpoch = KeptEpoch::best;
    c.optimization = {};
    c.kerasSplit = true;
    c.splitLast = false;
    c.split.unit = data::SplitUnit::image;
    c.split.validation = 0.2;
    c.split.seed = 44;
    c.augmentation.recipe = data::augmentationPreset("notebook").value();
    c.augmentation.mode = data::AugmentationMode::fixedSet;
    c.augmentation.sampledCopies = 200;
    c.augmentPositiveOnly = true;
    c.mirror = Mirror::none;
    c.flipAverage = false;
}

void notebook(TrainingConfig& c) {
    notebookClean(c);
    c.splitLast = true;
}

/// conv4 and the pre-activation after it fine-tuned with batch norm standing still; each epoch shows one of a
/// film's views, itself or one of eight copies, or its mirror image. The rates end at 0, so the last epoch is
/// kept and few films are needed to validate on. README.md tells what was tried.
void bestKnown(TrainingConfig& c) {
    c.backbone.cut = "post_relu";
    c.deepestCut = true;
    c.head = {{}, {}};
    c.inputSize = 224;
    c.scaling = weights::Scaling::tf;
    c.epochs = 8;
    c.batch = 16;
    c.learningRate = 0.002;
    c.fineTuning = {"conv4", 0.0002};
    c.optimization = {};
    c.optimization.optimizer = OptimizerKind::adamw;
    c.optimization.weightDecay = 0.01;
    c.optimization.schedule = ScheduleKind::cosine;
    c.optimization.warmUp = 1;
    c.keptEpoch = KeptEpoch::last;
    c.kerasSplit = false;
    c.splitLast = false;
    c.split.unit = data::SplitUnit::patient;
    c.split.validation = 0.1;
    c.augmentation = {};
    c.augmentation.recipe = data::augmentationPreset("default").value();
    c.augmentation.mode = data::AugmentationMode::drawnFromSet;
    c.augmentation.copiesPerFilm = 8;
    c.augmentPositiveOnly = false;
    c.mirror = Mirror::drawn;
    c.flipAverage = false;
    c.optimization.labelSmoothing = 0.1;
}

constexpr std::array<std::pair<std::string_view, void (*)(TrainingConfig&)>, 3> presets{{
    {"notebook", notebook},
    {"notebook-clean", notebookClean},
    {"default", bestKnown},
}};

} // namespace

const std::vector<std::string_view>& presetNames() {
    static const std::vector<std::string_view> names = [] {
        std::vector<std::string_view> all;
        for (const auto& [name, apply] : presets)
            all.push_back(name);
        return all;
    }();
    return names;
}

core::Result<void> applyPreset(std::string_view name, TrainingConfig& config) {
    for (const auto& [known, apply] : presets)
        if (known == name) {
            apply(config);
            config.preset = name;
            return {};
        }
    std::string names;
    for (const auto known : presetNames())
        names += (names.empty() ? "" : ", ") + std::string(known);
    return core::failure(core::ErrorCode::invalidArgument,
                         "preset '" + std::string(name) + "'; there are " + names);
}

} // namespace pleurascope::training
