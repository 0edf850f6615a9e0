// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Command.h"
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/JsonLine.h"

#include <cstdio>
#include <memory>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;

struct Options {
    std::string path;
    bool json = false;
    bool inProcess = false;
};

/// A folder stands for the DICOMDIR in it.
std::filesystem::path directoryFile(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::is_directory(path, ignored) ? path / "DICOMDIR" : path;
}

ordered_json jsonOf(const dicom::DirectoryEntry& entry, bool isThere) {
    return {{"file", entry.file},
            {"exists", isThere},
            {"record_type", entry.recordType},
            {"patient_name", entry.patientName},
            {"patient_id", entry.patientId},
            {"study_uid", entry.studyUid},
            {"study_date", entry.studyDate},
            {"study_description", entry.studyDescription},
            {"series_uid", entry.seriesUid},
            {"modality", entry.modality},
            {"instance_uid", entry.instanceUid},
            {"sop_class", entry.sopClassUid}};
}

void print(const dicom::DirectoryEntry& entry, bool isThere) {
    std::printf("%-8s %s  %s %s  %s, %s, study %s %s\n", isThere ? "" : "missing", entry.file.c_str(),
                entry.recordType.c_str(), entry.modality.c_str(), entry.patientName.c_str(),
                entry.patientId.c_str(), entry.studyDate.c_str(), entry.studyDescription.c_str());
}

int listDirectory(const Options& options) {
    const auto file = directoryFile(options.path);
    const auto reader = filmReader(options.inProcess);
    const auto directory = reader->readDirectory(file);
    if (!directory)
        return fail(directory.error());
    for (const auto& assumption : directory->assumptions)
        std::fprintf(stderr, "pleurascope-cli: %s: assumed: %s\n", file.c_str(), assumption.c_str());
    bool isWhole = true;
    for (const auto& entry : directory->entries) {
        const bool isThere = intake::referredFile(file.parent_path(), entry.file).has_value();
        isWhole = isWhole && isThere;
        if (options.json)
            printJson(jsonOf(entry, isThere));
        else
            print(entry, isThere);
    }
    return isWhole ? success : failed;
}

} // namespace

void addDicomdirCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<Options>();
    auto* command = app.add_subcommand(
        "dicomdir", "List the files that a DICOMDIR refers to; exit 1 if any of them is missing");
    command->add_option("path", options->path, "DICOMDIR, or the folder that it is in")
        ->required()
        ->type_name("PATH");
    command->add_flag("--json", options->json, "One JSON object a line");
    addInProcessFlag(*command, options->inProcess);
    command->callback(
        [options, &run] { run = [options](const Context&) { return listDirectory(*options); }; });
}

} // namespace pleurascope::cli
