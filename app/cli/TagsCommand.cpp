// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/JsonLine.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
    std::string file, find;
    bool json = false;
    bool inProcess = false;
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool contains(const std::string& text, const std::string& part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return lower(a) == lower(b); }) != text.end();
}

std::string tagOf(const dicom::TagLine& line) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "(%04x,%04x)", unsigned(line.group), unsigned(line.element));
    return text.data();
}

/// By number ("0010,0010", "(0010,0010)", "00100010"), name or value.
bool isWanted(const dicom::TagLine& line, const std::string& find) {
    const auto tag = tagOf(line);
    return find.empty() || contains(tag, find) || contains(tag.substr(1, 4) + tag.substr(6, 4), find) ||
           contains(line.name, find) || contains(line.value, find);
}

ordered_json jsonOf(const dicom::TagLine& line) {
    ordered_json object{{"path", line.path}, {"tag", tagOf(line)},    {"vr", line.vr},
                        {"name", line.name}, {"length", line.length}, {"value", line.value}};
    if (!line.hash.empty())
        object["sha256"] = line.hash;
    return object;
}

void print(const dicom::TagLine& line) {
    std::printf("%*s%s %-2s %s [%u] %s%s\n", 2 * line.depth, "", tagOf(line).c_str(), line.vr.c_str(),
                line.name.c_str(), unsigned(line.length), line.value.c_str(),
                line.hash.empty() ? "" : " ...");
}

int listTags(const Options& options) {
    const auto lines = filmReader(options.inProcess)->readTags(options.file);
    if (!lines)
        return fail(lines.error());
    for (const auto& line : *lines) {
        if (!isWanted(line, options.find))
            continue;
        if (options.json)
            printJson(jsonOf(line));
        else
            print(line);
    }
    return success;
}

} // namespace

void addTagsCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand("tags", "List the elements of a DICOM file as a tree");
    command->add_option("file", options->file, "DICOM file, or archive.zip!/member")->required();
    command
        ->add_option("--find", options->find,
                     "Only elements with this in number, name or value, in whatever case")
        ->type_name("TEXT");
    command->add_flag("--json", options->json, "One JSON object a line");
    addInProcessFlag(*command, options->inProcess);
    command->callback([options, &run] { run = [options](const Context&) { return listTags(*options); }; });
}

} // namespace pleurascope::cli
