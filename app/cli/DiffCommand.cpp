// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/JsonLine.h"
#include "engine/dicom/elements/TagComparison.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
    std::string first, second;
    bool json = false;
    bool inProcess = false;
};

ordered_json jsonOf(const dicom::TagLine* line) {
    if (!line)
        return nullptr;
    ordered_json object{{"vr", line->vr}, {"length", line->length}, {"value", line->value}};
    if (!line->hash.empty())
        object["sha256"] = line->hash;
    return object;
}

void printSide(const char* sign, const dicom::TagLine* line) {
    if (line)
        std::printf("%s %s %s %s [%u] %s%s\n", sign, line->path.c_str(), line->vr.c_str(), line->name.c_str(),
                    unsigned(line->length), line->value.c_str(), line->hash.empty() ? "" : " ...");
}

void print(const dicom::TagPair& pair, bool json) {
    if (json) {
        printJson({{"path", pair.any().path},
                   {"name", pair.any().name},
                   {"a", jsonOf(pair.first)},
                   {"b", jsonOf(pair.second)}});
        return;
    }
    printSide("<", pair.first);
    printSide(">", pair.second);
}

int diff(const Options& options) {
    const auto reader = filmReader(options.inProcess);
    const auto first = reader->readTags(options.first);
    const auto second = reader->readTags(options.second);
    for (const auto* lines : {&first, &second})
        if (!*lines)
            return fail(lines->error());
    bool isSame = true;
    for (const dicom::TagPair& pair : dicom::compareTags(*first, *second))
        if (!pair.isSame()) {
            isSame = false;
            print(pair, options.json);
        }
    return isSame ? success : failed;
}

} // namespace

void addDiffCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "diff", "Compare the elements of two DICOM files; exit 0 if they are equal, 1 if not");
    command->add_option("a", options->first, "DICOM file")->required()->type_name("A");
    command->add_option("b", options->second, "DICOM file")->required()->type_name("B");
    command->add_flag("--json", options->json, "One JSON object a line for each element that differs");
    addInProcessFlag(*command, options->inProcess);
    command->callback([options, &run] { run = [options](const Context&) { return diff(*options); }; });
}

} // namespace pleurascope::cli
