// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DecodedLimit.h"
#include "engine/core/Result.h"
#include "engine/dicom/directory/DicomDirectory.h"
#include "engine/dicom/elements/TagList.h"
#include "engine/dicom/presentation/PresentationState.h"
#include "engine/intake/Confinement.h"
#include "engine/intake/Film.h"
#include "engine/weights/KerasFile.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>

namespace pleurascope::intake {

/// What the isolated reader may take for one file.
struct ReaderLimits {
    /// 2.5 GiB, or half a GiB beyond what may be decoded.
    std::uint64_t memoryBytes =
        std::max(core::decodedLimit(), core::defaultDecodedLimit) + (std::uint64_t(1) << 29);
    std::chrono::milliseconds wallTime{30'000};
    std::chrono::seconds processorTime{60};
    std::uint64_t decodedBytes = core::decodedLimit(); ///< at once; see core/DecodedLimit.h
};

/// Reads films, and what else comes from outside. Paths may lead into ZIP files ("archive.zip!/film.dcm", see
/// FilePlace.h).
///
/// Client of the isolated reader: starts `pleurascope-reader` at the first file (posix_spawn, a socketpair),
/// asks it for one file after another and takes pixels back through a sealed memfd. When the reader dies or
/// hangs, that file is refused (readerCrashed, timedOut, outOfMemory) and a new one is started for the next.
/// Thread-safe: calls from several threads wait for one another; make one FilmReader a thread where that
/// matters.
class FilmReader {
public:
    /// `program` is `pleurascope-reader`; `pleurascope-keras-reader` stands beside it.
    FilmReader(std::filesystem::path program, ReaderLimits limits = {});
    virtual ~FilmReader();
    FilmReader(const FilmReader&) = delete;
    FilmReader& operator=(const FilmReader&) = delete;

    /// Errors: those of dicom::readFilm and imaging::decodeImage, and readerCrashed, timedOut, outOfMemory.
    /// One frame, counted from 0.
    [[nodiscard]] virtual core::Result<Film> readFilm(const std::filesystem::path& path, int frame = 0);
    [[nodiscard]] virtual core::Result<FilmHeader> readHeader(const std::filesystem::path& path);
    /// One result a path, in order. Faster than one by one: questions are sent ahead of the answers, and two
    /// readers share a long list. About 64 paths at once are enough.
    [[nodiscard]] virtual std::vector<core::Result<FilmHeader>>
    readHeaders(std::span<const std::filesystem::path> paths);

    /// What can be told of a file, readable as a film or not. Errors: fileNotFound, fileUnreadable,
    /// readerCrashed, timedOut, outOfMemory.
    [[nodiscard]] virtual core::Result<KnownHeader> readKnown(const std::filesystem::path& path);
    /// Names of a ZIP file's members that may be films. Errors: damaged, limitExceeded, and those of reading.
    [[nodiscard]] virtual core::Result<std::vector<std::string>>
    listMembers(const std::filesystem::path& path);
    /// The files that a DICOMDIR refers to, relative to its folder, '/' between components. Errors:
    /// notRecognised, damaged, truncated, and those of reading.
    [[nodiscard]] virtual core::Result<std::vector<std::string>>
    listDirectory(const std::filesystem::path& path);

    /// The same with what the records say of patients and studies.
    [[nodiscard]] virtual core::Result<dicom::DicomDirectory>
    readDirectory(const std::filesystem::path& path);
    /// All elements of a DICOM file. Errors: those of dicom::readTags, and those of reading.
    [[nodiscard]] virtual core::Result<std::vector<dicom::TagLine>>
    readTags(const std::filesystem::path& path);

    /// A presentation state. Errors: those of dicom::readPresentation, and those of reading.
    [[nodiscard]] virtual core::Result<dicom::PresentationState>
    readPresentation(const std::filesystem::path& path);

    /// A Keras file of any layout: asked of `pleurascope-keras-reader`, which is started for the first one.
    /// Paths do not lead into ZIP files here. Errors: those of weights::readKerasFile, and readerCrashed,
    /// timedOut, outOfMemory.
    [[nodiscard]] virtual core::Result<weights::KerasFile> readKeras(const std::filesystem::path& path);

    /// What fences the reader in on this machine. Errors: readerCrashed, internal (it cannot be started).
    [[nodiscard]] core::Result<Confinement> confinement();

private:
    class Readers;
    std::unique_ptr<Readers> m_readers;
};

/// Reads Keras files by isolated readers of its own; `program` as FilmReader's.
[[nodiscard]] weights::KerasFileSource isolatedKerasFiles(std::filesystem::path program);

/// The files that `path` stands for: itself, or every regular file below it (hidden ones left out), sorted by
/// path; links to folders are not followed. Errors: fileNotFound, fileUnreadable.
[[nodiscard]] core::Result<std::vector<std::filesystem::path>> listFiles(const std::filesystem::path& path,
                                                                         std::stop_token stop = {});

/// A file that a DICOMDIR in `folder` refers to, looked up whatever its case. Links may not lead out of the
/// folder. Errors: fileNotFound, fileUnreadable.
[[nodiscard]] core::Result<std::filesystem::path> referredFile(const std::filesystem::path& folder,
                                                               const std::string& reference);

/// What becomes of a DICOMDIR in a list of films.
enum class DirectoryFiles : std::uint8_t {
    leftOut, ///< only what it refers to is listed
    listed   ///< the DICOMDIR itself, too
};

/// The films that `path` may stand for: as listFiles, with ZIP files replaced by their members, and a
/// DICOMDIR, where it is `path` itself, by the files that it refers to: looked up whatever their case, and
/// none outside its folder. A DICOMDIR that is left out of a folder's list adds at its end what it refers to
/// and is not there yet. What is missing or cannot be opened is an error, with its path.
[[nodiscard]] std::vector<core::Result<std::filesystem::path>>
listFilms(const std::filesystem::path& path, FilmReader& reader,
          DirectoryFiles directories = DirectoryFiles::leftOut, std::stop_token stop = {});

} // namespace pleurascope::intake
