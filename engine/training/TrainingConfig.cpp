// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/TrainingConfig.h"

namespace pleurascope::training {

std::string_view deviceWord(inference::DeviceChoice choice) {
    switch (choice) {
    case inference::DeviceChoice::cpu:
        return "cpu";
    case inference::DeviceChoice::cuda:
        return "cuda";
    case inference::DeviceChoice::automatic:
        break;
    }
    return "auto";
}

inference::DeviceChoice deviceFromWord(std::string_view word) {
    for (const auto choice : {inference::DeviceChoice::cpu, inference::DeviceChoice::cuda})
        if (deviceWord(choice) == word)
            return choice;
    return inference::DeviceChoice::automatic;
}

std::string_view mirrorWord(Mirror mirror) {
    switch (mirror) {
    case Mirror::both:
        return "both";
    case Mirror::drawn:
        return "drawn";
    case Mirror::none:
        break;
    }
    return "none";
}

Mirror mirrorFromWord(std::string_view word) {
    for (const auto mirror : {Mirror::both, Mirror::drawn})
        if (mirrorWord(mirror) == word)
            return mirror;
    return Mirror::none;
}

KeptEpoch TrainingConfig::effectiveKeptEpoch() const {
    return optimization.earlyStopping > 0 ? KeptEpoch::best : keptEpoch;
}

std::string_view keptEpochWord(KeptEpoch kept) {
    return kept == KeptEpoch::last ? "last" : "best";
}

KeptEpoch keptEpochFromWord(std::string_view word) {
    return word == "last" ? KeptEpoch::last : KeptEpoch::best;
}

core::Result<void> checkConfig(const TrainingConfig& config) {
    const auto wrong = [](const char* field) {
        return core::failure(core::ErrorCode::invalidArgument, field);
    };
    if (config.epochs < 1 || config.epochs > 100000)
        return wrong("epochs");
    if (config.batch < 1 || config.batch > 4096)
        return wrong("batch");
    if (!(config.learningRate > 0 && config.learningRate <= 10))
        return wrong("learning-rate");
    if (!(config.fineTuning.learningRate > 0 && config.fineTuning.learningRate <= 10))
        return wrong("fine-tune-learning-rate");
    if (config.trainBackbone && !config.fineTuning.stage.empty())
        return wrong("fine-tune: the whole network is trained");
    if (const char* problem = problemOf(config.optimization); problem != nullptr)
        return wrong(problem);
    if (config.inputSize < 32 || config.inputSize > 2048)
        return wrong("input-size");
    if (config.head.hidden.size() != config.head.dropout.size())
        return wrong("dropout: one value for each hidden layer of the head");
    for (const int width : config.head.hidden)
        if (width < 1 || width > 65536)
            return wrong("head");
    for (const double rate : config.head.dropout)
        if (!(rate >= 0 && rate < 1))
            return wrong("dropout");
    if (config.output.empty())
        return wrong("output");
    return {};
}

} // namespace pleurascope::training
