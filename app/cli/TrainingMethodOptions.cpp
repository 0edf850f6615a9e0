// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/TrainingMethodOptions.h"

#include "app/cli/OptionAdders.h"
#include "engine/core/Files.h"
#include "engine/data/AugmentationJson.h"

namespace pleurascope::cli {

using training::TrainingConfig;

namespace {

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

/// An option that would change nothing is refused.
template <class Holds>
void onlyWith(TrainingOptions& options, const CLI::Option* option, const char* needed, Holds holds) {
    options.checks.push_back([option, needed, holds](const TrainingConfig& config) -> core::Result<void> {
        if (option->count() == 0 || holds(config))
            return {};
        return core::failure(core::ErrorCode::invalidArgument,
                             option->get_name() + " does nothing without " + needed);
    });
}

} // namespace

void addOptimizationOptions(CLI::App& command, TrainingOptions& options) {
    const auto positive = CLI::Range(0.0, 100000.0);
    addWord(command, options, "--optimizer", "As Keras computes it; adamw: with decoupled weight decay",
            {"adam", "adamw"}, [](TrainingConfig& config, const std::string& word) {
                config.optimization.optimizer = training::optimizerFromWord(word);
            });
    auto* decay = add<double>(
        command, options, "--weight-decay", "Of kernels, with adamw",
        [](auto& c) -> auto& { return c.optimization.weightDecay; });
    decay->check(CLI::Range(0.0, 10.0));
    onlyWith(options, decay, "--optimizer adamw", [](const TrainingConfig& config) {
        return config.optimization.optimizer == training::OptimizerKind::adamw;
    });
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
    auto* gamma = add<double>(
        command, options, "--focal-gamma", "Exponent of the focal loss",
        [](auto& c) -> auto& { return c.optimization.focalGamma; });
    gamma->check(CLI::Range(0.0, 100.0));
    onlyWith(options, gamma, "--loss focal", [](const TrainingConfig& config) {
        return config.optimization.loss == training::LossKind::focal;
    });
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
    addText(command, options, "--augmentation",
            "How copies are made, as a file: {\"format\":1,\"swap_sides\":false,\"steps\":[{\"operation\":"
            "\"rotate\",\"probability\":0.7,\"max_left_rotation\":10,\"max_right_rotation\":10}]}; "
            "engine/training/README.md lists the operations",
            readAugmentation)
        ->type_name("JSON");
    addWord(command, options, "--augmentation-mode",
            "fixed: films and copies made before training; fresh: each epoch shows new copies; drawn: of the "
            "fixed ones an epoch shows one of a film, itself or a copy",
            {"fixed", "fresh", "drawn"}, [](TrainingConfig& config, const std::string& word) {
                config.augmentation.mode = data::augmentationModeFromWord(word);
            });
    add<int>(
        command, options, "--copies", "Copies of each film (fixed, drawn)",
        [](auto& c) -> auto& { return c.augmentation.copiesPerFilm; })
        ->check(CLI::Range(0, 1000));
    add<int>(
        command, options, "--sampled-copies",
        "So many copies in all, of films drawn by chance (fixed, drawn)",
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

} // namespace pleurascope::cli
