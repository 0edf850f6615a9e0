// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/cli/Learning.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/TrainingOptions.h"
#include "engine/core/Installation.h"
#include "engine/training/CrossValidation.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    TrainingOptions run;
    int folds = 5;
    bool json = false;
};

/// Prints folds as they end: JSON on standard output, or a readable line.
class FoldPrinter : public training::CrossValidationObserver {
public:
    explicit FoldPrinter(bool json)
        : m_json(json) {}

    void foldBegan(int fold, int folds) override {
        m_line.clear();
        std::fprintf(stderr, "fold %d of %d\n", fold, folds);
    }
    void advanced(const core::Progress& progress) override { m_line.show(progress); }
    void foldFinished(const training::FoldResult& result) override {
        m_line.clear();
        const auto& [n, positives, auc] = result.heldOut;
        if (m_json)
            std::printf("%s\n", training::foldJson(result).c_str());
        else
            std::printf(
                "fold %d  %d films, %d positive  auc %.4f (95%% %.4f to %.4f, DeLong)  best epoch %d  "
                "%.1f s\n",
                result.fold, n, positives, auc.auc, auc.low, auc.high, result.run.bestEpoch, result.seconds);
        std::fflush(stdout);
    }
    ProgressLine& line() { return m_line; }

private:
    const bool m_json;
    ProgressLine m_line;
};

void printText(const training::CrossValidation& result) {
    const auto& all = result.all;
    std::printf(
        "out of fold: %d films of %d patients, %d positive, auc %.4f (95%% %.4f to %.4f, DeLong; %.4f to "
        "%.4f, bootstrap by patient)\n",
        all.n, all.patients, all.positives, all.auc, all.aucLow, all.aucHigh, all.aucBootstrapLow,
        all.aucBootstrapHigh);
    std::printf("average precision %.4f, Brier score %.4f, calibration error %.4f\n", all.averagePrecision,
                all.brier, all.ece);
    const auto& [n, positives, auc] = result.knownPatients;
    std::printf("of known patients: %d films, %d positive", n, positives);
    if (positives > 0 && positives < n)
        std::printf(", auc %.4f (95%% %.4f to %.4f, DeLong)", auc.auc, auc.low, auc.high);
    std::printf("\n");
}

int answer(const training::CrossValidation& result, const Options& options) {
    if (result.outcome == core::Outcome::stopped) {
        std::fprintf(stderr, "stopped; the same command goes on from here\n");
        return failed;
    }
    if (options.json) {
        std::printf("%s\n", training::crossValidationJson(result).c_str());
        return success;
    }
    printText(result);
    return success;
}

int crossvalidate(const Options& options, const Context& context) {
    auto config = trainingConfig(options.run);
    if (!config)
        return fail(config.error());
    config->featureCache = featureCacheOf(options.run, context);
    const auto module = openLearning();
    if (!module)
        return fail(module.error());
    Interruption interruption;
    intake::FilmReader reader(core::readerProgram());
    FoldPrinter printer(options.json);
    const auto progress = printer.line().observer();
    const auto result = training::crossValidate({std::move(*config), options.folds},
                                                runFunctionsOf(**module, reader, progress), reader, printer,
                                                interruption.token());
    printer.line().clear();
    if (!result)
        return failRun(result.error());
    return answer(*result, options);
}

} // namespace

void addCrossvalidateCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "crossvalidate",
        "Train once for each fold of the films and measure on the fold; broken off, the same "
        "command goes on");
    addTrainingOptions(*command, options->run);
    command->add_option("--folds", options->folds, "Into how many parts films fall, by patient and look")
        ->check(CLI::Range(2, 100))
        ->capture_default_str();
    command
        ->add_option("--output", options->run.config.output,
                     "Folder for a run a fold, and for oof.csv: path,fold,label,probability")
        ->required()
        ->type_name("DIR");
    command->add_flag("--json", options->json, "One JSON object a fold, and one at the end");
    command->callback([options, &run] {
        run = [options](const Context& context) { return crossvalidate(*options, context); };
    });
}

} // namespace pleurascope::cli
