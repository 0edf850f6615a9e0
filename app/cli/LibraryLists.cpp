// SPDX-License-Identifier: GPL-3.0-or-later
// What is in the library, and whether its files are what came in.
#include "app/cli/ErrorSentence.h"
#include "app/cli/Interruption.h"
#include "app/cli/JsonLine.h"
#include "app/cli/LibraryCommand.h"
#include "engine/reading/Verification.h"

#include <algorithm>
#include <cstdio>
#include <span>

namespace pleurascope::cli {

namespace {

using nlohmann::ordered_json;

const char* integrityName(store::FileIntegrity integrity) {
    return integrity == store::FileIntegrity::missing ? "missing" : "changed";
}

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
    if (study.patientKey != study.patientId)
        object["merged_into"] = study.patientKey;
    if (!study.binnedAt.empty())
        object["binned_at"] = study.binnedAt;
    if (film.integrity == store::FileIntegrity::changed || film.integrity == store::FileIntegrity::missing)
        object["integrity"] = integrityName(film.integrity);
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

void printUnsound(const store::FilmRecord& film, bool json) {
    const char* what = integrityName(film.integrity);
    if (json)
        printJson({{"film", film.id}, {"study", film.studyId}, {"path", film.path}, {"integrity", what}});
    else
        std::printf("%s  %s\n", what, film.path.c_str());
}

} // namespace

int listStudies(const LibraryOptions& options, store::Library& library) {
    const auto ids = library.find(options.filter);
    if (!ids)
        return fail(ids.error());
    constexpr std::size_t page = 500;
    for (std::size_t start = 0; start < ids->size(); start += page) {
        const auto some = std::span(*ids).subspan(start, std::min(page, ids->size() - start));
        const auto rows = library.rows(some, options.filter.modelHash);
        if (!rows)
            return fail(rows.error());
        for (const auto& row : *rows)
            print(row, options.json);
    }
    return success;
}

int verifyFiles(const LibraryOptions& options, store::Library& library) {
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

} // namespace pleurascope::cli
