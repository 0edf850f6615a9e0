// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/DemonstrationRecipe.h"

namespace pleurascope::desktop {

phantom::PhantomSetConfig demonstrationStudies(const std::filesystem::path& output) {
    phantom::PhantomSetConfig config;
    config.output = output;
    config.count = 24;
    config.seed = 7;
    config.size = 1024;
    config.dicom = true;
    return config;
}

phantom::PhantomSetConfig demonstrationTrainingSet(const std::filesystem::path& output) {
    phantom::PhantomSetConfig config;
    config.output = output;
    config.count = 320;
    config.seed = 1000;
    config.size = 192;
    return config;
}

training::TrainingConfig demonstrationTraining(const std::filesystem::path& data,
                                               const std::filesystem::path& output) {
    training::TrainingConfig config;
    config.data = data;
    config.labels = data / "labels.csv";
    config.backbone.stemFilters = 16;
    config.backbone.blocks = {1, 1, 1, 1};
    config.backbone.filters = {16, 24, 32, 48};
    config.head.hidden = {32};
    config.head.dropout = {0.2};
    config.epochs = 14;
    config.batch = 16;
    config.inputSize = 128;
    config.positive = "effusion";
    config.trainBackbone = true;
    config.phantomsOnly = true;
    config.modelName = "Demonstration";
    config.output = output;
    return config;
}

} // namespace pleurascope::desktop
