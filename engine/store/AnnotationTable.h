// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <soci/soci.h>

namespace pleurascope::store {

/// A row of `annotation AS a` while a statement fills it.
class AnnotationRow {
public:
    static constexpr const char* columns = "a.id, a.film_id, a.frame, a.uid, a.kind, a.words, a.reader, "
                                           "a.made_at, a.changed_at, a.points, a.removed";
    void bind(soci::statement& statement);
    [[nodiscard]] AnnotationRecord record() const;

private:
    AnnotationRecord m_record;
    std::string m_points;
    int m_removed = 0;
};

/// Writes and finds annotations. Throws what SOCI throws.
class AnnotationTable {
public:
    explicit AnnotationTable(soci::session& session)
        : m_session(session) {}

    /// False, and nothing done, where another film has an annotation of this uid.
    [[nodiscard]] bool put(const AnnotationRecord& annotation);
    [[nodiscard]] std::vector<AnnotationRecord> ofFilm(std::int64_t filmId);

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
