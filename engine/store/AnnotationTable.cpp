// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/AnnotationTable.h"

#include "engine/store/Dialect.h"
#include "engine/store/Select.h"

#include <array>
#include <charconv>

namespace pleurascope::store {

using soci::into;
using soci::use;

namespace {

/// The shortest decimal numbers that are read back to the same bits, apart by blanks.
std::string written(const std::vector<double>& numbers) {
    std::string text;
    std::array<char, 32> digits;
    for (const double number : numbers) {
        if (!text.empty())
            text += ' ';
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        text.append(digits.data(), end);
    }
    return text;
}

std::vector<double> numbersIn(const std::string& text) {
    std::vector<double> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        double number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc())
            break; // written by something else: what was readable is shown
        numbers.push_back(number);
        at = next + 1;
    }
    return numbers;
}

} // namespace

void AnnotationRow::bind(soci::statement& statement) {
    statement.exchange(into(m_record.id));
    statement.exchange(into(m_record.filmId));
    statement.exchange(into(m_record.frame));
    for (std::string* text : {&m_record.uid, &m_record.kind, &m_record.words, &m_record.reader,
                              &m_record.madeAt, &m_record.changedAt, &m_points})
        statement.exchange(into(*text));
    statement.exchange(into(m_removed));
}

AnnotationRecord AnnotationRow::record() const {
    AnnotationRecord record = m_record;
    record.points = numbersIn(m_points);
    record.removed = m_removed != 0;
    return record;
}

bool AnnotationTable::put(const AnnotationRecord& annotation) {
    const std::string points = written(annotation.points);
    const int removed = annotation.removed ? 1 : 0;
    std::int64_t id = 0;
    m_session << "INSERT INTO annotation (film_id, film_revision, uid, frame, kind, points, words, reader, "
                 "made_at, changed_at, removed) "
                 "VALUES (:film, COALESCE((SELECT revision FROM film WHERE id = :again), 0), :uid, :frame, "
                 ":kind, :points, :words, :reader, "
              << utcNow(m_session) << ", " << utcNow(m_session)
              << ", :removed) "
                 "ON CONFLICT (uid) DO UPDATE SET film_revision = excluded.film_revision, "
                 "frame = excluded.frame, kind = excluded.kind, points = excluded.points, "
                 "words = excluded.words, reader = excluded.reader, changed_at = excluded.changed_at, "
                 "removed = excluded.removed WHERE annotation.film_id = excluded.film_id RETURNING id",
        use(annotation.filmId), use(annotation.filmId), use(annotation.uid), use(annotation.frame),
        use(annotation.kind), use(points), use(annotation.words), use(annotation.reader), use(removed),
        into(id);
    return m_session.got_data();
}

std::vector<AnnotationRecord> AnnotationTable::ofFilm(std::int64_t filmId) {
    const std::string query = std::string("SELECT ") + AnnotationRow::columns +
                              " FROM annotation AS a JOIN film AS f ON f.id = a.film_id "
                              "WHERE a.film_id = :film AND a.removed = 0 AND a.film_revision = f.revision "
                              "ORDER BY a.id";
    return selectAll<AnnotationRow>(m_session, query, use(filmId));
}

} // namespace pleurascope::store
