// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <optional>
#include <soci/soci.h>
#include <vector>

namespace pleurascope::store {

/// Which film of a study comes first, as an ORDER BY over `film AS f`: laterals after the others, then by
/// arrival. (0018,5101) LL and RL are the DICOM codes; the words are what other sources write.
inline constexpr const char* firstFilmFirst = "f.view IN ('LL', 'RL', 'LATERAL', 'LAT', 'L'), f.id";

/// A row of `film AS f` while a statement fills it.
class FilmRow {
public:
    static constexpr const char* columns =
        "f.id, f.study_id, f.path, f.sop_instance_uid, f.series_uid, "
        "f.modality, f.view, f.description, f.body_part, f.laterality, f.file_size, "
        "f.modified_ns, f.pixel_rows, f.pixel_columns, f.content_digest, f.integrity, f.verified_at, "
        "f.content_sha256, f.copied_from";
    void bind(soci::statement& statement);
    [[nodiscard]] FilmRecord record() const;

private:
    FilmRecord m_record;
    std::string m_integrity;
};

/// Writes and finds films. Throws what SOCI throws.
class FilmTable {
public:
    explicit FilmTable(soci::session& session)
        : m_session(session) {}

    /// `film.studyId` says of which study.
    std::int64_t add(const FilmRecord& film);
    [[nodiscard]] std::optional<FilmRecord> atPath(const std::string& path);
    /// The film that was copied from this file or, unless `asCopy`, lies in it, unchanged and not in the bin.
    [[nodiscard]] KnownFilm known(const FileStamp& file, bool asCopy);
    /// Every film with this (non-empty) SOP Instance UID, oldest first.
    [[nodiscard]] std::vector<FilmRecord> withUid(const std::string& sopInstanceUid);
    /// Films of a study that have a file, the first film first.
    [[nodiscard]] std::vector<FilmRecord> ofStudy(std::int64_t studyId);
    /// Films that have a file, with ids above `after`, in order.
    [[nodiscard]] std::vector<FilmRecord> from(std::int64_t after, int limit);
    /// Paths of a study's files that are copies of the library's own.
    [[nodiscard]] std::vector<std::string> copiesOf(std::int64_t studyId);
    /// What is known of its file now.
    void noteIntegrity(std::int64_t id, FileIntegrity integrity);
    /// The film's attributes and file become those of `film`; its scores no longer count.
    void replaceContent(std::int64_t id, const FilmRecord& film);
    /// Where the film's file is now, and its size and time.
    void moveFile(std::int64_t id, const FilmRecord& film);
    void noteHash(std::int64_t id, const std::string& sha256);
    /// Another film lies at its path now.
    void takeFileAway(std::int64_t id);

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
