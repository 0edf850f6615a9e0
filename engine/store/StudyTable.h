// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <optional>
#include <soci/soci.h>
#include <vector>

namespace pleurascope::store {

/// A row of `study AS s` while a statement fills it.
class StudyRow {
public:
    static constexpr const char* columns =
        "s.id, s.study_uid, s.patient_name, s.patient_id, s.birth_date, s.sex, s.age, s.date, s.time, "
        "s.accession_number, s.description, s.imported_at, s.patient_key, s.binned_at, s.reading_by, "
        "s.reading_since, s.demonstration";
    void bind(soci::statement& statement);
    [[nodiscard]] StudyRecord record() const;

private:
    StudyRecord m_record;
    int m_demonstration = 0;
};

/// Writes and finds studies. Throws what SOCI throws.
class StudyTable {
public:
    explicit StudyTable(soci::session& session)
        : m_session(session) {}

    /// Returns the new row's id. `keptApart`: no other film is to join it.
    std::int64_t add(const StudyRecord& study, bool keptApart);
    [[nodiscard]] StudyRecord get(std::int64_t id);
    /// The study that a film of `study` joins: same UID, patient name and patient id.
    [[nodiscard]] std::optional<std::int64_t> find(const StudyRecord& study);
    /// Studies with a film that has a file, the bin left out.
    [[nodiscard]] int count();
    /// Chooses the first film (firstFilmFirst) anew, after one came, went or changed.
    void chooseFirstFilm(std::int64_t id);

    /// False where it was there already.
    bool bin(std::int64_t id);
    /// False where it was not in the bin.
    bool restore(std::int64_t id);
    [[nodiscard]] std::vector<std::int64_t> binned();
    /// With all that hangs on it, and presentation states that no other study has.
    void remove(std::int64_t id);

    /// Somebody has it open. Empty: nobody.
    void setReader(std::int64_t id, const std::string& reader);

private:
    soci::session& m_session;
};

} // namespace pleurascope::store
