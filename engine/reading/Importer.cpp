// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Importer.h"

#include "engine/reading/FilmRecords.h"

#include <algorithm>

namespace pleurascope::reading {

namespace fs = std::filesystem;
using core::Result;

namespace {

std::vector<fs::path> filesOf(const std::vector<fs::path>& paths, intake::FilmReader& reader,
                              ImportReport& report, const std::stop_token& stop) {
    std::vector<fs::path> files;
    for (const fs::path& path : paths)
        for (auto& film : intake::listFilms(fs::absolute(path).lexically_normal(), reader,
                                            intake::DirectoryFiles::leftOut, stop))
            if (film)
                files.push_back(std::move(*film));
            else
                report.refused.push_back({std::move(film.error())});
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

constexpr std::size_t batchSize = 64; ///< files whose headers are asked for at once

/// The library's record of a file, whose header is completed.
Result<store::FilmRecord> recordOf(Result<intake::FilmHeader>& header, const fs::path& file) {
    if (!header)
        return core::failure(header);
    header->path = file.string();
    return filmRecord(*header);
}

/// Goes through a list of files, batch by batch.
class Import {
public:
    Import(intake::FilmReader& reader, store::Library& library, bool demonstration)
        : m_reader(reader)
        , m_library(library)
        , m_demonstration(demonstration) {}

    /// Errors: the library's.
    [[nodiscard]] Result<void> run(std::span<const fs::path> files, const core::ProgressObserver& progress,
                                   const std::stop_token& stop, ImportReport& report) {
        std::uint64_t done = 0;
        for (std::size_t start = 0; start < files.size() && !stop.stop_requested(); start += batchSize) {
            const auto batch = files.subspan(start, std::min(batchSize, files.size() - start));
            auto headers = m_reader.readHeaders(batch);
            for (std::size_t i = 0; i < batch.size() && !stop.stop_requested(); ++i) {
                if (progress)
                    progress({done++, files.size(), "import"});
                if (auto added = add(headers[i], batch[i], report); !added)
                    return added;
            }
        }
        return {};
    }

private:
    [[nodiscard]] Result<void> add(Result<intake::FilmHeader>& header, const fs::path& file,
                                   ImportReport& report) {
        const auto film = recordOf(header, file);
        if (!film && film.error().code == core::ErrorCode::noPixels)
            if (const auto state = m_reader.readPresentation(file))
                return keep(*state, file, report);
        if (!film) {
            report.refused.push_back({core::failureIn(film.error(), file.string()).value()});
            return {};
        }
        const auto added = m_library.addFilm(studyRecord(*header, m_demonstration), *film);
        if (!added)
            return core::failure(added);
        count(*added, report);
        return {};
    }

    [[nodiscard]] Result<void> keep(const dicom::PresentationState& state, const fs::path& file,
                                    ImportReport& report) {
        ++report.presentations;
        return m_library.putPresentation(presentationRecord(state, file.string()));
    }

    intake::FilmReader& m_reader;
    store::Library& m_library;
    bool m_demonstration;
};

} // namespace

Result<ImportReport> importFilms(const std::vector<fs::path>& paths, intake::FilmReader& reader,
                                 store::Library& library, bool demonstration,
                                 const core::ProgressObserver& progress, std::stop_token stop) {
    ImportReport report;
    report.demonstration = demonstration;
    const std::vector<fs::path> files = filesOf(paths, reader, report, stop);
    if (auto done = Import(reader, library, demonstration).run(files, progress, stop, report); !done)
        return core::failure(done);
    if (stop.stop_requested())
        report.outcome = core::Outcome::stopped;
    else if (progress)
        progress({files.size(), files.size(), "import"});
    return report;
}

} // namespace pleurascope::reading
