// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/Verification.h"

#include "engine/core/Sha256.h"
#include "engine/intake/ContentDigest.h"
#include "engine/intake/FilePlace.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace pleurascope::reading {

using store::FileIntegrity;

namespace {

constexpr int pageSize = 500; ///< films that are asked for at once

/// What a film's file is like, and its SHA-256 where that was not known.
struct Seen {
    FileIntegrity integrity = FileIntegrity::sound;
    std::string newHash;
};

/// Looks at films' files, one after another.
class FileInspector {
public:
    [[nodiscard]] Seen look(const store::FilmRecord& film) {
        const auto place = intake::FilePlace::of(film.path);
        std::error_code code;
        const auto size = std::filesystem::file_size(place.file, code);
        if (code)
            return {FileIntegrity::missing, {}};
        if (std::int64_t(size) != film.fileSize)
            return {FileIntegrity::changed, {}};
        const std::string hash = hashOf(place.file);
        if (hash.empty())
            return {FileIntegrity::missing, {}}; // it cannot be read
        if (!film.contentSha256.empty())
            return {hash == film.contentSha256 ? FileIntegrity::sound : FileIntegrity::changed, {}};
        // the first time that it is read whole: is it what came in? A reader alone could tell of a ZIP's
        // member
        if (place.member.empty() && !film.contentDigest.empty() &&
            intake::contentDigest(place.file) != film.contentDigest)
            return {FileIntegrity::changed, {}};
        return {FileIntegrity::sound, hash};
    }

private:
    /// Films of one ZIP file come one after another: it is read once.
    [[nodiscard]] const std::string& hashOf(const std::filesystem::path& file) {
        if (file != m_file) {
            m_file = file;
            m_hash = core::sha256OfFile(file).value_or(std::string());
        }
        return m_hash;
    }

    std::filesystem::path m_file;
    std::string m_hash;
};

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
    FileInspector inspector;
    std::uint64_t done = 0;
    for (std::int64_t after = 0;;) {
        auto films = library.filmsFrom(after, pageSize);
        if (!films)
            return core::failure(films);
        if (films->empty())
            return report;
        std::vector<std::pair<std::int64_t, FileIntegrity>> seen;
        std::vector<std::pair<std::int64_t, std::string>> hashes;
        for (store::FilmRecord& film : *films) {
            if (stop.stop_requested()) {
                report.outcome = core::Outcome::stopped;
                break;
            }
            Seen file = inspector.look(film);
            film.integrity = file.integrity;
            seen.emplace_back(film.id, film.integrity);
            if (!file.newHash.empty())
                hashes.emplace_back(film.id, std::move(file.newHash));
            count(report, film.integrity);
            if (film.integrity != FileIntegrity::sound)
                found(film);
            if (progress)
                progress({++done, 0, "verify"});
        }
        if (const auto noted = library.noteIntegrity(seen); !noted)
            return core::failure(noted);
        if (const auto noted = library.noteHashes(hashes); !noted)
            return core::failure(noted);
        if (report.outcome == core::Outcome::stopped)
            return report;
        after = films->back().id;
    }
}

} // namespace pleurascope::reading
