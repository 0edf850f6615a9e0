// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Verification.h"

#include "engine/intake/ContentDigest.h"
#include "engine/intake/FilePlace.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace pleurascope::reading {

using store::FileIntegrity;

namespace {

constexpr int pageSize = 500; ///< films that are asked for at once

/// A member of a ZIP file is as sound as that: its own digest is told by a reader, who opens it when it is
/// shown.
FileIntegrity integrityOf(const store::FilmRecord& film) {
    const auto place = intake::FilePlace::of(film.path);
    std::error_code code;
    const auto size = std::filesystem::file_size(place.file, code);
    if (code)
        return FileIntegrity::missing;
    if (std::int64_t(size) != film.fileSize)
        return FileIntegrity::changed;
    if (place.file != film.path || film.contentDigest.empty())
        return FileIntegrity::sound;
    const std::string digest = intake::contentDigest(place.file);
    if (digest.empty())
        return FileIntegrity::missing; // it cannot be read
    return digest == film.contentDigest ? FileIntegrity::sound : FileIntegrity::changed;
}

void count(VerificationReport& report, FileIntegrity integrity) {
    switch (integrity) {
    case FileIntegrity::missing:
        ++report.missing;
        break;
    case FileIntegrity::changed:
        ++report.changed;
        break;
    default:
        ++report.sound;
    }
}

} // namespace

core::Result<VerificationReport> verifyLibrary(store::Library& library,
                                               const std::function<void(const store::FilmRecord&)>& found,
                                               const core::ProgressObserver& progress, std::stop_token stop) {
    VerificationReport report;
    std::uint64_t done = 0;
    for (std::int64_t after = 0;;) {
        auto films = library.filmsFrom(after, pageSize);
        if (!films)
            return core::failure(films);
        if (films->empty())
            return report;
        std::vector<std::pair<std::int64_t, FileIntegrity>> seen;
        for (store::FilmRecord& film : *films) {
            if (stop.stop_requested()) {
                report.outcome = core::Outcome::stopped;
                break;
            }
            film.integrity = integrityOf(film);
            seen.emplace_back(film.id, film.integrity);
            count(report, film.integrity);
            if (film.integrity != FileIntegrity::sound)
                found(film);
            if (progress)
                progress({++done, 0, "verify"});
        }
        if (const auto noted = library.noteIntegrity(seen); !noted)
            return core::failure(noted);
        if (report.outcome == core::Outcome::stopped)
            return report;
        after = films->back().id;
    }
}

} // namespace pleurascope::reading
