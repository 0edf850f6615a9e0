// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/Interruption.h"
#include "app/cli/JsonLine.h"
#include "app/cli/ProgressLine.h"
#include "engine/core/Sha256.h"
#include "engine/fetch/Address.h"
#include "engine/fetch/Download.h"
#include "engine/fetch/ZipExtraction.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string url, dataset, file, md5, output;
    bool json = false;
};

/// Where the archive lies once it is there; empty if that was interrupted.
core::Result<std::filesystem::path> bring(const Options& options, const core::Profile& profile,
                                          ProgressLine& line, const std::stop_token& stop) {
    if (!options.file.empty()) {
        if (const auto sound = fetch::checkMd5(options.file, options.md5); !sound)
            return core::failure(sound);
        return options.file;
    }
    auto url =
        options.url.empty() ? fetch::kaggleAddress(options.dataset) : core::Result<std::string>(options.url);
    if (!url)
        return core::failure(url);
    fetch::DownloadRequest request;
    request.url = *url;
    request.md5 = options.md5;
    request.target = profile.downloadsFolder() / (core::sha256(*url).substr(0, 16) + ".zip");
    const auto outcome = fetch::download(request, line.observer(), stop);
    if (!outcome)
        return core::failure(outcome);
    return *outcome == core::Outcome::stopped ? std::filesystem::path() : request.target;
}

core::Result<core::Outcome> fetchData(const Options& options, const Context& context) {
    const auto profile = core::Profile::open(context.profile);
    if (!profile)
        return core::failure(profile);
    const Interruption interruption;
    ProgressLine line;
    const auto archive = bring(options, *profile, line, interruption.token());
    if (!archive || archive->empty())
        return archive ? core::Result<core::Outcome>(core::Outcome::stopped) : core::failure(archive);
    auto outcome = fetch::extractZip(*archive, options.output, {}, line.observer(), interruption.token());
    // The films are what is wanted; the archive would only fill the disk a second time.
    if (options.file.empty() && outcome && *outcome == core::Outcome::finished)
        std::filesystem::remove(*archive);
    return outcome;
}

int report(const Options& options, const core::Result<core::Outcome>& outcome) {
    if (!outcome)
        return fail(outcome.error());
    if (*outcome == core::Outcome::stopped) {
        std::fprintf(stderr, "pleurascope-cli: stopped; the next call goes on from there\n");
        return failed;
    }
    std::uint64_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(options.output))
        files += entry.is_regular_file() ? 1 : 0;
    if (options.json)
        printJson({{"output", options.output}, {"files", files}});
    else
        std::printf("%llu files in %s\n", static_cast<unsigned long long>(files), options.output.c_str());
    return success;
}

} // namespace

void addDataCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* data = app.add_subcommand("data", "Bring films here");
    data->require_subcommand(1);
    auto* command = data->add_subcommand(
        "fetch",
        "Fetch a dataset as a ZIP and unfold it; links and names that leave the folder are refused. A "
        "broken download goes on where it stopped");
    auto* source = command->add_option_group("source");
    source->add_option("--url", options->url, "Where the ZIP is (https)");
    source->add_option("--dataset", options->dataset, "A public Kaggle dataset")->type_name("OWNER/NAME");
    source->add_option("--file", options->file, "I have the file: only unfold it")->type_name("ZIP");
    source->require_option(1);
    command->add_option("--md5", options->md5, "What the ZIP must have")->check(md5Problem);
    command->add_option("--output", options->output, "Folder to make; must not be there or be empty")
        ->required()
        ->type_name("DIR");
    command->add_flag("--json", options->json, "One JSON object: output, files");
    command->callback([options, &run] {
        run = [options](const Context& context) { return report(*options, fetchData(*options, context)); };
    });
}

} // namespace pleurascope::cli
