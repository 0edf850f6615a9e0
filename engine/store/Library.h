// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/PresentationRecords.h"
#include "engine/store/Records.h"

#include <filesystem>
#include <memory>
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

/// The study library of a profile: SQLite (WAL, synchronous FULL, foreign keys) through SOCI. Every call is a
/// transaction of its own: what has returned survives kill -9. Thread-safe: calls are serialised on one
/// connection; other processes may have the same file open (busy timeout). Errors of every call:
/// databaseFailed, diskFull; of open also databaseTooNew.
class Library {
public:
    [[nodiscard]] static core::Result<std::unique_ptr<Library>> open(const std::filesystem::path& file);
    ~Library();
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;

    /// Adds a film with its study; the ids in the records are ignored and filled in by the library. A study
    /// is met again by its UID and the patient's name and id. A known path whose content has changed keeps
    /// its film (its scores then no longer count), unless it now shows another instance or patient: then the
    /// old film stays without a file, out of the lists. A copy of a film whose own file is gone lends its
    /// path.
    [[nodiscard]] core::Result<AddResult> addFilm(const StudyRecord& study, const FilmRecord& film);
    /// Takes a study with its films, predictions and verdicts out of the library (not from the disk).
    [[nodiscard]] core::Result<void> removeStudy(std::int64_t studyId);

    /// The worklist with the predictions of `modelHash` (empty: no scores), newest study first.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> worklist(const std::string& modelHash);
    [[nodiscard]] core::Result<WorklistRow> worklistRow(std::int64_t studyId, const std::string& modelHash);
    /// The rows of studies that are found by what is typed (StudySearch), newest first.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> search(const std::string& text,
                                                                const std::string& modelHash, int limit);
    [[nodiscard]] core::Result<std::vector<FilmRecord>> filmsOf(std::int64_t studyId);
    /// Films of all studies that have a file, page by page: those with ids above `after`, in order.
    [[nodiscard]] core::Result<std::vector<FilmRecord>> filmsFrom(std::int64_t after, int limit);
    /// Of films, by id; in one transaction.
    [[nodiscard]] core::Result<void>
    noteIntegrity(std::span<const std::pair<std::int64_t, FileIntegrity>> found);
    /// Studies with a verdict, the newest of each, and the score of the model that the verdict was about.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> judgedStudies();
    /// Other studies of the same (non-empty) patient id that are earlier by date and time, newest first.
    [[nodiscard]] core::Result<std::vector<WorklistRow>> earlierStudies(std::int64_t studyId,
                                                                        const std::string& modelHash);

    /// First films of studies that have no prediction of this model yet, oldest import first, at most
    /// `limit`.
    [[nodiscard]] core::Result<std::vector<FilmRecord>> filmsToScore(const std::string& modelHash, int limit);
    /// How many films filmsToScore would give without a limit.
    [[nodiscard]] core::Result<int> filmsToScoreCount(const std::string& modelHash);
    /// Errors also: invalidArgument where a number is not finite.
    [[nodiscard]] core::Result<std::int64_t> addPrediction(const PredictionRecord& prediction);
    [[nodiscard]] core::Result<std::int64_t> addVerdict(const VerdictRecord& verdict);
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

private:
    struct Connection;
    explicit Library(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> m_connection;
};

} // namespace pleurascope::store
