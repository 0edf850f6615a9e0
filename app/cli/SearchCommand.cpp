// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/cli/Learning.h"
#include "app/cli/ProgressLine.h"
#include "app/cli/TrainingOptions.h"
#include "engine/core/Files.h"
#include "engine/core/Installation.h"
#include "engine/training/HyperparameterSearch.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    TrainingOptions run;
    std::string space, method = "random";
    int trials = 12;
    int folds = 0;
    double test = 0.2;
    bool json = false;
};

/// Prints trials as they end: JSON on standard output, or a readable line.
class TrialPrinter : public training::SearchObserver {
public:
    explicit TrialPrinter(bool json)
        : m_json(json) {}

    void advanced(const core::Progress& progress) override { m_line.show(progress); }
    void trialFinished(const training::Trial& trial, int trials) override {
        m_line.clear();
        if (m_json)
            std::printf("%s\n", training::trialJson(trial).c_str());
        else if (trial.error)
            std::printf("trial %d of %d  %s  %s\n", trial.number, trials, reasonText(*trial.error).c_str(),
                        trial.values.c_str());
        else
            std::printf("trial %d of %d  auc %.4f  %.1f s  %s\n", trial.number, trials, trial.score,
                        trial.seconds, trial.values.c_str());
        std::fflush(stdout);
    }
    ProgressLine& line() { return m_line; }

private:
    const bool m_json;
    ProgressLine m_line;
};

core::Result<training::SearchConfig> searchConfig(const Options& options, const Context& context) {
    auto run = trainingConfig(options.run);
    if (!run)
        return core::failure(run);
    training::SearchConfig config;
    config.run = std::move(*run);
    config.run.featureCache = featureCacheOf(options.run, context);
    config.method = options.method == "grid" ? training::SearchMethod::grid : training::SearchMethod::random;
    config.trials = options.trials;
    config.test = options.test;
    config.folds = options.folds;
    if (options.space.empty())
        return config;
    const auto text = core::readText(options.space);
    if (!text)
        return core::failure(text);
    auto space = training::SearchSpace::fromJson(*text);
    if (!space)
        return core::failureIn(space.error(), options.space);
    config.space = std::move(*space);
    return config;
}

int answer(const training::SearchResult& result, bool json) {
    if (result.outcome == core::Outcome::stopped) {
        std::fprintf(stderr, "stopped; the same command goes on from here\n");
        return failed;
    }
    if (json) {
        std::printf("%s\n", training::searchJson(result).c_str());
        return success;
    }
    const auto& test = result.test;
    std::printf("best: trial %d, %s\non the test part, %d films, %d positive: auc %.4f (95%% %.4f to %.4f, "
                "DeLong)\n%s\n",
                result.best.number, result.best.values.c_str(), test.n, test.positives, test.auc, test.aucLow,
                test.aucHigh, result.model.c_str());
    return success;
}

int search(const Options& options, const Context& context) {
    const auto config = searchConfig(options, context);
    if (!config)
        return fail(config.error());
    const auto module = openLearning();
    if (!module)
        return fail(module.error());
    Interruption interruption;
    intake::FilmReader reader(core::readerProgram());
    TrialPrinter printer(options.json);
    const auto progress = printer.line().observer();
    const auto result = training::searchHyperparameters(*config, runFunctionsOf(**module, reader, progress),
                                                        reader, printer, interruption.token());
    printer.line().clear();
    if (!result)
        return failRun(result.error());
    return answer(*result, options.json);
}

void addSearchOptions(CLI::App& command, Options& options) {
    command
        .add_option("--space", options.space,
                    "JSON object: each key of a run's configuration (run.json), or \"cut\", with a list of "
                    "values; a name of your own may list objects that set several keys (default: 3 learning "
                    "rates, 4 heads)")
        ->type_name("JSON");
    command.add_option("--trials", options.trials, "How many candidates are tried")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command.add_option("--method", options.method, "random: drawn by the seed; grid: the first in order")
        ->check(CLI::IsMember({"random", "grid"}))
        ->capture_default_str();
    command
        .add_option("--test", options.test,
                    "Share of films, by patient and look, that is set apart first and measured with the "
                    "chosen model alone")
        ->check(CLI::Range(0.001, 0.999))
        ->capture_default_str();
    command
        .add_option(
            "--folds", options.folds,
            "Judge each candidate by so many folds of the other films; 0: by the run's validation part")
        ->check(CLI::IsMember({0}) | CLI::Range(2, 100))
        ->capture_default_str();
}

} // namespace

void addSearchCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "search", "Try settings of a run on one part of the films and measure the best on the other");
    addTrainingOptions(*command, options->run);
    addSearchOptions(*command, *options);
    command
        ->add_option("--output", options->run.config.output,
                     "Folder for a run a trial, and for test-scores.csv: path,label,probability")
        ->required()
        ->type_name("DIR");
    command->add_flag("--json", options->json, "One JSON object a trial, and one at the end");
    command->callback(
        [options, &run] { run = [options](const Context& context) { return search(*options, context); }; });
}

} // namespace pleurascope::cli
