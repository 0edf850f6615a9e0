// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/cli/Learning.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/TrainingOptions.h"
#include "engine/core/Files.h"
#include "engine/core/Installation.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/RunRecords.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    TrainingOptions run;
    std::filesystem::path resume;
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
        if (data.trainingItems != data.trainingFilms)
            std::fprintf(stderr, "with copies and mirror images %d to train on, %d to validate on\n",
                         data.trainingItems, data.validationItems);
        if (!data.wantedCut.empty())
            std::fprintf(stderr, "the weights end before %s: the head sees %s\n", data.wantedCut.c_str(),
                         data.cut.c_str());
        if (data.validationLeaks)
            std::fprintf(stderr, "VALIDATION LEAKS: copies of training films are validated on, so every "
                                 "validation figure says too much\n");
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
    void batchReduced(int items) override {
        m_line.clear();
        std::fprintf(stderr, "the device's memory did not hold a batch: from now on %d films a step\n",
                     items);
    }
    void clear() { m_line.clear(); }

private:
    const bool m_json;
    ProgressLine m_line;
};

/// The run that stands in a folder, to go on with.
core::Result<training::TrainingConfig> resumedConfig(const std::filesystem::path& run) {
    const auto text = core::readText(run / "run.json");
    if (!text)
        return core::failure(text);
    auto config = training::configFromRunJson(*text);
    if (!config)
        return core::failureIn(config.error(), (run / "run.json").string());
    config->output = run;
    config->resume = true;
    return config;
}

core::Result<training::TrainingConfig> configOf(const Options& options, const Context& context) {
    auto config = options.resume.empty() ? trainingConfig(options.run) : resumedConfig(options.resume);
    if (config)
        config->featureCache = featureCacheOf(options.run, context);
    return config;
}

int train(const Options& options, const Context& context) {
    const auto config = configOf(options, context);
    if (!config)
        return fail(config.error());
    const auto module = openLearning();
    if (!module)
        return fail(module.error());
    Interruption interruption;
    intake::FilmReader reader(core::readerProgram());
    EpochPrinter printer(options.json);
    const auto outcome = (*module)->train(*config, reader, printer, interruption.token());
    printer.clear();
    if (!outcome)
        return failRun(outcome.error());
    if (options.json)
        std::printf("%s\n", training::doneJson(*outcome).c_str());
    const bool finished = outcome->outcome == core::Outcome::finished;
    std::fprintf(stderr, "%s after %d epochs and %.1f s; best validation AUC %.4f in epoch %d; %s\n",
                 !finished             ? "stopped"
                 : outcome->endedEarly ? "ended early"
                                       : "finished",
                 outcome->epochs, outcome->seconds, outcome->bestValidationAuc, outcome->bestEpoch,
                 outcome->model.empty() ? "no model" : outcome->model.c_str());
    return finished ? success : failed;
}

} // namespace

void addTrainCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("train", "Train a classifier head, and the backbone's end with it");
    addTrainingOptions(*command, options->run);
    auto* data = command->get_option("--data")->required(false);
    auto* output = command->add_option("--output", options->run.config.output, "Folder of the run, made new")
                       ->type_name("RUN");
    command
        ->add_option("--resume", options->resume,
                     "Go on with a run that was stopped or killed; it keeps its own options")
        ->type_name("RUN");
    command->add_flag("--json", options->json, "One JSON object an epoch, and one at the end");
    command->callback([options, &run, data, output] {
        if (options->resume.empty()) {
            for (const auto* option : {data, output})
                if (option->count() == 0)
                    throw CLI::RequiredError(option->get_name());
        } else if (!options->run.said.empty() || !options->run.preset.empty() || output->count() > 0) {
            throw CLI::ExcludesError("--resume", "options of a new run");
        }
        run = [options](const Context& context) { return train(*options, context); };
    });
}

} // namespace pleurascope::cli
