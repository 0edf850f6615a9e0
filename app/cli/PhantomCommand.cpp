// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/cli/ProgressLine.h"
#include "engine/phantom/PhantomSet.h"

#include <memory>

namespace pleurascope::cli {

namespace {

int writeSet(const phantom::PhantomSetConfig& config) {
    Interruption interruption;
    ProgressLine line;
    const auto written = phantom::writePhantomSet(config, line.observer(), interruption.token());
    line.clear();
    if (!written)
        return fail(written.error());
    std::fprintf(stderr, "%zu films in %s\n", written->size(), config.output.c_str());
    return static_cast<int>(written->size()) == config.count ? success : failed;
}

} // namespace

void addPhantomCommand(CLI::App& app, Work& run) {
    auto config = std::make_shared<phantom::PhantomSetConfig>();
    auto* command = app.add_subcommand("phantom", "Draw frontal chest phantoms with and without effusion");
    command->add_option("--count", config->count, "How many films")
        ->check(CLI::Range(1, 1'000'000))
        ->capture_default_str();
    command->add_option("--seed", config->seed, "The same seed draws the same films")->capture_default_str();
    command->add_option("--size", config->size, "Pixels a side")
        ->check(CLI::Range(64, 4096))
        ->capture_default_str();
    command->add_option("--effusions", config->effusionShare, "Share of films with an effusion")
        ->check(CLI::Range(0.0, 1.0))
        ->capture_default_str();
    command->add_option("--output", config->output, "Folder to write")->required()->type_name("DIR");
    command->add_flag("--dicom", config->dicom, "DX DICOM studies in place of PNG folders");
    command->callback([config, &run] { run = [config](const Context&) { return writeSet(*config); }; });
}

} // namespace pleurascope::cli
