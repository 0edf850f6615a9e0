// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/FilmReader.h"
#include "engine/reading/Importer.h"
#include "engine/store/Library.h"

#include <filesystem>
#include <span>
#include <vector>

namespace pleurascope::reading {

/// A batch of files on its way into the library: read on one thread, written on another.
struct ImportBatch {
    std::size_t files = 0;
    std::vector<store::NewFilm> films;
    std::vector<store::PresentationRecord> presentations;
    std::vector<std::int64_t> knownStudies; ///< of files that need not be read, one a file
    std::vector<RefusedFile> refused;
};

/// Makes batches of files.
class BatchReader {
public:
    BatchReader(intake::FilmReader& reader, store::Library& library, const ImportOptions& options)
        : m_reader(reader)
        , m_library(library)
        , m_options(options) {}

    /// Errors: the library's.
    [[nodiscard]] core::Result<ImportBatch> read(std::span<const std::filesystem::path> files);

private:
    struct Copied;
    [[nodiscard]] core::Result<std::vector<std::filesystem::path>>
    leaveKnownOut(std::span<const std::filesystem::path> files, ImportBatch& batch);
    [[nodiscard]] std::vector<Copied> copied(const std::vector<std::filesystem::path>& files,
                                             ImportBatch& batch);
    void take(core::Result<intake::FilmHeader>& header, const Copied& file, ImportBatch& batch);

    intake::FilmReader& m_reader;
    store::Library& m_library;
    const ImportOptions& m_options;
};

} // namespace pleurascope::reading
