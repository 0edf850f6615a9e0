// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/FilmTable.h"

#include "engine/store/Select.h"
#include "engine/store/WorklistQuery.h"

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
    statement.exchange(into(m_record.verifiedAt));
}

FilmRecord FilmRow::record() const {
    FilmRecord record = m_record;
    const auto known = std::ranges::find(integrityNames, std::string_view(m_integrity));
    record.integrity = known == integrityNames.end() ? FileIntegrity::unknown
                                                     : FileIntegrity(known - integrityNames.begin());
    return record;
}

std::int64_t FilmTable::add(const FilmRecord& film) {
    m_session
        << "INSERT INTO film (study_id, path, sop_instance_uid, series_uid, modality, view, description, "
           "body_part, laterality, file_size, modified_ns, pixel_rows, pixel_columns, content_digest) "
           "VALUES (:study, :path, :uid, :series, :modality, :view, :description, :part, "
           ":laterality, :size, :modified, :rows, :columns, :digest)",
        use(film.studyId), use(film.path), use(film.sopInstanceUid), use(film.seriesUid), use(film.modality),
        use(film.view), use(film.description), use(film.bodyPart), use(film.laterality), use(film.fileSize),
        use(film.modifiedNs), use(film.rows), use(film.columns), use(film.contentDigest);
    return lastRowId(m_session);
}

std::optional<FilmRecord> FilmTable::atPath(const std::string& path) {
    const auto found =
        selectAll<FilmRow>(m_session, filmsWhere("f.path = :path AND f.path <> ''"), use(path));
    return found.empty() ? std::nullopt : std::optional(found.front());
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

void FilmTable::noteIntegrity(std::int64_t id, FileIntegrity integrity) {
    const std::string name(integrityNames.at(std::size_t(integrity)));
    m_session
        << "UPDATE film SET integrity = :integrity, verified_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') "
           "WHERE id = :id",
        use(name), use(id);
}

void FilmTable::replaceContent(std::int64_t id, const FilmRecord& film) {
    m_session << "UPDATE film SET series_uid = :series, modality = :modality, view = :view, description = "
                 ":description, body_part = :part, laterality = :laterality, "
                 "pixel_rows = :rows, pixel_columns = :columns, content_digest = :digest, file_size = :size, "
                 "modified_ns = :modified, revision = revision + 1, integrity = '' WHERE id = :id",
        use(film.seriesUid), use(film.modality), use(film.view), use(film.description), use(film.bodyPart),
        use(film.laterality), use(film.rows), use(film.columns), use(film.contentDigest), use(film.fileSize),
        use(film.modifiedNs), use(id);
}

void FilmTable::moveFile(std::int64_t id, const FilmRecord& film) {
    m_session << "UPDATE film SET path = :path, file_size = :size, modified_ns = :modified, integrity = '' "
                 "WHERE id = :id",
        use(film.path), use(film.fileSize), use(film.modifiedNs), use(id);
}

void FilmTable::takeFileAway(std::int64_t id) {
    m_session << "UPDATE film SET path = '' WHERE id = :id", use(id);
}

} // namespace pleurascope::store
