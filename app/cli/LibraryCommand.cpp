// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/LibraryCommand.h"

#include "app/cli/ErrorSentence.h"
#include "app/cli/OpenLibrary.h"

#include <map>

namespace pleurascope::cli {

namespace {

using Options = std::shared_ptr<LibraryOptions>;
using Action = int (*)(const LibraryOptions&, store::Library&);

int act(Action action, const LibraryOptions& options, const Context& context, bool mayBeMade) {
    const auto library = openLibrary(options.library, context, mayBeMade);
    return library ? action(options, **library) : fail(library.error());
}

CLI::App* addBare(CLI::App& library, const Options& options, const char* name, const char* help) {
    auto* command = library.add_subcommand(name, help);
    addLibraryOption(*command, options->library);
    command->add_flag("--json", options->json, "One JSON object a line");
    return command;
}

/// `mayBeMade`: a library that is not there is begun.
CLI::App* add(CLI::App& library, const Options& options, Work& run, const char* name, const char* help,
              Action action, bool mayBeMade = false) {
    auto* command = addBare(library, options, name, help);
    command->callback([=, &run] {
        run = [=](const Context& context) { return act(action, *options, context, mayBeMade); };
    });
    return command;
}

/// A word of `words` for what it stands for.
template <class T>
void addChoice(CLI::App& command, const char* name, std::optional<T>& target, const char* help,
               const std::map<std::string, T>& words) {
    std::string names;
    for (const auto& [word, value] : words)
        names += (names.empty() ? "" : ", ") + word;
    command
        .add_option_function<std::string>(
            name, [&target, words](const std::string& word) { target = words.at(word); },
            std::string(help) + ": " + names)
        ->check(CLI::IsMember([&] {
            std::vector<std::string> known;
            for (const auto& [word, value] : words)
                known.push_back(word);
            return known;
        }()));
}

void addStates(CLI::App& command, store::StudyFilter& filter) {
    using enum store::ReadingState;
    addChoice<store::ReadingState>(command, "--reading", filter.reading, "How far the reader is",
                                   {{"unread", unread}, {"reading", reading}, {"read", read}});
    addChoice<store::OpinionState>(command, "--opinion", filter.opinion, "What the model of --model said",
                                   {{"none", store::OpinionState::none},
                                    {"scored", store::OpinionState::scored},
                                    {"flagged", store::OpinionState::flagged},
                                    {"refused", store::OpinionState::refused}});
    addChoice<store::AgreementState>(command, "--agreement", filter.agreement, "The reader against the model",
                                     {{"none", store::AgreementState::none},
                                      {"agreed", store::AgreementState::agreed},
                                      {"disputed", store::AgreementState::disputed}});
    command.add_option("--min-score", filter.scoreFrom, "Probability, inclusive")
        ->check(CLI::Range(0.0, 1.0));
    command.add_option("--max-score", filter.scoreTo, "Likewise")->check(CLI::Range(0.0, 1.0));
}

void addOrder(CLI::App& command, store::StudyFilter& filter) {
    const std::map<std::string, store::StudyOrder> orders{
        {"newest", store::StudyOrder::newest},           {"triage", store::StudyOrder::triage},
        {"patient", store::StudyOrder::patient},         {"patient-id", store::StudyOrder::patientId},
        {"modality", store::StudyOrder::modality},       {"score", store::StudyOrder::score},
        {"description", store::StudyOrder::description}, {"arrival", store::StudyOrder::arrival}};
    command
        .add_option_function<std::string>(
            "--order", [&filter, orders](const std::string& word) { filter.order = orders.at(word); },
            "newest, triage, patient, patient-id, modality, description, score or arrival (default: newest)")
        ->check(CLI::IsMember(
            {"newest", "triage", "patient", "patient-id", "modality", "description", "score", "arrival"}));
    command.add_flag("--descending", filter.descending, "The other way round, but for newest and triage");
    command.add_option("--limit", filter.limit, "How many at most (default: all)")
        ->check(CLI::PositiveNumber);
}

void addFilter(CLI::App& command, store::StudyFilter& filter) {
    const CLI::Validator date(
        [](std::string& text) {
            const bool isDate = text.size() == 10 && text[4] == '-' && text[7] == '-';
            return isDate ? std::string() : "a date is written YYYY-MM-DD: " + text;
        },
        "DATE");
    command.add_option("--from", filter.dateFrom, "Studies of this day and later")->check(date);
    command.add_option("--to", filter.dateTo, "Studies of this day and earlier")->check(date);
    command.add_option("--modality", filter.modality, "Of the first film, as DX");
    command.add_option("--view", filter.view, "Likewise, as PA");
    command.add_option("--patient-id", filter.patientId, "This patient, and who was merged into it");
    command.add_option("--description", filter.description, "A part of the study's description");
    command.add_option("--model", filter.modelHash, "Show scores of the model with this SHA-256");
    addStates(command, filter);
    addOrder(command, filter);
}

void addLists(CLI::App& library, const Options& options, Work& run) {
    addFilter(*add(library, options, run, "list", "All studies, or those that the options let through",
                   listStudies),
              options->filter);
    auto* found =
        add(library, options, run, "search",
            "Studies by parts of name, patient id, accession number, date, description or UID; by the "
            "sound of names where that finds none",
            listStudies);
    found->add_option("text", options->filter.text, "Words that must all be there")->required();
    addFilter(*found, options->filter);
    add(library, options, run, "verify",
        "Look whether every film's file is there and what came in; exit 1 if one is not", verifyFiles);
    add(library, options, run, "stats", "What was read each day, and how far reader and model agree",
        countLibrary);
}

void addTransfer(CLI::App& library, const Options& options, Work& run) {
    auto* import =
        add(library, options, run, "import",
            "Import films, folders, DICOMDIRs and ZIP files; they stay where they are, or are copied",
            importIntoLibrary, true);
    import->add_option("paths", options->paths, "Files and folders")->required();
    import->add_flag("--copy", options->copy, "Keep a copy of each file with the library, under its SHA-256");
    auto* out = add(library, options, run, "export", "Write verdicts as a table, or as labels to train on",
                    exportFromLibrary)
                    ->add_option_group("What is written")
                    ->require_option(1, 2);
    out->add_option("--verdicts", options->verdicts, "Every judged study, one a line")->type_name("CSV");
    out->add_option(
           "--labels", options->labels,
           "path,label,patient_id,view,age,sex for train --labels, with the folder for --data told; the "
           "label is the reader's finding")
        ->type_name("CSV");
    for (const auto& [name, help, action] :
         {std::tuple("backup", "Write the library into one file, whole and checked", &backUp),
          std::tuple("restore", "Make the library of a backup; what is there is kept beside it", &restore)}) {
        auto* command = addBare(library, options, name, help);
        command->add_option("file", options->file, "The backup")->required();
        command->callback([options, &run, work = action] {
            run = [options, work](const Context& context) { return work(*options, context); };
        });
    }
}

void addCare(CLI::App& library, const Options& options, Work& run) {
    add(library, options, run, "remove", "Put studies into the bin; their files stay", removeStudies)
        ->add_option("studies", options->studies, "Numbers of studies, as list shows them")
        ->required();
    auto* bin = add(library, options, run, "bin", "What is in the bin; take out of it, or empty it", useBin);
    auto* back = bin->add_option("--restore", options->studies, "Put these back into the library");
    bin->add_flag("--empty", options->empty, "Take all of it out of the library for good")->excludes(back);
    auto* merge = add(library, options, run, "merge", "Join the studies of two patient ids", mergePatients);
    merge->add_option("from", options->from, "Patient id")->required();
    merge->add_option("into", options->into, "Patient id that they are shown with")->required();
    add(library, options, run, "split", "Take a merge back", splitPatient)
        ->add_option("from", options->from, "Patient id that was merged")
        ->required();
    add(library, options, run, "patients", "Patient ids that were merged", listPatients);
}

} // namespace

void addLibraryCommand(CLI::App& app, Work& run) {
    auto options = std::make_shared<LibraryOptions>();
    auto* library =
        app.add_subcommand("library", "Import into the study library, look into it, take out of it");
    library->require_subcommand(1);
    addTransfer(*library, options, run);
    addLists(*library, options, run);
    addCare(*library, options, run);
}

} // namespace pleurascope::cli
