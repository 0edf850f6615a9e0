// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Library.h"

#include "engine/store/AnnotationTable.h"
#include "engine/store/Database.h"
#include "engine/store/FilmAdmission.h"
#include "engine/store/FilmTable.h"
#include "engine/store/PredictionTable.h"
#include "engine/store/PresentationTable.h"
#include "engine/store/StudySearch.h"
#include "engine/store/StudyTable.h"
#include "engine/store/VerdictTable.h"
#include "engine/store/WorklistQuery.h"

#include <cmath>

namespace pleurascope::store {

using core::Result;
using soci::session;

struct Library::Connection {
    Database database;
};

Result<std::unique_ptr<Library>> Library::open(const std::filesystem::path& file) {
    try {
        Result<void> refusal;
        auto connection = std::unique_ptr<Connection>(new Connection{Database(file, refusal)});
        if (!refusal)
            return core::failure(refusal);
        return std::unique_ptr<Library>(new Library(std::move(connection)));
    } catch (const std::exception&) {
        return tl::unexpected(databaseError(file));
    }
}

Library::Library(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)) {}
Library::~Library() = default;

Result<AddResult> Library::addFilm(const StudyRecord& study, const FilmRecord& film) {
    return m_connection->database.write([&](session& s) { return FilmAdmission(s).admit(study, film); });
}

Result<void> Library::removeStudy(std::int64_t studyId) {
    return m_connection->database
        .write([&](session& s) {
            StudyTable(s).remove(studyId);
            return true;
        })
        .map([](bool) {});
}

Result<std::vector<WorklistRow>> Library::worklist(const std::string& modelHash) {
    return m_connection->database.read([&](session& s) { return WorklistQuery(s, modelHash).all(); });
}

Result<WorklistRow> Library::worklistRow(std::int64_t studyId, const std::string& modelHash) {
    auto rows =
        m_connection->database.read([&](session& s) { return WorklistQuery(s, modelHash).one(studyId); });
    if (!rows)
        return core::failure(rows);
    if (rows->empty())
        return core::failure(core::ErrorCode::invalidArgument, "no study " + std::to_string(studyId));
    return rows->front();
}

Result<std::vector<WorklistRow>> Library::search(const std::string& text, const std::string& modelHash,
                                                 int limit) {
    return m_connection->database.read(
        [&](session& s) { return WorklistQuery(s, modelHash).of(StudySearch(s).ids(text, limit)); });
}

Result<std::vector<FilmRecord>> Library::filmsFrom(std::int64_t after, int limit) {
    return m_connection->database.read([&](session& s) { return FilmTable(s).from(after, limit); });
}

Result<void> Library::noteIntegrity(std::span<const std::pair<std::int64_t, FileIntegrity>> found) {
    return m_connection->database
        .write([&](session& s) {
            for (const auto& [film, integrity] : found)
                FilmTable(s).noteIntegrity(film, integrity);
            return true;
        })
        .map([](bool) {});
}

Result<std::vector<WorklistRow>> Library::judgedStudies() {
    return m_connection->database.read([](session& s) { return WorklistQuery(s, {}).judged(); });
}

Result<std::vector<FilmRecord>> Library::filmsOf(std::int64_t studyId) {
    return m_connection->database.read([&](session& s) { return FilmTable(s).ofStudy(studyId); });
}

Result<std::vector<WorklistRow>> Library::earlierStudies(std::int64_t studyId, const std::string& modelHash) {
    return m_connection->database.read(
        [&](session& s) { return WorklistQuery(s, modelHash).earlierThan(studyId); });
}

Result<std::vector<FilmRecord>> Library::filmsToScore(const std::string& modelHash, int limit) {
    return m_connection->database.read(
        [&](session& s) { return WorklistQuery(s, modelHash).filmsWithoutScore(limit); });
}

Result<int> Library::filmsToScoreCount(const std::string& modelHash) {
    return m_connection->database.read(
        [&](session& s) { return WorklistQuery(s, modelHash).countWithoutScore(); });
}

Result<std::int64_t> Library::addPrediction(const PredictionRecord& prediction) {
    for (const double value : {prediction.probability, prediction.logit, prediction.threshold})
        if (!std::isfinite(value))
            return core::failure(core::ErrorCode::invalidArgument,
                                 "a prediction that is not a finite number");
    return m_connection->database.write([&](session& s) { return PredictionTable(s).add(prediction); });
}

Result<std::int64_t> Library::addVerdict(const VerdictRecord& verdict) {
    return m_connection->database.write([&](session& s) { return VerdictTable(s).add(verdict); });
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
    return m_connection->database
        .write([&](session& s) {
            PresentationTable(s).put(presentation);
            return true;
        })
        .map([](bool) {});
}

Result<std::vector<PresentationRecord>> Library::presentationsOf(std::int64_t filmId) {
    return m_connection->database.read([&](session& s) { return PresentationTable(s).ofFilm(filmId); });
}

Result<void> Library::setKeyImage(const KeyImage& image, bool isKey, const std::string& reader) {
    return m_connection->database
        .write([&](session& s) {
            PresentationTable(s).setKey(image, isKey, reader);
            return true;
        })
        .map([](bool) {});
}

Result<std::vector<KeyImage>> Library::keyImagesOf(std::int64_t studyId) {
    return m_connection->database.read([&](session& s) { return PresentationTable(s).keysOfStudy(studyId); });
}

Result<int> Library::predictionCount(const std::string& modelHash) {
    return m_connection->database.read([&](session& s) { return PredictionTable(s).count(modelHash); });
}

Result<int> Library::studyCount() {
    return m_connection->database.read([](session& s) { return StudyTable(s).count(); });
}

} // namespace pleurascope::store
