// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/log/Log.h"
#include "engine/core/DecodedLimit.h"
#include "engine/core/Installation.h"

#include <cmath>
#include <cstdio>

namespace {

using namespace pleurascope;

/// Without a profile that can be written there is no log; only one that was asked for by name must be there.
bool startLog(const cli::Context& context) {
    const auto profile = core::Profile::open(context.profile);
    if (!profile && context.profile) {
        cli::printError(profile.error());
        return false;
    }
    if (profile)
        log::start(profile->logsFolder(), "pleurascope-cli");
    return true;
}

int runCommand(int argc, char** argv) {
    CLI::App app{"PleuraScope, research software for the review of chest films. Not for diagnosis."};
    app.set_version_flag("--version", "PleuraScope " + std::string(core::programVersion()));
    app.require_subcommand(1);
    cli::Context context;
    app.add_option("--profile", context.profile,
                   "Folder of library, models, settings and logs (default: the user's own)")
        ->type_name("DIR");
    app.add_option_function<double>(
           "--decoded-limit",
           [](double gib) { core::setDecodedLimit(std::uint64_t(std::llround(gib * (1 << 30)))); },
           "The most that is decoded of a file at once, in GiB (default: 2)")
        ->check(CLI::Range(1e-6, 16.0))
        ->type_name("GIB");
    app.fallthrough();
    cli::Work work;
    cli::addInspectCommand(app, work);
    cli::addRenderCommand(app, work);
    cli::addTagsCommand(app, work);
    cli::addDiffCommand(app, work);
    cli::addDicomdirCommand(app, work);
    cli::addDeidentifyCommand(app, work);
    cli::addPhantomCommand(app, work);
    cli::addModelCommand(app, work);
    cli::addLibraryCommand(app, work);
    cli::addAuditCommand(app, work);
    cli::addDataCommand(app, work);
    cli::addTrainCommand(app, work);
    cli::addCrossvalidateCommand(app, work);
    cli::addSearchCommand(app, work);
    cli::addEvaluateCommand(app, work);
    cli::addCompareCommand(app, work);
    cli::addPredictCommand(app, work);
    cli::addExplainCommand(app, work);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? cli::success : cli::usageError;
    }
    if (!startLog(context))
        return cli::failed;
    const std::string command = app.get_subcommands().front()->get_name();
    log::info("PleuraScope " + std::string(core::programVersion()) + ", " + command);
    const int code = work(context);
    log::info(command + " ended with " + std::to_string(code));
    return code;
}

} // namespace

int main(int argc, char** argv) {
    pleurascope::cli::Interruption::prepare();
    return runCommand(argc, argv);
}
