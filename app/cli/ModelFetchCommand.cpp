// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/Interruption.h"
#include "app/cli/JsonLine.h"
#include "app/cli/ProgressLine.h"
#include "engine/core/FileDigest.h"
#include "engine/fetch/Download.h"
#include "engine/weights/KnownBackbone.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

struct Options {
    std::string backbone{weights::knownBackbones().front().name};
    std::string url, md5, file;
    bool json = false;
};

std::string fileNameOf(const std::string& url) {
    const std::string path = url.substr(0, url.find_first_of("?#"));
    const std::string name = path.substr(path.rfind('/') + 1);
    return name.empty() || name == ".." || name == "." ? "weights.h5" : name;
}

fetch::DownloadRequest requestFor(const Options& options, const core::Profile& profile) {
    const auto known = weights::knownBackbone(options.backbone).value();
    fetch::DownloadRequest request;
    request.url = options.url.empty() ? std::string(known.weightsUrl) : options.url;
    request.md5 = options.md5;
    if (request.md5.empty() && options.url.empty())
        request.md5 = known.weightsMd5;
    request.target = profile.weightsFolder() / fileNameOf(request.url);
    return request;
}

core::Result<core::Outcome> bring(const Options& options, const fetch::DownloadRequest& request) {
    if (options.file.empty()) {
        const Interruption interruption;
        ProgressLine line;
        return fetch::download(request, line.observer(), interruption.token());
    }
    const auto adopted = fetch::adopt(options.file, request);
    if (!adopted)
        return core::failure(adopted);
    return core::Outcome::finished;
}

int fetchWeights(const Options& options, const Context& context) {
    const auto profile = core::Profile::open(context.profile);
    if (!profile)
        return fail(profile.error());
    const auto request = requestFor(options, *profile);
    const auto outcome = bring(options, request);
    if (!outcome)
        return fail(outcome.error());
    if (*outcome == core::Outcome::stopped) {
        std::fprintf(stderr, "pleurascope-cli: stopped; the next call goes on from there\n");
        return failed;
    }
    if (request.md5.empty())
        std::fprintf(stderr, "pleurascope-cli: %s: warning: nothing to verify it by; --md5 tells\n",
                     request.target.c_str());
    if (options.json) {
        const auto md5 = core::digestOfFile(request.target, core::DigestKind::md5);
        printJson({{"file", request.target.string()},
                   {"md5", md5.value_or("")},
                   {"verified", !request.md5.empty()}});
    } else {
        std::printf("%s\n", request.target.c_str());
    }
    return success;
}

} // namespace

void addModelFetchCommand(CLI::App& model, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command =
        model.add_subcommand("fetch-weights", "Fetch ImageNet weights as Keras publishes them into the "
                                              "profile, verified; prints where they are, for "
                                              "train --weights. A broken download goes on where it stopped");
    command->add_option("--backbone", options->backbone, "Whose weights")
        ->check(CLI::IsMember(weights::knownBackboneNames()))
        ->capture_default_str();
    command->add_option("--url", options->url, "Another place to fetch from (https)");
    command->add_option("--md5", options->md5, "What the file must have (default: what Keras publishes)")
        ->check(md5Problem);
    command->add_option("--file", options->file, "I have the file: verify it and take a copy")
        ->type_name("FILE");
    command->add_flag("--json", options->json, "One JSON object: file, md5, verified");
    command->callback([options, &run] {
        run = [options](const Context& context) { return fetchWeights(*options, context); };
    });
}

} // namespace pleurascope::cli
