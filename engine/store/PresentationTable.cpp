// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PresentationTable.h"

#include "engine/store/Dialect.h"
#include "engine/store/Select.h"

namespace pleurascope::store {

using soci::into;
using soci::use;

namespace {

class KeyImageRow {
public:
    void bind(soci::statement& statement) {
        statement.exchange(into(m_record.filmId));
        statement.exchange(into(m_record.frame));
    }
    [[nodiscard]] KeyImage record() const { return m_record; }

private:
    KeyImage m_record;
};

} // namespace

void PresentationRow::bind(soci::statement& statement) {
    statement.exchange(into(m_record.id));
    for (std::string* text : {&m_record.path, &m_record.sopInstanceUid, &m_record.studyUid, &m_record.label,
                              &m_record.description, &m_record.creator, &m_record.madeAt})
        statement.exchange(into(*text));
}

void PresentationTable::put(const PresentationRecord& presentation) {
    m_session << "DELETE FROM presentation WHERE path = :path OR sop_instance_uid = :uid",
        use(presentation.path), use(presentation.sopInstanceUid);
    std::int64_t id = 0;
    m_session << "INSERT INTO presentation (path, sop_instance_uid, study_uid, label, description, creator, "
                 "made_at) "
                 "VALUES (:path, :uid, :study, :label, :description, :creator, :made) RETURNING id",
        use(presentation.path), use(presentation.sopInstanceUid), use(presentation.studyUid),
        use(presentation.label), use(presentation.description), use(presentation.creator),
        use(presentation.madeAt), into(id);
    for (const std::string& image : presentation.imageUids)
        m_session << "INSERT INTO presentation_image (presentation_id, image_uid) VALUES (:id, :image)",
            use(id), use(image);
}

std::vector<PresentationRecord> PresentationTable::ofFilm(std::int64_t filmId) {
    const std::string query =
        std::string("SELECT DISTINCT ") + PresentationRow::columns +
        " FROM presentation AS p JOIN presentation_image AS i ON i.presentation_id = p.id "
        "JOIN film AS f ON f.sop_instance_uid = i.image_uid "
        "WHERE f.id = :film AND i.image_uid <> '' ORDER BY p.made_at DESC, p.id DESC";
    return selectAll<PresentationRow>(m_session, query, use(filmId));
}

void PresentationTable::setKey(const KeyImage& image, bool isKey, const std::string& reader) {
    if (isKey)
        m_session
            << "INSERT INTO key_image (film_id, frame, reader, marked_at) VALUES (:film, :frame, :reader, "
            << utcNow(m_session) << ") ON CONFLICT (film_id, frame) DO NOTHING",
            use(image.filmId), use(image.frame), use(reader);
    else
        m_session << "DELETE FROM key_image WHERE film_id = :film AND frame = :frame", use(image.filmId),
            use(image.frame);
}

std::vector<KeyImage> PresentationTable::keysOfStudy(std::int64_t studyId) {
    return selectAll<KeyImageRow>(
        m_session,
        "SELECT k.film_id, k.frame FROM key_image AS k JOIN film AS f ON f.id = k.film_id "
        "WHERE f.study_id = :study ORDER BY k.film_id, k.frame",
        use(studyId));
}

} // namespace pleurascope::store
