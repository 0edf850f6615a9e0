// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/AnnotationTable.h"
#include "engine/store/LibraryConnection.h"
#include "engine/store/PredictionTable.h"
#include "engine/store/PresentationTable.h"
#include "engine/store/ScoreTable.h"
#include "engine/store/StudyTable.h"
#include "engine/store/VerdictTable.h"
#include "engine/store/WorklistQuery.h"

#include <cmath>

// What models and readers say of studies and films.

namespace pleurascope::store {

using core::Result;
using soci::session;

namespace {

/// Of a film; 0 where there is none.
std::int64_t studyOfFilm(session& s, std::int64_t filmId) {
    std::int64_t study = 0;
    s << "SELECT study_id FROM film WHERE id = :id", soci::use(filmId), soci::into(study);
    return study;
}

/// "agree", with what the reader found.
std::string auditDetail(const VerdictRecord& verdict) {
    std::string detail = verdict.choice == VerdictChoice::agree ? "agree" : "disagree";
    for (const std::string& more : {verdict.side, verdict.size})
        detail += more.empty() ? "" : " " + more;
    return detail;
}

} // namespace

Result<std::vector<WorklistRow>> Library::judgedStudies() {
    return m_connection->database.read([](session& s) { return WorklistQuery(s, {}).judged(); });
}

Result<std::int64_t> Library::addPrediction(const PredictionRecord& prediction) {
    for (const double value : {prediction.probability, prediction.logit, prediction.threshold})
        if (!std::isfinite(value))
            return core::failure(core::ErrorCode::invalidArgument,
                                 "a prediction that is not a finite number");
    return m_connection->database.write([&](session& s) {
        const std::int64_t id = PredictionTable(s).add(prediction);
        const std::int64_t study = studyOfFilm(s, prediction.filmId);
        ScoreTable(s).choose(study);
        m_connection->note(s, AuditAction::scored, study,
                           "model " + prediction.modelHash.substr(0, 12) +
                               (prediction.isScored() ? "" : " refused: " + prediction.refusal));
        return id;
    });
}

Result<std::int64_t> Library::addVerdict(const VerdictRecord& verdict, std::optional<std::int64_t> lastSeen) {
    std::optional<VerdictRecord> other;
    auto added = m_connection->database.write([&](session& s) -> std::int64_t {
        const auto before = VerdictTable(s).ofStudy(verdict.studyId);
        if (lastSeen && !before.empty() && before.front().id != *lastSeen) {
            other = before.front();
            return 0;
        }
        const std::int64_t id = VerdictTable(s).add(verdict);
        StudyTable(s).setReader(verdict.studyId, "");
        m_connection->note(s, AuditAction::verdict, verdict.studyId, auditDetail(verdict));
        return id;
    });
    if (other)
        return core::failure(core::ErrorCode::changedMeanwhile,
                             auditDetail(*other) + " by " +
                                 (other->reader.empty() ? "another reader" : other->reader) + " at " +
                                 other->madeAt);
    return added;
}

Result<std::vector<VerdictRecord>> Library::verdictsOf(std::int64_t studyId) {
    return m_connection->database.read([&](session& s) { return VerdictTable(s).ofStudy(studyId); });
}

Result<std::vector<PredictionRecord>> Library::predictionsOf(std::int64_t filmId) {
    return m_connection->database.read([&](session& s) { return PredictionTable(s).ofFilm(filmId); });
}

Result<void> Library::setReading(std::int64_t studyId, const std::string& reader) {
    return m_connection->database.change([&](session& s) { StudyTable(s).setReader(studyId, reader); });
}

Result<void> Library::putAnnotation(const AnnotationRecord& annotation) {
    for (const double value : annotation.points)
        if (!std::isfinite(value))
            return core::failure(core::ErrorCode::invalidArgument, "an annotation that lies nowhere");
    const auto done =
        m_connection->database.write([&](session& s) { return AnnotationTable(s).put(annotation); });
    if (!done)
        return core::failure(done);
    if (!*done)
        return core::failure(core::ErrorCode::invalidArgument,
                             "annotation " + annotation.uid + " is another film's");
    return {};
}

Result<std::vector<AnnotationRecord>> Library::annotationsOf(std::int64_t filmId) {
    return m_connection->database.read([&](session& s) { return AnnotationTable(s).ofFilm(filmId); });
}

Result<void> Library::putPresentation(const PresentationRecord& presentation) {
    return m_connection->database.change([&](session& s) { PresentationTable(s).put(presentation); });
}

Result<std::vector<PresentationRecord>> Library::presentationsOf(std::int64_t filmId) {
    return m_connection->database.read([&](session& s) { return PresentationTable(s).ofFilm(filmId); });
}

Result<void> Library::setKeyImage(const KeyImage& image, bool isKey, const std::string& reader) {
    return m_connection->database.change(
        [&](session& s) { PresentationTable(s).setKey(image, isKey, reader); });
}

Result<std::vector<KeyImage>> Library::keyImagesOf(std::int64_t studyId) {
    return m_connection->database.read([&](session& s) { return PresentationTable(s).keysOfStudy(studyId); });
}

Result<int> Library::predictionCount(const std::string& modelHash) {
    return m_connection->database.read([&](session& s) { return PredictionTable(s).count(modelHash); });
}

} // namespace pleurascope::store
