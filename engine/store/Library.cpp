// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Library.h"

#include "engine/store/FilmAdmission.h"
#include "engine/store/FilmTable.h"
#include "engine/store/LibraryConnection.h"
#include "engine/store/StudyQuery.h"
#include "engine/store/StudyTable.h"
#include "engine/store/WorklistQuery.h"

#include <map>

// Films come in and are found; LibraryReading.cpp: what is said of them; LibraryCare.cpp: what is done with
// studies as a whole.

namespace pleurascope::store {

using core::Result;
using soci::session;

Result<std::unique_ptr<Library>> Library::open(const LibraryLocation& location) {
    auto connection = std::make_unique<Connection>(location);
    if (const auto opened = connection->database.open(); !opened)
        return core::failure(opened);
    if (location.isServer()) {
        auto role = connection->database.read([](session& s) {
            std::string name;
            s << "SELECT current_user", soci::into(name);
            return name;
        });
        if (!role)
            return core::failure(role);
        connection->actor = *role;
    }
    return std::unique_ptr<Library>(new Library(std::move(connection)));
}

Library::Library(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection)) {}
Library::~Library() = default;

const LibraryLocation& Library::location() const {
    return m_connection->location;
}

void Library::setActor(const std::string& name) {
    const std::scoped_lock lock(m_connection->actorMutex);
    if (!m_connection->location.isServer())
        m_connection->actor = name;
}

std::string Library::actor() const {
    return m_connection->actorNow();
}

Result<AddResult> Library::addFilm(const StudyRecord& study, const FilmRecord& film) {
    const NewFilm one{study, film};
    auto added = addFilms(std::span(&one, 1));
    if (!added)
        return core::failure(added);
    return added->front();
}

Result<std::vector<AddResult>> Library::addFilms(std::span<const NewFilm> films) {
    return m_connection->database.write([&](session& s) {
        std::vector<AddResult> results;
        std::map<std::int64_t, std::pair<std::string, int>> came; // by study: its UID, and how many films
        FilmAdmission admission(s);
        for (const NewFilm& one : films) {
            results.push_back(admission.admit(one.study, one.film));
            if (results.back().outcome == AddOutcome::alreadyKnown)
                continue;
            auto& [uid, count] = came[results.back().studyId];
            uid = one.study.studyUid;
            ++count;
        }
        admission.settle();
        std::vector<std::pair<std::string, std::string>> lines;
        for (const auto& [study, what] : came)
            lines.emplace_back(Connection::subjectOf(study, what.first),
                               std::to_string(what.second) + " films");
        AuditTable(s).add(m_connection->actorNow(), AuditAction::imported, lines);
        return results;
    });
}

Result<std::vector<KnownFilm>> Library::knownFilms(std::span<const FileStamp> files, bool asCopies) {
    return m_connection->database.read([&](session& s) {
        std::vector<KnownFilm> known;
        for (const FileStamp& file : files)
            known.push_back(FilmTable(s).known(file, asCopies));
        return known;
    });
}

Result<std::vector<std::int64_t>> Library::find(const StudyFilter& filter) {
    return m_connection->database.read([&](session& s) { return StudyQuery(s).ids(filter); });
}

Result<TriageList> Library::triage(const StudyFilter& filter) {
    return m_connection->database.read([&](session& s) { return StudyQuery(s).triage(filter); });
}

Result<int> Library::count(const StudyFilter& filter) {
    return m_connection->database.read([&](session& s) { return StudyQuery(s).count(filter); });
}

Result<std::vector<WorklistRow>> Library::rows(std::span<const std::int64_t> studyIds,
                                               const std::string& modelHash) {
    return m_connection->database.read([&](session& s) { return WorklistQuery(s, modelHash).of(studyIds); });
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

Result<std::vector<FilmRecord>> Library::filmsFrom(std::int64_t after, int limit) {
    return m_connection->database.read([&](session& s) { return FilmTable(s).from(after, limit); });
}

Result<void> Library::noteIntegrity(std::span<const std::pair<std::int64_t, FileIntegrity>> found) {
    return m_connection->database.change([&](session& s) {
        for (const auto& [film, integrity] : found)
            FilmTable(s).noteIntegrity(film, integrity);
    });
}

Result<void> Library::noteHashes(std::span<const std::pair<std::int64_t, std::string>> hashes) {
    return m_connection->database.change([&](session& s) {
        for (const auto& [film, hash] : hashes)
            FilmTable(s).noteHash(film, hash);
    });
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

Result<int> Library::studyCount() {
    return m_connection->database.read([](session& s) { return StudyTable(s).count(); });
}

} // namespace pleurascope::store
