// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/AuditRecords.h"
#include "engine/store/LibraryLocation.h"
#include "engine/store/PresentationRecords.h"
#include "engine/store/Records.h"
#include "engine/store/StudyFilter.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <utility>

namespace pleurascope::store {

/// What addFilm did.
enum class AddOutcome : std::uint8_t {
    added,
    alreadyKnown, ///< same file, or a copy with the same UID and the same content attributes
    conflicting   ///< same SOP Instance UID, other content: kept apart, as a film of its own study row, and
                  ///< reported
};

struct AddResult {
    AddOutcome outcome = AddOutcome::added;
    std::int64_t studyId = 0;
    std::int64_t filmId = 0;
};

/// A film that comes in, with its study; the ids in both are filled in by the library.
struct NewFilm {
    StudyRecord study;
    FilmRecord film;
};

/// A study library: an SQLite file (WAL, synchronous FULL, foreign keys), or a PostgreSQL database that
/// several readers share; both through SOCI. Every call is a transaction of its own: what has returned
/// survives kill -9. Thread-safe: calls are serialised on one connection; other processes may have the same
/// library open. What changes something is written into the audit log in the same transaction. Errors of
/// every call: databaseFailed, databaseDamaged, diskFull; of open also databaseTooNew.
class Library {
public:
    [[nodiscard]] static core::Result<std::unique_ptr<Library>> open(const LibraryLocation& location);
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    [[nodiscard]] const LibraryLocation& location() const;
    /// Who works with it, for the audit log: a reader's name. On a server the database's role stands for it.
    void setActor(const std::string& name);
    [[nodiscard]] std::string actor() const;

    /// Adds a film with its study; the ids in the records are ignored and filled in by the library. A study
    /// is met again by its UID and the patient's name and id. A known path whose content has changed keeps
    /// its film (its scores then no longer count), unless it now shows another instance or patient: then the
    /// old film stays without a file, out of the lists. A copy of a film whose own file is gone lends its
    /// path.
    [[nodiscard]] core::Result<AddResult> addFilm(const StudyRecord& study, const FilmRecord& film);
    /// The same of many, in one transaction; in their order.
    [[nodiscard]] core::Result<std::vector<AddResult>> addFilms(std::span<const NewFilm> films);

    /// For each file the film that it is known as, unchanged since and not in the bin: copied from there or,
    /// unless `asCopies`, at its path.
    [[nodiscard]] core::Result<std::vector<KnownFilm>> knownFilms(std::span<const FileStamp> files,
                                                                  bool asCopies = false);

    /// Out of the lists and into the bin; what is there already stays as it is. How many were put there.
    [[nodiscard]] core::Result<int> binStudies(std::span<const std::int64_t> studyIds);
    [[nodiscard]] core::Result<int> restoreStudies(std::span<const std::int64_t> studyIds);
    /// Takes what is in the bin out of the library for good, and gives the copies that the library kept of it
    /// and that nothing else in it needs: for the caller to delete. Files that are not the library's own are
    /// never among them.
    [[nodiscard]] core::Result<std::vector<std::string>> emptyBin();

    /// Joins the studies of two patient ids. Errors also: invalidArgument where they are one patient already.
    [[nodiscard]] core::Result<void> mergePatients(const std::string& fromId, const std::string& intoId);
    /// Takes the merge of `patientId` into another back. Errors also: invalidArgument where there is none.
    [[nodiscard]] core::Result<void> splitPatient(const std::string& patientId);
    /// Each patient id that was merged, and the one it was merged into.
    [[nodiscard]] core::Result<std::vector<std::pair<std::string, std::string>>> mergedPatients();

    /// Ids of the studies that a filter lets through, in its order.
    [[nodiscard]] core::Result<std::vector<std::int64_t>> find(const StudyFilter& filter);
    /// The same in triage order, with the sizes of its groups.
    [[nodiscard]] core::Result<TriageList> triage(const StudyFilter& filter);
    /// How many `find` would give without a limit.
    [[nodiscard]] core::Result<int> count(const StudyFilter& filter);
    /// The rows of studies, in this order; those that are gone are left out.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> rows(std::span<const std::int64_t> studyIds,
                                                              const std::string& modelHash);
    /// A search under a name, as text that its maker understands. Replaces one of the same name.
    [[nodiscard]] core::Result<void> saveSearch(const std::string& name, const std::string& words);
    [[nodiscard]] core::Result<void> forgetSearch(const std::string& name);
    /// Name and text, by name.
    [[nodiscard]] core::Result<std::vector<std::pair<std::string, std::string>>> savedSearches();

