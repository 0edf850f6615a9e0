// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/FilmAdmission.h"

#include <filesystem>
#include <tuple>

namespace pleurascope::store {

namespace {

auto attributesOf(const FilmRecord& film) {
    return std::tie(film.seriesUid, film.modality, film.view, film.description, film.rows, film.columns);
}

bool sameContent(const FilmRecord& a, const FilmRecord& b) {
    return attributesOf(a) == attributesOf(b) && a.contentDigest == b.contentDigest;
}

/// Of one path: a digest says whether the content changed; without one, size and time must do.
bool unchangedOnDisk(const FilmRecord& known, const FilmRecord& film) {
    const bool sameFile = known.fileSize == film.fileSize && known.modifiedNs == film.modifiedNs;
    return sameContent(known, film) && (!film.contentDigest.empty() || sameFile);
}

bool hasFile(const FilmRecord& film) {
    std::error_code unknown;
    return !film.path.empty() && std::filesystem::exists(film.path, unknown);
}

} // namespace

AddResult FilmAdmission::admit(const StudyRecord& study, const FilmRecord& film) {
    if (const auto known = m_films.atPath(film.path))
        if (const auto result = admitAtKnownPath(*known, study, film))
            return *result;
    return admitAtNewPath(study, film);
}

std::optional<AddResult> FilmAdmission::admitAtKnownPath(const FilmRecord& known, const StudyRecord& study,
                                                         const FilmRecord& film) {
    if (known.sopInstanceUid != film.sopInstanceUid || !samePatient(known, study)) {
        m_films.takeFileAway(known.id);
        m_touched[known.studyId];
        return std::nullopt;
    }
    if (unchangedOnDisk(known, film))
        m_films.moveFile(known.id, film);
    else
        m_films.replaceContent(known.id, film);
    m_touched[known.studyId].isMet = true;
    return AddResult{AddOutcome::alreadyKnown, known.studyId, known.id};
}

AddResult FilmAdmission::admitAtNewPath(const StudyRecord& study, const FilmRecord& film) {
    bool uidIsTaken = false;
    for (const FilmRecord& known : m_films.withUid(film.sopInstanceUid)) {
        if (sameContent(known, film) && samePatient(known, study)) {
            const bool becomesCopy = !film.copiedFrom.empty() && known.copiedFrom.empty();
            if (becomesCopy || !hasFile(known))
                m_films.moveFile(known.id, film);
            m_touched[known.studyId].isMet = true;
            return {AddOutcome::alreadyKnown, known.studyId, known.id};
        }
        uidIsTaken = uidIsTaken || !known.path.empty();
    }
    return add(study, film, uidIsTaken ? AddOutcome::conflicting : AddOutcome::added);
}

AddResult FilmAdmission::add(const StudyRecord& study, FilmRecord film, AddOutcome outcome) {
    const bool keptApart = outcome == AddOutcome::conflicting;
    const auto known = keptApart ? std::nullopt : m_studies.find(study);
    film.studyId = known ? *known : m_studies.add(study, keptApart);
    const std::int64_t filmId = m_films.add(film);
    Touch& touch = m_touched[film.studyId];
    touch.isMet = true;
    touch.isNew = touch.isNew || !known;
    return {outcome, film.studyId, filmId};
}

void FilmAdmission::settle() {
    for (const auto& [study, touch] : m_touched) {
        m_studies.chooseFirstFilm(study);
        if (touch.isNew)
            continue;
        m_scores.choose(study);
        if (touch.isMet)
            m_studies.restore(study);
    }
    m_touched.clear();
}

bool FilmAdmission::samePatient(const FilmRecord& known, const StudyRecord& study) {
    const StudyRecord other = m_studies.get(known.studyId);
    return std::tie(other.studyUid, other.patientName, other.patientId) ==
           std::tie(study.studyUid, study.patientName, study.patientId);
}

} // namespace pleurascope::store
