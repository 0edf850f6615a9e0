// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainingOptions.h"

#include "app/cli/Inputs.h"
#include "engine/training/RunRecords.h"

namespace pleurascope::cli {

namespace {

void addDataOptions(CLI::App& command, TrainingOptions& options) {
    auto& config = options.config;
    command.add_option("--data", config.data, "Folder of films; without --labels one sub-folder a class")
        ->required()
        ->type_name("DIR");
    command
        .add_option("--labels", config.labels, "Table with path,label and optionally patient_id,view,age,sex")
        ->type_name("CSV");
    command
        .add_option("--positive", config.positive,
                    "Class that counts as positive (default: effusion, else the last)")
        ->type_name("NAME");
    command.add_option("--split", options.split, "What may not stand on both sides")
        ->check(CLI::IsMember({"patient", "image"}))
        ->capture_default_str();
    command.add_option("--validation", config.split.validation, "Share of films to validate on")
        ->check(CLI::Range(0.001, 0.999))
        ->capture_default_str();
    command.add_option("--seed", config.split.seed, "Seeds split, order, weights and dropout")
        ->capture_default_str();
}

void addNetworkOptions(CLI::App& command, TrainingOptions& options) {
    auto& config = options.config;
    command.add_option("--weights", config.weights, "Keras .h5 of the backbone (default: random)")
        ->type_name("H5");
    command.add_option("--cut", config.backbone.cut, "Layer whose map the head sees")
        ->type_name("LAYER")
        ->capture_default_str();
    command.add_option("--head", options.head, "Widths of the head's hidden layers")->capture_default_str();
    command.add_option("--dropout", options.dropout, "Dropout after each of them")->capture_default_str();
    command.add_option("--input-size", config.inputSize, "Pixels a side")
        ->check(CLI::Range(32, 2048))
        ->capture_default_str();
    command.add_option("--scaling", options.scaling, "tf: x/127.5 - 1; unit: x/255")
        ->check(CLI::IsMember({"tf", "unit"}))
        ->capture_default_str();
}

void addRunOptions(CLI::App& command, TrainingOptions& options) {
    auto& config = options.config;
    command.add_option("--epochs", config.epochs, "How often each film is seen")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command.add_option("--batch", config.batch, "Films a step")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command.add_option("--learning-rate", config.learningRate, "Of Adam")
        ->check(CLI::Range(1e-9, 10.0))
        ->capture_default_str();
    command.add_option("--device", options.device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
}

} // namespace

void addTrainingOptions(CLI::App& command, TrainingOptions& options) {
    addDataOptions(command, options);
    addNetworkOptions(command, options);
    addRunOptions(command, options);
}

core::Result<training::TrainingConfig> trainingConfig(const TrainingOptions& options) {
    training::TrainingConfig config = options.config;
    const auto widths = numberList(options.head);
    const auto rates = numberList(options.dropout);
    if (!widths || !rates)
        return core::failure(widths ? rates : widths);
    config.head.hidden.assign(widths->begin(), widths->end());
    config.head.dropout = *rates;
    config.split.unit = options.split == "image" ? data::SplitUnit::image : data::SplitUnit::patient;
    config.scaling = options.scaling == "unit" ? weights::Scaling::unit : weights::Scaling::tf;
    config.device = training::deviceFromWord(options.device);
    return config;
}

} // namespace pleurascope::cli
