// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Importer.h"

#include "engine/reading/FilmRecords.h"

#include <algorithm>

namespace pleurascope::reading {

namespace fs = std::filesystem;
using core::Result;

namespace {

std::vector<fs::path> filesOf(const std::vector<fs::path>& paths, ImportReport& report,
                              const std::stop_token& stop) {
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        const fs::path absolute = fs::absolute(path).lexically_normal();
        auto listed = intake::listFiles(absolute, stop);
        if (listed)
            files.insert(files.end(), listed->begin(), listed->end());
        else
            report.refused.push_back({core::failureIn(listed.error(), absolute.string()).value()});
    }
    return files;
}

void count(const store::AddResult& added, ImportReport& report) {
    switch (added.outcome) {
    case store::AddOutcome::added:
        ++report.added;
        break;
    case store::AddOutcome::alreadyKnown:
        ++report.alreadyKnown;
        break;
    case store::AddOutcome::conflicting:
        ++report.conflicting;
        break;
    }
    if (std::find(report.studyIds.begin(), report.studyIds.end(), added.studyId) == report.studyIds.end())
        report.studyIds.push_back(added.studyId);
}

Result<store::FilmRecord> readRecord(const fs::path& file, intake::FilmReader& reader,
                                     intake::FilmHeader& header) {
    auto read = reader.readHeader(file);
    if (!read)
        return core::failureIn(read.error(), file.string());
    header = std::move(*read);
    header.path = file.string();
    return filmRecord(header);
}

} // namespace

Result<ImportReport> importFilms(const std::vector<fs::path>& paths, intake::FilmReader& reader,
                                 store::Library& library, bool demonstration,
                                 const core::ProgressObserver& progress, std::stop_token stop) {
    ImportReport report;
    const std::vector<fs::path> files = filesOf(paths, report, stop);
    std::uint64_t done = 0;
    for (const fs::path& file : files) {
        if (stop.stop_requested())
            break;
        if (progress)
            progress({done++, files.size(), "import"});
        intake::FilmHeader header;
        const auto film = readRecord(file, reader, header);
        if (!film) {
            report.refused.push_back({core::failureIn(film.error(), file.string()).value()});
            continue;
        }
        const auto added = library.addFilm(studyRecord(header, demonstration), *film);
        if (!added)
            return core::failure(added);
        count(*added, report);
    }
    if (stop.stop_requested())
        report.outcome = core::Outcome::stopped;
    else if (progress)
        progress({files.size(), files.size(), "import"});
    return report;
}

} // namespace pleurascope::reading
