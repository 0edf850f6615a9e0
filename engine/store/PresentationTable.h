// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/PresentationRecords.h"

#include <soci/soci.h>

namespace pleurascope::store {

/// A row of `presentation AS p` while a statement fills it.
class PresentationRow {
public:
    static constexpr const char* columns =
        "p.id, p.path, p.sop_instance_uid, p.study_uid, p.label, p.description, p.creator, p.made_at";
    void bind(soci::statement& statement);
    [[nodiscard]] PresentationRecord record() const { return m_record; }

private:
    PresentationRecord m_record;
};

/// Writes and finds presentation states and key images. Throws what SOCI throws.
class PresentationTable {
public:
    explicit PresentationTable(soci::session& session)
        : m_session(session) {}

    /// A known path, or a known UID, takes the new content.
    void put(const PresentationRecord& presentation);
    /// Those that name the film's image, newest first.
    [[nodiscard]] std::vector<PresentationRecord> ofFilm(std::int64_t filmId);

    void setKey(const KeyImage& image, bool isKey, const std::string& reader);
    /// By film and frame.
    [[nodiscard]] std::vector<KeyImage> keysOfStudy(std::int64_t studyId);

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
