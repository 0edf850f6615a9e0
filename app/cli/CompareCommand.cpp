// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "engine/training/ScoreTable.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string first, second, positive;
    bool json = false;
};

core::Result<training::ScoreComparison> comparisonOf(const Options& options) {
    const auto first = training::readScores(options.first);
    if (!first)
        return core::failure(first);
    const auto second = training::readScores(options.second);
    if (!second)
        return core::failure(second);
    return training::compareScores(*first, *second, options.positive);
}

int compare(const Options& options) {
    const auto comparison = comparisonOf(options);
    if (!comparison)
        return fail(comparison.error());
    if (options.json) {
        std::printf("%s\n", training::comparisonJson(*comparison).c_str());
        return success;
    }
    const auto& [n, positives, auc] = *comparison;
    std::printf(
        "%d films, %d positive\nauc %.4f and %.4f, difference %+.4f (95%% %+.4f to %+.4f, paired DeLong, "
        "p %.4f)\n",
        n, positives, auc.first, auc.second, auc.difference, auc.low, auc.high, auc.p);
    return success;
}

} // namespace

void addCompareCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "compare", "Test whether one table of scores ranks the same films better than another");
    command
        ->add_option("first", options->first,
                     "Table with path,label,probability (oof.csv, evaluate --output)")
        ->required();
    command->add_option("second", options->second, "The other, of the same films")->required();
    command
        ->add_option("--positive", options->positive,
                     "Class that counts as positive (default: effusion, else the last)")
        ->type_name("NAME");
    command->add_flag("--json", options->json, "One JSON object");
    command->callback([options, &run] { run = [options](const Context&) { return compare(*options); }; });
}

} // namespace pleurascope::cli
