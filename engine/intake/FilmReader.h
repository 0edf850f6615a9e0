// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/intake/Film.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <stop_token>

namespace pleurascope::intake {

/// What the isolated reader may take for one file.
struct ReaderLimits {
    std::uint64_t memoryBytes = std::uint64_t(3) << 30;
    std::chrono::milliseconds wallTime{30'000};
    std::chrono::seconds processorTime{60};
};

/// Client of the isolated reader: starts `pleurascope-reader` at the first file (posix_spawn, a socketpair),
/// asks it for one file after another and takes pixels back through a sealed memfd. When the reader dies or
/// hangs, that file is refused (readerCrashed, timedOut, outOfMemory) and a new one is started for the next.
/// Thread-safe: calls from several threads wait for one another; make one FilmReader a thread where that
/// matters.
class FilmReader {
public:
    FilmReader(std::filesystem::path program, ReaderLimits limits = {});
    virtual ~FilmReader();
    FilmReader(const FilmReader&) = delete;
    FilmReader& operator=(const FilmReader&) = delete;

    /// Errors: those of dicom::readFilm and imaging::decodeImage, and readerCrashed, timedOut, outOfMemory.
    /// One frame, counted from 0.
    [[nodiscard]] virtual core::Result<Film> readFilm(const std::filesystem::path& path, int frame = 0);
    [[nodiscard]] virtual core::Result<FilmHeader> readHeader(const std::filesystem::path& path);

private:
    class Process;
    std::unique_ptr<Process> m_process;
};

/// The files that `path` stands for: itself, or every regular file below it (hidden ones left out), sorted by
/// path; links to folders are not followed. Errors: fileNotFound, fileUnreadable.
[[nodiscard]] core::Result<std::vector<std::filesystem::path>> listFiles(const std::filesystem::path& path,
                                                                         std::stop_token stop = {});

} // namespace pleurascope::intake
