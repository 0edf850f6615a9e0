// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainingOptions.h"

#include "app/cli/Inputs.h"
#include "app/cli/OptionAdders.h"
#include "app/cli/TrainingMethodOptions.h"
#include "engine/training/Preset.h"
#include "engine/training/RunRecords.h"
#include "engine/weights/KnownBackbone.h"

namespace pleurascope::cli {

namespace {

using training::TrainingConfig;

core::Result<void> readWidths(TrainingConfig& config, const std::string& text) {
    const auto widths = numberList(text == "none" ? "" : text);
    if (!widths)
        return core::failure(widths);
    config.head.hidden.assign(widths->begin(), widths->end());
    return {};
}

core::Result<void> readDropout(TrainingConfig& config, const std::string& text) {
    auto rates = numberList(text == "none" ? "" : text);
    if (!rates)
        return core::failure(rates);
    config.head.dropout = std::move(*rates);
    return {};
}

void setSplit(TrainingConfig& config, const std::string& word) {
    config.kerasSplit = word == "keras";
    config.splitLast = config.splitLast && config.kerasSplit;
    config.split.unit = word == "patient" ? data::SplitUnit::patient : data::SplitUnit::image;
}

void addDataOptions(CLI::App& command, TrainingOptions& options) {
    add<std::filesystem::path>(
        command, options, "--data", "Folder of films; without --labels one sub-folder a class",
        [](auto& c) -> auto& { return c.data; })
        ->required()
        ->type_name("DIR");
    add<std::filesystem::path>(
        command, options, "--labels",
        "Table with path,label and optionally patient_id,view,age,sex,look_group",
        [](auto& c) -> auto& { return c.labels; })
        ->type_name("CSV");
    add<std::string>(
        command, options, "--positive", "Class that counts as positive (default: effusion, else the last)",
        [](auto& c) -> auto& { return c.positive; })
        ->type_name("NAME");
    addWord(command, options, "--split",
            "What may not stand on both sides; keras: by image, as image_dataset_from_directory",
            {"patient", "image", "keras"}, setSplit);
    add<double>(
        command, options, "--validation", "Share of films to validate on",
        [](auto& c) -> auto& { return c.split.validation; })
        ->check(CLI::Range(0.001, 0.999));
    add<std::uint32_t>(
        command, options, "--seed", "Seeds split, order, copies, weights and dropout",
        [](auto& c) -> auto& { return c.split.seed; });
}

void addBackboneOptions(CLI::App& command, TrainingOptions& options) {
    add<std::filesystem::path>(
        command, options, "--weights", "Keras .h5 of the backbone (default: random)",
        [](auto& c) -> auto& { return c.weights; })
        ->type_name("H5");
    // Before cut and scaling, which override what it brings.
    addWord(command, options, "--backbone",
            "Network where no weight file tells, and its usual cut and scaling (default: resnet50v2)",
            weights::knownBackboneNames(), [](TrainingConfig& config, const std::string& word) {
                const auto known = weights::knownBackbone(word).value();
                config.backbone = known.description;
                config.scaling = known.scaling;
            });
    addText(command, options, "--cut",
            "Layer whose map the head sees, or 'deepest': the last one that the weights reach",
            [](TrainingConfig& config, const std::string& layer) -> core::Result<void> {
                config.deepestCut = layer == "deepest";
                const char* last = config.backbone.family == "densenet" ? "relu" : "post_relu";
                config.backbone.cut = config.deepestCut ? last : layer;
                return {};
            })
        ->type_name("LAYER")
        ->default_str("post_relu");
}

void addNetworkOptions(CLI::App& command, TrainingOptions& options) {
    addText(command, options, "--head", "Widths of the head's hidden layers, or none", readWidths)
        ->default_str("512,128");
    options.dropout = addText(command, options, "--dropout", "Dropout after each of them", readDropout)
                          ->default_str("0.5,0.3");
    add<int>(
        command, options, "--input-size", "Pixels a side", [](auto& c) -> auto& { return c.inputSize; })
        ->check(CLI::Range(32, 2048));
    addWord(command, options, "--scaling",
            "tf: x/127.5 - 1; unit: x/255; torch: x/255, then ImageNet's mean and deviation; none: x",
            {"tf", "unit", "torch", "none"}, [](TrainingConfig& config, const std::string& word) {
                config.scaling = weights::scalingFromName(word).value();
            });
    addText(command, options, "--fine-tune",
            "Train the backbone too, from this stage (conv4) or layer on; batch norm keeps its statistics",
            [](TrainingConfig& config, const std::string& stage) -> core::Result<void> {
                config.fineTuning.stage = stage == "none" ? "" : stage;
                return {};
            })
        ->type_name("STAGE")
        ->default_str("none");
    add<double>(
        command, options, "--fine-tune-learning-rate", "Of what is fine-tuned in the backbone",
        [](auto& c) -> auto& { return c.fineTuning.learningRate; })
        ->check(CLI::Range(1e-9, 10.0));
    addFlag(
        command, options, "--flip-average",
        "The model averages its logits of a film and of the film's mirror image",
        [](auto& c) -> auto& { return c.flipAverage; });
}

void addRunOptions(CLI::App& command, TrainingOptions& options) {
    addWord(command, options, "--keep",
            "Epoch whose weights the model has: the best by validation AUC, or the last (with "
            "--early-stopping always "
            "the best)",
            {"best", "last"}, [](TrainingConfig& config, const std::string& word) {
                config.keptEpoch = training::keptEpochFromWord(word);
            });
    add<int>(
        command, options, "--epochs", "How often each film is seen",
        [](auto& c) -> auto& { return c.epochs; })
        ->check(CLI::Range(1, 100000));
    add<int>(
        command, options, "--batch", "Films a step", [](auto& c) -> auto& { return c.batch; })
        ->check(CLI::Range(1, 4096));
    add<double>(
        command, options, "--learning-rate", "Of the head", [](auto& c) -> auto& { return c.learningRate; })
        ->check(CLI::Range(1e-9, 10.0));
    addWord(command, options, "--device", "Where to compute", {"auto", "cpu", "cuda"},
            [](TrainingConfig& config, const std::string& word) {
                config.device = training::deviceFromWord(word);
            });
    command.add_flag("--no-feature-cache", options.noFeatureCache,
                     "Neither take nor keep the frozen network's features on disk");
}

} // namespace

void addTrainingOptions(CLI::App& command, TrainingOptions& options) {
    std::vector<std::string> presets;
    for (const auto name : training::presetNames())
        presets.emplace_back(name);
    command
        .add_option("--preset", options.preset,
                    "Values for all that is not said: notebook (as published: its validation leaks), "
                    "notebook-clean (split first), default (the best known here)")
        ->check(CLI::IsMember(presets));
    addDataOptions(command, options);
    addBackboneOptions(command, options);
    addNetworkOptions(command, options);
    addRunOptions(command, options);
    addOptimizationOptions(command, options);
    addAugmentationOptions(command, options);
}

core::Result<training::TrainingConfig> trainingConfig(const TrainingOptions& options) {
    training::TrainingConfig config = options.config;
    if (!options.preset.empty())
        if (const auto applied = training::applyPreset(options.preset, config); !applied)
            return core::failure(applied);
    for (const auto& say : options.said)
        if (const auto done = say(config); !done)
            return core::failure(done);
    // A head of another depth keeps the dropout of its first layers.
    if (options.dropout == nullptr || options.dropout->count() == 0)
        config.head.dropout.resize(config.head.hidden.size(), 0);
    for (const auto& check : options.checks)
        if (const auto sound = check(config); !sound)
            return core::failure(sound);
    return config;
}

std::filesystem::path featureCacheOf(const TrainingOptions& options, const Context& context) {
    if (options.noFeatureCache)
        return {};
    const auto profile = core::Profile::open(context.profile);
    return profile ? profile->featuresFolder() : std::filesystem::path{};
}

} // namespace pleurascope::cli
