// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Importer.h"

#include "engine/reading/ImportBatch.h"

#include <algorithm>
#include <future>
#include <optional>
#include <unordered_set>
#include <utility>

namespace pleurascope::reading {

namespace fs = std::filesystem;
using core::Result;

namespace {

constexpr std::size_t batchSize = 64;    ///< files whose headers are asked for at once
constexpr std::size_t filmsAtOnce = 512; ///< in a transaction: each waits for the disk once

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

/// Writes batches into the library and counts.
class BatchWriter {
public:
    BatchWriter(store::Library& library, ImportReport& report)
        : m_library(library)
        , m_report(report) {}

    [[nodiscard]] Result<void> write(ImportBatch& batch) {
        std::ranges::move(batch.films, std::back_inserter(m_waiting));
        if (m_waiting.size() >= filmsAtOnce)
            if (const auto written = flush(); !written)
                return written;
        for (const std::int64_t study : batch.knownStudies)
            count({store::AddOutcome::alreadyKnown, study, 0});
        for (const auto& presentation : batch.presentations) {
            if (const auto put = m_library.putPresentation(presentation); !put)
                return core::failure(put);
            ++m_report.presentations;
        }
        std::ranges::move(batch.refused, std::back_inserter(m_report.refused));
        return {};
    }

    /// What waits, in one transaction.
    [[nodiscard]] Result<void> flush() {
        const auto added = m_library.addFilms(std::exchange(m_waiting, {}));
        if (!added)
            return core::failure(added);
        for (const store::AddResult& one : *added)
            count(one);
        return {};
    }

private:
    void count(const store::AddResult& added) {
        switch (added.outcome) {
        case store::AddOutcome::added:
            ++m_report.added;
            break;
        case store::AddOutcome::alreadyKnown:
            ++m_report.alreadyKnown;
            break;
        case store::AddOutcome::conflicting:
            ++m_report.conflicting;
            break;
        }
        if (m_seen.insert(added.studyId).second)
            m_report.studyIds.push_back(added.studyId);
    }

    store::Library& m_library;
    ImportReport& m_report;
    std::vector<store::NewFilm> m_waiting;
    std::unordered_set<std::int64_t> m_seen;
};

/// Reads each batch while the one before is written. Errors: the library's.
Result<void> importBatches(std::span<const fs::path> files, BatchReader& reader, BatchWriter& writer,
                           const core::ProgressObserver& progress, const std::stop_token& stop) {
    std::uint64_t done = 0;
    std::future<Result<ImportBatch>> next;
    const auto readFrom = [&](std::size_t start) {
        const auto some = files.subspan(start, std::min(batchSize, files.size() - start));
        next = std::async(std::launch::async, [&reader, some] { return reader.read(some); });
    };
    if (!files.empty() && !stop.stop_requested())
        readFrom(0);
    for (std::size_t start = 0; next.valid(); start += batchSize) {
        auto batch = next.get();
        if (!batch)
            return core::failure(batch);
        if (start + batchSize < files.size() && !stop.stop_requested())
            readFrom(start + batchSize);
        if (progress)
            progress({done, files.size(), "import"});
        if (const auto written = writer.write(*batch); !written) {
            if (next.valid())
                next.wait();
            return written;
        }
        done += batch->files;
    }
    return writer.flush();
}

} // namespace

Result<ImportReport> importFilms(const std::vector<fs::path>& paths, intake::FilmReader& reader,
                                 store::Library& library, const ImportOptions& options,
                                 const core::ProgressObserver& progress, std::stop_token stop) {
    ImportReport report;
    report.demonstration = options.demonstration;
    const std::vector<fs::path> files = filesOf(paths, reader, report, stop);
    BatchReader batches(reader, library, options);
    BatchWriter writer(library, report);
    if (auto done = importBatches(files, batches, writer, progress, stop); !done)
        return core::failure(done);
    if (stop.stop_requested())
        report.outcome = core::Outcome::stopped;
    else if (progress)
        progress({files.size(), files.size(), "import"});
    return report;
}

} // namespace pleurascope::reading
