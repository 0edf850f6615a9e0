// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainingOptions.h"

#include "app/cli/Inputs.h"
#include "engine/core/Files.h"
#include "engine/data/AugmentationJson.h"
#include "engine/training/Preset.h"
#include "engine/training/RunRecords.h"
#include "engine/weights/KnownBackbone.h"

#include <sstream>

namespace pleurascope::cli {

namespace {

using training::TrainingConfig;

template <class T>
std::string defaultText(const T& value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

/// An option that says `field(config)`.
template <class T, class Field>
CLI::Option* add(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                 Field field) {
    TrainingConfig standard;
    auto* option = command.add_option_function<T>(
        name,
        [&options, field](const T& value) {
            options.said.push_back([field, value](TrainingConfig& config) -> core::Result<void> {
                field(config) = value;
                return {};
            });
        },
        help);
    if constexpr (std::is_arithmetic_v<T>)
        option->default_str(defaultText(field(standard)));
    return option;
}

/// An option whose text `set` reads.
template <class Set>
CLI::Option* addText(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                     Set set) {
    return command.add_option_function<std::string>(
        name,
        [&options, set](const std::string& text) {
            options.said.push_back([set, text](TrainingConfig& config) { return set(config, text); });
        },
        help);
}

/// An option that is one of some words.
template <class Set>
CLI::Option* addWord(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                     const std::vector<std::string>& words, Set set) {
    return addText(command, options, name, help,
                   [set](TrainingConfig& config, const std::string& word) -> core::Result<void> {
                       set(config, word);
                       return {};
                   })
        ->check(CLI::IsMember(words))
        ->default_str(words.front());
}

template <class Field>
CLI::Option* addFlag(CLI::App& command, TrainingOptions& options, const char* name, const char* help,
                     Field field) {
    return command.add_flag_callback(
        name,
        [&options, field] {
            options.said.push_back([field](TrainingConfig& config) -> core::Result<void> {
                field(config) = true;
                return {};
            });
        },
        help);
}

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

core::Result<void> readAugmentation(TrainingConfig& config, const std::string& file) {
    const auto text = core::readText(file, std::uint64_t(1) << 20);
    if (!text)
        return core::failure(text);
    auto recipe = data::augmentationRecipeFromJson(*text);
    if (!recipe)
        return core::failureIn(recipe.error(), file);
    config.augmentation.recipe = std::move(*recipe);
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

void addOptimizationOptions(CLI::App& command, TrainingOptions& options) {
    const auto positive = CLI::Range(0.0, 100000.0);
    addWord(command, options, "--optimizer", "As Keras computes it; adamw: with decoupled weight decay",
            {"adam", "adamw"}, [](TrainingConfig& config, const std::string& word) {
                config.optimization.optimizer = training::optimizerFromWord(word);
            });
    add<double>(
        command, options, "--weight-decay", "Of kernels, with adamw",
        [](auto& c) -> auto& { return c.optimization.weightDecay; })
        ->check(CLI::Range(0.0, 10.0));
    addWord(command, options, "--schedule",
            "Of the learning rates; step: a tenth after half of the epochs, a hundredth after three quarters",
            {"constant", "cosine", "step"}, [](TrainingConfig& config, const std::string& word) {
                config.optimization.schedule = training::scheduleFromWord(word);
            });
    add<double>(
        command, options, "--warm-up", "Epochs in which the rates grow from 0",
        [](auto& c) -> auto& { return c.optimization.warmUp; })
        ->check(positive);
    addWord(command, options, "--loss", "What is minimised", {"cross-entropy", "focal"},
            [](TrainingConfig& config, const std::string& word) {
                config.optimization.loss = training::lossFromWord(word);
            });
    add<double>(
        command, options, "--focal-gamma", "Exponent of the focal loss",
        [](auto& c) -> auto& { return c.optimization.focalGamma; })
        ->check(CLI::Range(0.0, 100.0));
    add<double>(
        command, options, "--label-smoothing", "Share of the target spread over all classes",
        [](auto& c) -> auto& { return c.optimization.labelSmoothing; })
        ->check(CLI::Range(0.0, 0.999));
    addWord(command, options, "--class-weights", "balanced: rarer classes count more", {"none", "balanced"},
            [](TrainingConfig& config, const std::string& word) {
                config.optimization.classWeights = training::classWeightsFromWord(word);
            });
    addFlag(
        command, options, "--oversample", "Repeat films of rarer classes until classes are equal",
        [](auto& c) -> auto& { return c.optimization.oversample; });
    add<int>(
        command, options, "--early-stopping",
        "End after so many epochs without a better validation AUC; 0: never",
        [](auto& c) -> auto& { return c.optimization.earlyStopping; })
        ->check(CLI::Range(0, 100000));
    add<double>(
        command, options, "--clip-norm", "Largest norm of all gradients together; 0: any",
        [](auto& c) -> auto& { return c.optimization.clipNorm; })
        ->check(positive);
    addFlag(
        command, options, "--mixed-precision", "bfloat16 where it is safe; needs a CUDA device",
        [](auto& c) -> auto& { return c.optimization.mixedPrecision; });
}

void addAugmentationOptions(CLI::App& command, TrainingOptions& options) {
    addText(command, options, "--augment", "Copies of training films: none, notebook or default",
            [](TrainingConfig& config, const std::string& name) -> core::Result<void> {
                auto recipe = data::augmentationPreset(name);
                if (!recipe)
                    return core::failure(recipe);
                config.augmentation.recipe = std::move(*recipe);
                return {};
            })
        ->check(CLI::IsMember({"none", "notebook", "default"}))
        ->default_str("none");
    addText(command, options, "--augmentation", "How copies are made, as a file", readAugmentation)
        ->type_name("JSON");
    addWord(command, options, "--augmentation-mode",
            "fixed: films and copies made before training; fresh: each epoch shows new copies",
            {"fixed", "fresh"}, [](TrainingConfig& config, const std::string& word) {
                config.augmentation.mode = word == "fresh" ? data::AugmentationMode::freshEachEpoch
                                                           : data::AugmentationMode::fixedSet;
            });
    add<int>(
        command, options, "--copies", "Copies of each film (fixed)",
        [](auto& c) -> auto& { return c.augmentation.copiesPerFilm; })
        ->check(CLI::Range(0, 1000));
    add<int>(
        command, options, "--sampled-copies", "So many copies in all, of films drawn by chance (fixed)",
        [](auto& c) -> auto& { return c.augmentation.sampledCopies; })
        ->check(CLI::Range(0, 1000000));
    addFlag(
        command, options, "--augment-positive-only", "Copy films of the positive class alone",
        [](auto& c) -> auto& { return c.augmentPositiveOnly; });
    addText(command, options, "--mirror",
            "Show films in a mirror as well: both, drawn (one of the two an epoch), none. It swaps left and "
            "right",
            [](TrainingConfig& config, const std::string& word) -> core::Result<void> {
                config.mirror = training::mirrorFromWord(word.empty() ? "both" : word);
                return {};
            })
        ->expected(0, 1)
        ->check(CLI::IsMember({"", "both", "drawn", "none"}))
        ->default_str("none")
        ->type_name("WHICH");
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
    return config;
}

std::filesystem::path featureCacheOf(const TrainingOptions& options, const Context& context) {
    if (options.noFeatureCache)
        return {};
    const auto profile = core::Profile::open(context.profile);
    return profile ? profile->featuresFolder() : std::filesystem::path{};
}

} // namespace pleurascope::cli
