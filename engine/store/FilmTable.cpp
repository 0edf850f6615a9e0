// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/FilmTable.h"

#include "engine/store/Dialect.h"
#include "engine/store/Select.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace pleurascope::store {

using soci::into;
using soci::use;

namespace {

/// As FileIntegrity.
constexpr std::array<std::string_view, 4> integrityNames{"", "sound", "changed", "missing"};

std::string filmsWhere(const std::string& condition) {
    return std::string("SELECT ") + FilmRow::columns + " FROM film AS f WHERE " + condition;
}

} // namespace

void FilmRow::bind(soci::statement& statement) {
    statement.exchange(into(m_record.id));
    statement.exchange(into(m_record.studyId));
    for (std::string* text :
         {&m_record.path, &m_record.sopInstanceUid, &m_record.seriesUid, &m_record.modality, &m_record.view,
          &m_record.description, &m_record.bodyPart, &m_record.laterality})
        statement.exchange(into(*text));
    statement.exchange(into(m_record.fileSize));
    statement.exchange(into(m_record.modifiedNs));
    statement.exchange(into(m_record.rows));
    statement.exchange(into(m_record.columns));
    statement.exchange(into(m_record.contentDigest));
    statement.exchange(into(m_integrity));
    for (std::string* text : {&m_record.verifiedAt, &m_record.contentSha256, &m_record.copiedFrom})
        statement.exchange(into(*text));
}

FilmRecord FilmRow::record() const {
    FilmRecord record = m_record;
    const auto known = std::ranges::find(integrityNames, std::string_view(m_integrity));
    record.integrity = known == integrityNames.end() ? FileIntegrity::unknown
                                                     : FileIntegrity(known - integrityNames.begin());
    return record;
}

std::int64_t FilmTable::add(const FilmRecord& film) {
    std::int64_t id = 0;
    m_session
        << "INSERT INTO film (study_id, path, sop_instance_uid, series_uid, modality, view, description, "
           "body_part, laterality, file_size, modified_ns, pixel_rows, pixel_columns, content_digest, "
           "content_sha256, copied_from) "
           "VALUES (:study, :path, :uid, :series, :modality, :view, :description, :part, "
           ":laterality, :size, :modified, :rows, :columns, :digest, :hash, :origin) RETURNING id",
        use(film.studyId), use(film.path), use(film.sopInstanceUid), use(film.seriesUid), use(film.modality),
        use(film.view), use(film.description), use(film.bodyPart), use(film.laterality), use(film.fileSize),
        use(film.modifiedNs), use(film.rows), use(film.columns), use(film.contentDigest),
        use(film.contentSha256), use(film.copiedFrom), into(id);
    return id;
}

std::optional<FilmRecord> FilmTable::atPath(const std::string& path) {
    const auto found =
        selectAll<FilmRow>(m_session, filmsWhere("f.path = :path AND f.path <> ''"), use(path));
    return found.empty() ? std::nullopt : std::optional(found.front());
}

KnownFilm FilmTable::known(const FileStamp& file, bool asCopy) {
    KnownFilm found;
    for (const std::string column : {"copied_from", "path"}) {
        if (asCopy && column == "path")
            break;
        m_session << "SELECT f.id, f.study_id FROM film AS f JOIN study AS s ON s.id = f.study_id WHERE f." +
                         column + " = :path AND f." + column +
                         " <> '' AND f.path <> '' AND f.file_size = :size AND f.modified_ns = :modified AND "
                         "f.integrity NOT IN ('changed', 'missing') AND s.binned_at = ''",
            into(found.filmId), into(found.studyId), use(file.path), use(file.size), use(file.modifiedNs);
        if (m_session.got_data())
            return found;
    }
    return {};
}

std::vector<FilmRecord> FilmTable::withUid(const std::string& sopInstanceUid) {
    if (sopInstanceUid.empty())
        return {};
    return selectAll<FilmRow>(
        m_session, filmsWhere("f.sop_instance_uid = :uid AND f.sop_instance_uid <> '' ORDER BY f.id"),
        use(sopInstanceUid));
}

std::vector<FilmRecord> FilmTable::ofStudy(std::int64_t studyId) {
    return selectAll<FilmRow>(
        m_session, filmsWhere(std::string("f.study_id = :study AND f.path <> '' ORDER BY ") + firstFilmFirst),
        use(studyId));
}

std::vector<FilmRecord> FilmTable::from(std::int64_t after, int limit) {
    return selectAll<FilmRow>(m_session,
                              filmsWhere("f.id > :after AND f.path <> '' ORDER BY f.id LIMIT :limit"),
                              use(after), use(limit));
}

std::vector<std::string> FilmTable::copiesOf(std::int64_t studyId) {
    std::vector<std::string> paths;
    for (FilmRecord& film : selectAll<FilmRow>(
             m_session, filmsWhere("f.study_id = :study AND f.path <> '' AND f.copied_from <> ''"),
             use(studyId)))
        paths.push_back(std::move(film.path));
    return paths;
}

void FilmTable::noteIntegrity(std::int64_t id, FileIntegrity integrity) {
    const std::string name(integrityNames.at(std::size_t(integrity)));
    m_session << "UPDATE film SET integrity = :integrity, verified_at = " << utcNow(m_session)
              << " WHERE id = :id",
        use(name), use(id);
}

void FilmTable::noteHash(std::int64_t id, const std::string& sha256) {
    m_session << "UPDATE film SET content_sha256 = :hash WHERE id = :id", use(sha256), use(id);
}

void FilmTable::replaceContent(std::int64_t id, const FilmRecord& film) {
    m_session << "UPDATE film SET series_uid = :series, modality = :modality, view = :view, description = "
                 ":description, body_part = :part, laterality = :laterality, "
                 "pixel_rows = :rows, pixel_columns = :columns, content_digest = :digest, file_size = :size, "
                 "modified_ns = :modified, content_sha256 = '', revision = revision + 1, integrity = '' "
                 "WHERE id = :id",
        use(film.seriesUid), use(film.modality), use(film.view), use(film.description), use(film.bodyPart),
        use(film.laterality), use(film.rows), use(film.columns), use(film.contentDigest), use(film.fileSize),
        use(film.modifiedNs), use(id);
}

void FilmTable::moveFile(std::int64_t id, const FilmRecord& film) {
    m_session
        << "UPDATE film SET path = :path, file_size = :size, modified_ns = :modified, integrity = '', "
           "content_sha256 = CASE WHEN :hash = '' THEN content_sha256 ELSE :again END, copied_from = :origin "
           "WHERE id = :id",
        use(film.path), use(film.fileSize), use(film.modifiedNs), use(film.contentSha256),
        use(film.contentSha256), use(film.copiedFrom), use(id);
}

void FilmTable::takeFileAway(std::int64_t id) {
    m_session << "UPDATE film SET path = '' WHERE id = :id", use(id);
}

} // namespace pleurascope::store
