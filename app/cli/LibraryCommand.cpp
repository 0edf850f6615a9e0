// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LibraryCommand.h"

#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/cli/JsonLine.h"
#include "engine/core/Profile.h"
#include "engine/reading/Verification.h"

#include <cstdio>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;

ordered_json jsonOf(const store::WorklistRow& row) {
    const auto& [study, film, films, earlier, prediction, verdict] = row;
    ordered_json object{{"study", study.id},
                        {"patient_name", study.patientName},
                        {"patient_id", study.patientId},
                        {"birth_date", study.birthDate},
                        {"sex", study.sex},
                        {"date", study.date},
                        {"time", study.time},
                        {"accession", study.accessionNumber},
                        {"description", study.description},
                        {"study_uid", study.studyUid},
                        {"modality", film.modality},
                        {"view", film.view},
                        {"films", films},
                        {"path", film.path},
                        {"imported_at", study.importedAt}};
    if (prediction && prediction->isScored()) {
        object["score"] = prediction->probability;
        object["threshold"] = prediction->threshold;
        object["flagged"] = prediction->isFlagged();
    }
    if (verdict) {
        object["verdict"] = verdict->choice == store::VerdictChoice::agree ? "agree" : "disagree";
        object["reader"] = verdict->reader;
        object["read_at"] = verdict->madeAt;
    }
    return object;
}

void print(const store::WorklistRow& row, bool json) {
    if (json) {
        printJson(jsonOf(row));
        return;
    }
    const auto& study = row.study;
    std::printf("%6lld  %s %s  %-24s %-14s %-3s %s\n", static_cast<long long>(study.id), study.date.c_str(),
                study.time.c_str(), study.patientName.c_str(), study.patientId.c_str(),
                row.film.modality.c_str(), study.description.c_str());
}

int printRows(const core::Result<std::vector<store::WorklistRow>>& rows, bool json) {
    if (!rows)
        return fail(rows.error());
    for (const auto& row : *rows)
        print(row, json);
    return success;
}

int list(const LibraryOptions& options, store::Library& library) {
    return printRows(library.worklist(options.model), options.json);
}

int search(const LibraryOptions& options, store::Library& library) {
    return printRows(library.search(options.text, options.model, options.limit), options.json);
}

void printUnsound(const store::FilmRecord& film, bool json) {
    const char* what = film.integrity == store::FileIntegrity::missing ? "missing" : "changed";
    if (json)
        printJson({{"film", film.id}, {"study", film.studyId}, {"path", film.path}, {"integrity", what}});
    else
        std::printf("%s  %s\n", what, film.path.c_str());
}

int verify(const LibraryOptions& options, store::Library& library) {
    const Interruption interruption;
    const auto report = reading::verifyLibrary(
        library, [&](const store::FilmRecord& film) { printUnsound(film, options.json); }, {},
        interruption.token());
    if (!report)
        return fail(report.error());
    if (options.json)
        printJson({{"sound", report->sound}, {"changed", report->changed}, {"missing", report->missing}});
    else
        std::printf("%d sound, %d changed, %d missing\n", report->sound, report->changed, report->missing);
    const bool isWhole = report->outcome == core::Outcome::finished && report->changed + report->missing == 0;
    return isWhole ? success : failed;
}

/// The library that is meant. Errors: those of store::Library::open; fileNotFound where a library that is
/// only read is not there.
core::Result<std::unique_ptr<store::Library>> openLibrary(const LibraryOptions& options,
                                                          const Context& context, bool mayBeMade) {
    std::filesystem::path file = options.library;
    if (file.empty()) {
        const auto profile = core::Profile::open(context.profile);
        if (!profile)
            return core::failure(profile);
        file = profile->libraryFile();
    }
    if (options.library.starts_with("postgresql://"))
        return core::failure(core::ErrorCode::unsupportedFormat,
                             "only libraries in a file (SQLite) are opened by this version", options.library);
    std::error_code unknown;
    if (!mayBeMade && !std::filesystem::exists(file, unknown))
        return core::failure(core::ErrorCode::fileNotFound, "there is no library", file.string());
    return store::Library::open(file);
}

using Action = int (*)(const LibraryOptions&, store::Library&);

int act(Action action, const LibraryOptions& options, const Context& context, bool mayBeMade) {
    const auto library = openLibrary(options, context, mayBeMade);
    return library ? action(options, **library) : fail(library.error());
}

/// `mayBeMade`: a library that is not there is begun.
CLI::App* add(CLI::App& library, const std::shared_ptr<LibraryOptions>& options, Work& run, const char* name,
              const char* help, Action action, bool mayBeMade = false) {
    auto* command = library.add_subcommand(name, help);
    command->add_option("--library", options->library, "The library's file (default: the profile's)")
        ->type_name("PATH");
    command->add_flag("--json", options->json, "One JSON object a line");
    command->callback([=, &run] {
        run = [=](const Context& context) { return act(action, *options, context, mayBeMade); };
    });
    return command;
}

} // namespace

void addLibraryCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<LibraryOptions>();
    auto* library =
        app.add_subcommand("library", "Import into the study library, look into it, take out of it");
    library->require_subcommand(1);
    auto* import =
        add(*library, options, run, "import",
            "Import films, folders, DICOMDIRs and ZIP files by reference: files stay where they are",
            importIntoLibrary, true);
    import->add_option("paths", options->paths, "Files and folders")->required();
    auto* all = add(*library, options, run, "list", "All studies, newest first", list);
    auto* found =
        add(*library, options, run, "search",
            "Studies by parts of name, patient id, accession number, date, description or UID, newest "
            "first",
            search);
    found->add_option("text", options->text, "Words that must all be there")->required();
    found->add_option("--limit", options->limit, "How many at most")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    for (auto* command : {all, found})
        command->add_option("--model", options->model, "Show scores of the model with this SHA-256");
    add(*library, options, run, "verify",
        "Look whether every film's file is there and what came in; exit 1 if one is not", verify);
    add(*library, options, run, "stats", "What was read each day, and how far reader and model agree",
        countLibrary);
    auto* out = add(*library, options, run, "export", "Write verdicts as a table, or as labels to train on",
                    exportFromLibrary)
                    ->add_option_group("What is written")
                    ->require_option(1, 2);
    out->add_option("--verdicts", options->verdicts, "Every judged study, one a line")->type_name("CSV");
    out->add_option(
           "--labels", options->labels,
           "path,label,patient_id,view,age,sex for train --labels, with the folder for --data told; the "
           "label is the reader's finding")
        ->type_name("CSV");
}

} // namespace pleurascope::cli
