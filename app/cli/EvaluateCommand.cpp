// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/cli/Learning.h"
#include "app/cli/ProgressLine.h"
#include "engine/core/Files.h"
#include "engine/core/Installation.h"
#include "engine/intake/FilmReader.h"
#include "engine/training/RunRecords.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    training::EvaluationConfig config;
    std::string output;
    bool json = false;
};

void printText(const training::Evaluation& e) {
    std::printf("%d films of %d patients, %d positive\nauc %.4f (95%% %.4f to %.4f, DeLong; %.4f to %.4f, "
                "bootstrap by patient)\n",
                e.n, e.patients, e.positives, e.auc, e.aucLow, e.aucHigh, e.aucBootstrapLow,
                e.aucBootstrapHigh);
    std::printf("average precision %.4f, Brier score %.4f, calibration error %.4f at temperature %.4f\n",
                e.averagePrecision, e.brier, e.ece, e.temperature);
    std::printf("at threshold %g: accuracy %.4f, precision %.4f, sensitivity %.4f, specificity %.4f\n",
                e.threshold, e.accuracy, e.precision, e.sensitivity, e.specificity);
    std::printf("true positive %d, false positive %d, true negative %d, false negative %d\n", e.tp, e.fp,
                e.tn, e.fn);
    std::printf(
        "as Keras counts, at 0.5 and over both columns: auc %.4f, accuracy %.4f, precision %.4f, recall "
        "%.4f\n",
        e.kerasAuc, e.kerasAccuracy, e.kerasPrecision, e.kerasRecall);
}

int evaluate(const Options& options) {
    const auto module = openLearning();
    if (!module)
        return fail(module.error());
    Interruption interruption;
    intake::FilmReader reader(core::readerProgram());
    ProgressLine line;
    const auto evaluation =
        (*module)->evaluate(options.config, reader, line.observer(), interruption.token());
    line.clear();
    if (!evaluation)
        return fail(evaluation.error());
    if (!options.output.empty())
        if (const auto written =
                core::writeFileAtomically(options.output, training::evaluationCsv(*evaluation));
            !written)
            return fail(written.error());
    if (options.json)
        std::printf("%s\n", training::evaluationJson(*evaluation).c_str());
    else
        printText(*evaluation);
    return success;
}

} // namespace

void addEvaluateCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("evaluate", "Measure a model on labelled films, at its own threshold");
    command->add_option("--model", options->config.model, "The .psmodel")->required()->type_name("M");
    command->add_option("--data", options->config.data, "Folder of films")->required()->type_name("DIR");
    command
        ->add_option("--labels", options->config.labels,
                     "Table with path,label and optionally patient_id,look_group")
        ->type_name("CSV");
    command->add_option("--output", options->output, "Table with path,label,probability of each film")
        ->type_name("CSV");
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([options, &run] { run = [options](const Context&) { return evaluate(*options); }; });
}

} // namespace pleurascope::cli
