// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/Interruption.h"
#include "app/cli/Learning.h"
#include "app/cli/ProgressLine.h"
#include "engine/core/Installation.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/RunRecords.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    training::TrainingConfig config;
    std::string head = "512,128", dropout = "0.5,0.3", split = "patient", scaling = "tf", device = "auto";
    bool json = false;
};

/// Prints epochs as they end: JSON on standard output, or a readable line.
class EpochPrinter : public training::TrainingObserver {
public:
    explicit EpochPrinter(bool json)
        : m_json(json) {}

    void dataRead(const training::DatasetSummary& data) override {
        std::fprintf(stderr,
                     "%d films to train on (%d positive), %d to validate on (%d positive), %d without a "
                     "known patient; %s, weights %s\n",
                     data.trainingFilms, data.trainingPositives, data.validationFilms,
                     data.validationPositives, data.unknownPatients, data.device.c_str(),
                     data.backboneWeights.c_str());
    }
    void advanced(const core::Progress& progress) override { m_line.show(progress); }
    void epochFinished(const training::EpochRecord& record) override {
        m_line.clear();
        if (m_json)
            std::printf("%s\n", training::epochJson(record).c_str());
        else
            std::printf("epoch %3d  loss %.4f  auc %.4f  |  validation loss %.4f  auc %.4f  accuracy %.4f  "
                        "precision %.4f  recall %.4f\n",
                        record.epoch, record.training.loss, record.training.auc, record.validation.loss,
                        record.validation.auc, record.validation.accuracy, record.validation.precision,
                        record.validation.recall);
        std::fflush(stdout);
    }
    void clear() { m_line.clear(); }

private:
    const bool m_json;
    ProgressLine m_line;
};

core::Result<training::TrainingConfig> configOf(const Options& options) {
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

int train(const Options& options) {
    const auto config = configOf(options);
    if (!config) {
        printError(config.error());
        return failed;
    }
    const auto module = openLearning();
    if (!module) {
        printError(module.error());
        return failed;
    }
    Interruption interruption;
    intake::FilmReader reader(core::readerProgram());
    EpochPrinter printer(options.json);
    const auto outcome = (*module)->train(*config, reader, printer, interruption.token());
    printer.clear();
    if (!outcome) {
        printError(outcome.error());
        return failed;
    }
    if (options.json)
        std::printf("%s\n", training::doneJson(*outcome).c_str());
    const bool finished = outcome->outcome == core::Outcome::finished;
    std::fprintf(stderr, "%s after %d epochs and %.1f s; best validation AUC %.4f in epoch %d; %s\n",
                 finished ? "finished" : "stopped", outcome->epochs, outcome->seconds,
                 outcome->bestValidationAuc, outcome->bestEpoch,
                 outcome->model.empty() ? "no model" : outcome->model.c_str());
    return finished ? success : failed;
}

void addDataOptions(CLI::App& command, Options& options) {
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

void addNetworkOptions(CLI::App& command, Options& options) {
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

} // namespace

void addTrainCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto& config = options->config;
    auto* command = app.add_subcommand("train", "Train a classifier head on a frozen backbone");
    addDataOptions(*command, *options);
    addNetworkOptions(*command, *options);
    command->add_option("--epochs", config.epochs, "How often each film is seen")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command->add_option("--batch", config.batch, "Films a step")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    command->add_option("--learning-rate", config.learningRate, "Of Adam")
        ->check(CLI::Range(1e-9, 10.0))
        ->capture_default_str();
    command->add_option("--device", options->device, "Where to compute")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}))
        ->capture_default_str();
    command->add_option("--output", config.output, "Folder of the run, made new")
        ->required()
        ->type_name("RUN");
    command->add_flag("--json", options->json, "One JSON object an epoch, and one at the end");
    command->callback([options, &run] { run = [options](const Context&) { return train(*options); }; });
}

} // namespace pleurascope::cli
