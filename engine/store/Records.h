// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pleurascope::store {

// Plain rows. The store knows neither DICOM nor pixels: whoever imports fills these. Text UTF-8; empty means
// absent.

/// What is known of a film's file beside what it was when it came in.
enum class FileIntegrity : std::uint8_t { unknown, sound, changed, missing };

/// One file that shows a film. `sopInstanceUid` is empty for PNG, JPEG and TIFF: the path then identifies it.
struct FilmRecord {
    std::int64_t id = 0;
    std::int64_t studyId = 0;
    std::string path; ///< absolute
    std::string sopInstanceUid;
    std::string seriesUid;
    std::string modality;
    std::string view;
    std::string description;
    std::string bodyPart;   ///< (0018,0015), empty for films that were imported before it was kept
    std::string laterality; ///< likewise, "L", "R" or "B"
    std::int64_t fileSize = 0;
    std::int64_t modifiedNs = 0; ///< mtime, ns since the epoch
    int rows = 0;
    int columns = 0;
    /// Equal for true copies of a film, different for films that only share its UID. Opaque: whoever imports
    /// decides what goes into it. Empty: size and time of the file stand for it.
    std::string contentDigest;
    FileIntegrity integrity = FileIntegrity::unknown; ///< set by Library::noteIntegrity
    std::string verifiedAt;                           ///< UTC ISO 8601, likewise
    std::string contentSha256; ///< of the whole file, hexadecimal; empty until it was read whole
    std::string copiedFrom;    ///< where a copy that the library keeps came from
};

/// A file on the disk, as it is known again without being read.
struct FileStamp {
    std::string path;
    std::int64_t size = 0;
    std::int64_t modifiedNs = 0;
};

/// A film that need not be read again; ids are 0 where there is none.
struct KnownFilm {
    std::int64_t filmId = 0;
    std::int64_t studyId = 0;
};

/// A study with its patient. `studyUid` is empty for images that are not DICOM: each such file is a study of
/// its own.
struct StudyRecord {
    std::int64_t id = 0;
    std::string studyUid;
    std::string patientName; ///< DICOM PN form
    std::string patientId;
    std::string birthDate;
    std::string sex;
    std::string age;
    std::string date; ///< YYYY-MM-DD
    std::string time; ///< HH:MM:SS
    std::string accessionNumber;
    std::string description;
    std::string importedAt; ///< UTC ISO 8601, set by the store
    bool demonstration = false;
    std::string patientKey; ///< what joins a patient's studies: the id, or the one it was merged into; set by
                            ///< the store
    std::string binnedAt;   ///< when it was put into the bin, UTC ISO 8601, or empty; set by the store
    std::string readingBy;  ///< who has it open, or empty; likewise
    std::string readingSince;
};

/// What one model said of one film. Never overwritten: a new one is added.
struct PredictionRecord {
    std::int64_t id = 0;
    std::int64_t filmId = 0;
    std::string modelHash;
    std::string modelName;
    double probability = 0;
    double logit = 0;
    double threshold = 0;
    bool phantomsOnly = false;
    bool calibrated = false; ///< the probability is one: the model's temperature was fitted to films
    std::string refusal; ///< why it was not scored (an error code's name); probability is then meaningless
    std::string madeAt;

    [[nodiscard]] bool isScored() const { return refusal.empty(); }
    /// The score reaches the threshold. Never so without a score.
    [[nodiscard]] bool isFlagged() const { return isScored() && probability >= threshold; }
};

enum class VerdictChoice : std::uint8_t { agree, disagree };

/// What a reader said of a study, with the score that stood there. Never overwritten: the newest counts.
struct VerdictRecord {
    std::int64_t id = 0;
    std::int64_t studyId = 0;
    VerdictChoice choice = VerdictChoice::agree;
    std::string side; ///< "", "R", "L", "B"
    std::string size; ///< "", "small", "medium", "large"
    std::string comment;
    std::string reader;
    std::string modelHash; ///< of the score that was shown, or empty
    std::string madeAt;
};

/// What a reader drew or set on one frame of a film: a measurement, an arrow, a key image, a calibration.
/// Changed in place by its uid and never deleted: `removed` hides it, so that an undo brings it back whole.
struct AnnotationRecord {
    std::int64_t id = 0;
    std::int64_t filmId = 0;
    std::string uid; ///< unique in the library; whoever makes an annotation chooses it
    int frame = 0;
    std::string kind;           ///< opaque: the window's name for it
    std::vector<double> points; ///< x and y in turn, film pixels from the outer corner of the first one
    std::string words;          ///< what was typed
    std::string reader;
    std::string madeAt;    ///< UTC ISO 8601, set by the store when the annotation is first put
    std::string changedAt; ///< likewise, each time
    bool removed = false;
};

/// A line of the worklist: a study, its first film (laterals come after the others), the newest prediction of
/// the chosen model and the newest verdict.
struct WorklistRow {
    StudyRecord study;
    FilmRecord film;
    int filmCount = 1;
    int earlierStudies = 0; ///< of the same patient id
    std::optional<PredictionRecord> prediction;
    std::optional<VerdictRecord> verdict;
};

} // namespace pleurascope::store
