// SPDX-License-Identifier: GPL-3.0-or-later
// Into the library, out of it, and what is in it.
#include "app/cli/ErrorSentence.h"
#include "app/cli/Inputs.h"
#include "app/cli/Interruption.h"
#include "app/cli/JsonLine.h"
#include "app/cli/LibraryCommand.h"
#include "app/cli/ProgressLine.h"
#include "engine/core/Files.h"
#include "engine/data/Dataset.h"
#include "engine/reading/Agreement.h"
#include "engine/reading/Importer.h"

#include <chrono>
#include <cstdio>
#include <map>

namespace pleurascope::cli {

namespace {

using data::csvField;
using nlohmann::ordered_json;
namespace fs = std::filesystem;

void printReport(const reading::ImportReport& report, double seconds, bool json) {
    for (const auto& refused : report.refused)
        if (json)
            printJson({{"path", refused.error.path}, {"refused", reasonText(refused.error)}});
        else
            printError(refused.error);
    if (json)
        printJson({{"added", report.added},
                   {"already_known", report.alreadyKnown},
                   {"conflicting", report.conflicting},
                   {"presentations", report.presentations},
                   {"refused", report.refused.size()},
                   {"studies", report.studyIds.size()},
                   {"seconds", seconds}});
    else
        std::printf(
            "%d added, %d known, %d with a known UID but other content, %d presentations, %zu refused; %.1f "
            "s\n",
            report.added, report.alreadyKnown, report.conflicting, report.presentations,
            report.refused.size(), seconds);
}

std::string verdictTable(const std::vector<store::WorklistRow>& rows) {
    std::string table =
        "study_uid,patient_id,date,verdict,finding,side,size,comment,reader,read_at,score,threshold,"
        "model\n";
    for (const auto& row : rows) {
        const auto& verdict = *row.verdict;
        const auto finding = reading::readersFinding(row);
        const auto number = [](double value) { return ordered_json(value).dump(); };
        const bool isScored = row.prediction && row.prediction->isScored();
        for (const std::string& field :
             {row.study.studyUid, row.study.patientId, row.study.date,
              std::string(verdict.choice == store::VerdictChoice::agree ? "agree" : "disagree"),
              std::string(finding ? (*finding ? "effusion" : "nofinding") : ""), verdict.side, verdict.size,
              verdict.comment, verdict.reader, verdict.madeAt,
              isScored ? number(row.prediction->probability) : std::string(),
              isScored ? number(row.prediction->threshold) : std::string()})
            table += csvField(field) + ",";
        table += csvField(verdict.modelHash) + "\n";
    }
    return table;
}

/// The deepest folder that all films lie below.
fs::path commonFolder(const std::vector<store::WorklistRow>& rows) {
    fs::path common;
    for (const auto& row : rows) {
        const fs::path folder = fs::path(row.film.path).parent_path();
        if (common.empty()) {
            common = folder;
            continue;
        }
        fs::path shared;
        for (auto a = common.begin(), b = folder.begin(); a != common.end() && b != folder.end() && *a == *b;
             ++a, ++b)
            shared /= *a;
        common = shared;
    }
    return common;
}

std::string labelTable(const std::vector<store::WorklistRow>& rows, const fs::path& root) {
    std::string table = "path,label,patient_id,view,age,sex\n";
    for (const auto& row : rows)
        table += csvField(fs::path(row.film.path).lexically_relative(root).string()) + "," +
                 (*reading::readersFinding(row) ? "effusion," : "nofinding,") +
                 csvField(row.study.patientId) + "," + csvField(row.film.view) + "," +
                 csvField(row.study.age) + "," + csvField(row.study.sex) + "\n";
    return table;
}

int writeLabels(const std::string& file, std::vector<store::WorklistRow> rows, bool json) {
    std::erase_if(rows, [](const auto& row) {
        return !reading::readersFinding(row) || row.film.path.find("!/") != std::string::npos;
    });
    const fs::path root = commonFolder(rows);
    if (const auto written = core::writeFileAtomically(file, labelTable(rows, root)); !written)
        return fail(written.error());
    if (json)
        printJson({{"labels", file}, {"data", root.string()}, {"films", rows.size()}});
    else
        std::printf("%zu films: train --data %s --labels %s\n", rows.size(), root.c_str(), file.c_str());
    return success;
}

struct Day {
    int read = 0, agreed = 0, flagged = 0;
};

void printDays(const std::vector<store::WorklistRow>& rows, bool json) {
    std::map<std::string, Day> days;
    for (const auto& row : rows) {
        Day& day = days[row.verdict->madeAt.substr(0, 10)];
        ++day.read;
        day.agreed += row.verdict->choice == store::VerdictChoice::agree;
        day.flagged += row.prediction && row.prediction->isFlagged();
    }
    for (const auto& [date, day] : days)
        if (json)
            printJson({{"day", date},
                       {"read", day.read},
                       {"flagged", day.flagged},
                       {"agreed", day.agreed},
                       {"disputed", day.read - day.agreed}});
        else
            std::printf("%s  %d read, %d of them flagged; agreed with %d, disputed %d\n", date.c_str(),
                        day.read, day.flagged, day.agreed, day.read - day.agreed);
}

} // namespace

int importIntoLibrary(const LibraryOptions& options, store::Library& library) {
    const auto reader = filmReader(false);
    const std::vector<fs::path> paths(options.paths.begin(), options.paths.end());
    reading::ImportOptions importOptions;
    if (options.copy) {
        importOptions.copyInto = library.location().copiesFolder();
        if (importOptions.copyInto.empty())
            return fail({core::ErrorCode::invalidArgument,
                         "films of a library on a server stay where they are: import without --copy",
                         library.location().name()});
    }
    const Interruption interruption;
    ProgressLine line;
    const auto began = std::chrono::steady_clock::now();
    const auto report =
        reading::importFilms(paths, *reader, library, importOptions, line.observer(), interruption.token());
    line.clear();
    if (!report)
        return fail(report.error());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    printReport(*report, took.count(), options.json);
    if (report->outcome == core::Outcome::stopped) {
        std::fprintf(stderr, "stopped; what came in stays, and the same command goes on\n");
        return failed;
    }
    return report->refused.empty() ? success : failed;
}

int exportFromLibrary(const LibraryOptions& options, store::Library& library) {
    auto rows = library.judgedStudies();
    if (!rows)
        return fail(rows.error());
    if (!options.verdicts.empty()) {
        if (const auto written = core::writeFileAtomically(options.verdicts, verdictTable(*rows)); !written)
            return fail(written.error());
        if (const auto noted = library.note(store::AuditAction::exported, 0,
                                            "verdicts of " + std::to_string(rows->size()) + " studies");
            !noted)
            return fail(noted.error());
        if (options.json)
            printJson({{"verdicts", options.verdicts}, {"studies", rows->size()}});
        else
            std::printf("%zu studies in %s\n", rows->size(), options.verdicts.c_str());
    }
    if (options.labels.empty())
        return success;
    if (const auto noted = library.note(store::AuditAction::exported, 0, "labels"); !noted)
        return fail(noted.error());
    return writeLabels(options.labels, std::move(*rows), options.json);
}

int countLibrary(const LibraryOptions& options, store::Library& library) {
    const auto studies = library.studyCount();
    if (!studies)
        return fail(studies.error());
    const auto rows = library.judgedStudies();
    if (!rows)
        return fail(rows.error());
    printDays(*rows, options.json);
    const auto agreement = reading::agreementOf(*rows);
    if (options.json)
        printJson({{"studies", *studies},
                   {"read", rows->size()},
                   {"compared", agreement.studies()},
                   {"both", agreement.both},
                   {"neither", agreement.neither},
                   {"reader_only", agreement.readerOnly},
                   {"model_only", agreement.modelOnly},
                   {"kappa", agreement.kappa},
                   {"kappa_low", agreement.low},
                   {"kappa_high", agreement.high}});
    else
        std::printf("%d studies, %zu read; reader and model on %d: kappa %.2f (95%% %.2f to %.2f)\n",
                    *studies, rows->size(), agreement.studies(), agreement.kappa, agreement.low,
                    agreement.high);
    return success;
}

} // namespace pleurascope::cli