    /// The worklist with the predictions of `modelHash` (empty: no scores), newest study first.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> worklist(const std::string& modelHash);
    [[nodiscard]] core::Result<WorklistRow> worklistRow(std::int64_t studyId, const std::string& modelHash);
    [[nodiscard]] core::Result<std::vector<FilmRecord>> filmsOf(std::int64_t studyId);
    /// Films of all studies that have a file, page by page: those with ids above `after`, in order.
    [[nodiscard]] core::Result<std::vector<FilmRecord>> filmsFrom(std::int64_t after, int limit);
    /// Of films, by id; in one transaction.
    [[nodiscard]] core::Result<void>
    noteIntegrity(std::span<const std::pair<std::int64_t, FileIntegrity>> found);
    /// SHA-256 of whole files, by film id; in one transaction.
    [[nodiscard]] core::Result<void> noteHashes(std::span<const std::pair<std::int64_t, std::string>> hashes);
    /// Studies with a verdict, the newest of each, and the score of the model that the verdict was about.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> judgedStudies();
    /// Other studies of the same (non-empty) patient id that are earlier by date and time, newest first.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> earlierStudies(std::int64_t studyId,
                                                                        const std::string& modelHash);

    /// First films of studies that have no prediction of this model yet, newest import first, at most
    /// `limit`.
    [[nodiscard]] core::Result<std::vector<FilmRecord>> filmsToScore(const std::string& modelHash, int limit);
    /// How many films filmsToScore would give without a limit.
    [[nodiscard]] core::Result<int> filmsToScoreCount(const std::string& modelHash);
    /// Errors also: invalidArgument where a number is not finite.
    [[nodiscard]] core::Result<std::int64_t> addPrediction(const PredictionRecord& prediction);
    /// `lastSeen`: the newest verdict that the reader saw, 0 for none. Errors also: changedMeanwhile, where
    /// there is another one by now: nothing is written, and the reader decides.
    [[nodiscard]] core::Result<std::int64_t> addVerdict(const VerdictRecord& verdict,
                                                        std::optional<std::int64_t> lastSeen = {});
    /// All of a study, newest first.
    [[nodiscard]] core::Result<std::vector<VerdictRecord>> verdictsOf(std::int64_t studyId);
    /// Of every model that ever scored a film, newest first, also of what its file held before.
    [[nodiscard]] core::Result<std::vector<PredictionRecord>> predictionsOf(std::int64_t filmId);
    /// Somebody has the study open; empty: nobody any more.
    [[nodiscard]] core::Result<void> setReading(std::int64_t studyId, const std::string& reader);
    /// Adds the annotation, or changes the one of its uid; makes it one of the film's content as it is now.
    /// Errors also: invalidArgument where a number is not finite or the uid is another film's.
    [[nodiscard]] core::Result<void> putAnnotation(const AnnotationRecord& annotation);
    /// Those of the film's present content that are not removed, in the order in which they were made.
    [[nodiscard]] core::Result<std::vector<AnnotationRecord>> annotationsOf(std::int64_t filmId);
    /// Adds a presentation state, or gives a known path or UID its new content; the record's id is ignored.
    [[nodiscard]] core::Result<void> putPresentation(const PresentationRecord& presentation);
    /// Presentation states that name the film's image, newest first.
    [[nodiscard]] core::Result<std::vector<PresentationRecord>> presentationsOf(std::int64_t filmId);
    [[nodiscard]] core::Result<void> setKeyImage(const KeyImage& image, bool isKey,
                                                 const std::string& reader);
    /// By film and frame.
    [[nodiscard]] core::Result<std::vector<KeyImage>> keyImagesOf(std::int64_t studyId);
    /// How many stored predictions refer to a model.
    [[nodiscard]] core::Result<int> predictionCount(const std::string& modelHash);
    [[nodiscard]] core::Result<int> studyCount();

    /// Writes into the audit log what the library does not see itself: opening, export, settings. `studyId`
    /// 0: the library as a whole. `detail` names no patient.
    [[nodiscard]] core::Result<void> note(AuditAction action, std::int64_t studyId,
                                          const std::string& detail);
    /// Lines with ids above `after`, in order.
    [[nodiscard]] core::Result<std::vector<AuditLine>> auditLines(std::int64_t after, int limit);
    /// Recomputes the whole chain.
    [[nodiscard]] core::Result<AuditReport> verifyAudit();

private:
    struct Connection;
    explicit Library(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace pleurascope::store
