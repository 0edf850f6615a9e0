// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Schema.h"

#include "engine/store/NameSound.h"
#include "engine/store/ScoreTable.h"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pleurascope::store {

namespace {

// A migration, once released, is never edited: the next one follows it.
constexpr std::array firstTables{
    R"(CREATE TABLE study (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        study_uid TEXT NOT NULL,
        patient_name TEXT NOT NULL,
        patient_id TEXT NOT NULL,
        birth_date TEXT NOT NULL,
        sex TEXT NOT NULL,
        age TEXT NOT NULL,
        date TEXT NOT NULL,
        time TEXT NOT NULL,
        accession_number TEXT NOT NULL,
        description TEXT NOT NULL,
        imported_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
        demonstration INTEGER NOT NULL,
        kept_apart INTEGER NOT NULL -- holds a conflicting copy: no other film joins it
    ))",
    "CREATE INDEX study_by_uid ON study (study_uid)",
    "CREATE INDEX study_by_patient ON study (patient_id, date, time)",
    "CREATE INDEX study_by_date ON study (date, time)",

    R"(CREATE TABLE film (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        study_id INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
        path TEXT NOT NULL, -- empty: another film has taken its place on the disk
        sop_instance_uid TEXT NOT NULL,
        series_uid TEXT NOT NULL,
        modality TEXT NOT NULL,
        view TEXT NOT NULL,
        description TEXT NOT NULL,
        file_size INTEGER NOT NULL,
        modified_ns INTEGER NOT NULL,
        pixel_rows INTEGER NOT NULL,
        pixel_columns INTEGER NOT NULL,
        content_digest TEXT NOT NULL,
        revision INTEGER NOT NULL DEFAULT 0 -- grows when the content at the path changes
    ))",
    "CREATE UNIQUE INDEX film_by_path ON film (path) WHERE path <> ''",
    "CREATE INDEX film_by_uid ON film (sop_instance_uid) WHERE sop_instance_uid <> ''",
    "CREATE INDEX film_by_study ON film (study_id)",

    R"(CREATE TABLE prediction (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        film_id INTEGER NOT NULL REFERENCES film (id) ON DELETE CASCADE,
        film_revision INTEGER NOT NULL,
        model_hash TEXT NOT NULL,
        model_name TEXT NOT NULL,
        probability REAL NOT NULL,
        logit REAL NOT NULL,
        threshold REAL NOT NULL,
        phantoms_only INTEGER NOT NULL,
        refusal TEXT NOT NULL,
        made_at TEXT NOT NULL
    ))",
    "CREATE INDEX prediction_by_film ON prediction (film_id, model_hash)",
    "CREATE INDEX prediction_by_model ON prediction (model_hash)",

    R"(CREATE TABLE verdict (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        study_id INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
        agrees INTEGER NOT NULL,
        side TEXT NOT NULL,
        size TEXT NOT NULL,
        comment TEXT NOT NULL,
        reader TEXT NOT NULL,
        model_hash TEXT NOT NULL,
        made_at TEXT NOT NULL
    ))",
    "CREATE INDEX verdict_by_study ON verdict (study_id)",
};

/// Scores from before calibration are none.
constexpr std::array calibrationOfScores{
    "ALTER TABLE prediction ADD COLUMN calibrated INTEGER NOT NULL DEFAULT 0",
};

/// What readers draw, and what films are hung by.
constexpr std::array annotationsAndHanging{
    "ALTER TABLE film ADD COLUMN body_part TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE film ADD COLUMN laterality TEXT NOT NULL DEFAULT ''",
    R"(CREATE TABLE annotation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        film_id INTEGER NOT NULL REFERENCES film (id) ON DELETE CASCADE,
        film_revision INTEGER NOT NULL, -- what was drawn on another picture is not shown on this one
        uid TEXT NOT NULL UNIQUE,
        frame INTEGER NOT NULL,
        kind TEXT NOT NULL,
        points TEXT NOT NULL, -- decimal numbers, x and y in turn
        words TEXT NOT NULL,
        reader TEXT NOT NULL,
        made_at TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        removed INTEGER NOT NULL
    ))",
    "CREATE INDEX annotation_by_film ON annotation (film_id)",
};

/// How films are to be shown, and those to come back to. A presentation state may be there before its images
/// are.
constexpr std::array presentationsAndKeys{
    R"(CREATE TABLE presentation (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        path TEXT NOT NULL UNIQUE,
        sop_instance_uid TEXT NOT NULL UNIQUE,
        study_uid TEXT NOT NULL,
        label TEXT NOT NULL,
        description TEXT NOT NULL,
        creator TEXT NOT NULL,
        made_at TEXT NOT NULL -- as the file says
    ))",
    R"(CREATE TABLE presentation_image (
        presentation_id INTEGER NOT NULL REFERENCES presentation (id) ON DELETE CASCADE,
        image_uid TEXT NOT NULL
    ))",
    "CREATE INDEX presentation_by_study ON presentation (study_uid)",
    "CREATE INDEX presentation_image_by_uid ON presentation_image (image_uid)",
    "CREATE INDEX presentation_image_by_presentation ON presentation_image (presentation_id)",
    R"(CREATE TABLE key_image (
        film_id INTEGER NOT NULL REFERENCES film (id) ON DELETE CASCADE,
        frame INTEGER NOT NULL,
        reader TEXT NOT NULL,
        marked_at TEXT NOT NULL,
        PRIMARY KEY (film_id, frame)
    ))",
};

/// What studies are found by, kept in step by triggers, and what is known of films' files.
constexpr std::array searchAndIntegrity{
    "CREATE VIRTUAL TABLE study_text USING fts5(words, tokenize = 'trigram')",
    R"(CREATE TRIGGER study_text_of_new AFTER INSERT ON study BEGIN
        INSERT INTO study_text (rowid, words) VALUES (new.id, replace(new.patient_name, '^', ' ') || char(10) ||
            new.patient_id || char(10) || new.accession_number || char(10) || new.date || char(10) ||
            new.description || char(10) || new.study_uid);
    END)",
    R"(CREATE TRIGGER study_text_of_changed AFTER UPDATE OF patient_name, patient_id, accession_number, date,
            description, study_uid ON study BEGIN
        UPDATE study_text SET words = replace(new.patient_name, '^', ' ') || char(10) ||
            new.patient_id || char(10) || new.accession_number || char(10) || new.date || char(10) ||
            new.description || char(10) || new.study_uid WHERE rowid = new.id;
    END)",
    "CREATE TRIGGER study_text_of_gone AFTER DELETE ON study BEGIN "
    "DELETE FROM study_text WHERE rowid = old.id; END",
    R"(INSERT INTO study_text (rowid, words) SELECT id, replace(patient_name, '^', ' ') || char(10) ||
        patient_id || char(10) || accession_number || char(10) || date || char(10) || description || char(10) ||
        study_uid FROM study)",
    "ALTER TABLE film ADD COLUMN integrity TEXT NOT NULL DEFAULT ''", // '', sound, changed, missing
    "ALTER TABLE film ADD COLUMN verified_at TEXT NOT NULL DEFAULT ''",
};

/// Merged patients, the bin, who is reading, names by their sound, copies that the library keeps, and the
/// audit log.
constexpr std::array departmentsLibrary{
    "ALTER TABLE study ADD COLUMN patient_key TEXT NOT NULL DEFAULT ''", // patient_id, or what it was merged
                                                                         // into
    "UPDATE study SET patient_key = patient_id",
    "CREATE INDEX study_by_patient_key ON study (patient_key, date, time)",
    "DROP INDEX study_by_patient",
    "ALTER TABLE study ADD COLUMN name_sound TEXT NOT NULL DEFAULT ''", // codes of store::nameSound
    "ALTER TABLE study ADD COLUMN binned_at TEXT NOT NULL DEFAULT ''",
    "CREATE INDEX study_by_bin ON study (binned_at) WHERE binned_at <> ''",
    "ALTER TABLE study ADD COLUMN reading_by TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE study ADD COLUMN reading_since TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE study ADD COLUMN first_film_id INTEGER NOT NULL DEFAULT 0", // 0: none has a file
    "UPDATE study SET first_film_id = COALESCE((SELECT f.id FROM film AS f WHERE f.study_id = study.id AND "
    "f.path <> '' ORDER BY f.view IN ('LL', 'RL', 'LATERAL', 'LAT', 'L'), f.id LIMIT 1), 0)",
    "DROP INDEX study_by_date",
    "CREATE INDEX study_by_date ON study (date, time, id)",
    "ALTER TABLE film ADD COLUMN content_sha256 TEXT NOT NULL DEFAULT ''", // of the whole file, once it was
                                                                           // read
    "ALTER TABLE film ADD COLUMN copied_from TEXT NOT NULL DEFAULT ''",    // of a copy that the library keeps
    "ALTER TABLE study ADD COLUMN verdict_id INTEGER NOT NULL DEFAULT 0",  // the newest one; 0: none
    "ALTER TABLE study ADD COLUMN verdict_at TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE study ADD COLUMN verdict_agrees INTEGER NOT NULL DEFAULT 0",
    "UPDATE study SET verdict_id = COALESCE((SELECT MAX(v.id) FROM verdict AS v WHERE v.study_id = "
    "study.id), 0)",
    "UPDATE study SET (verdict_at, verdict_agrees) = (SELECT v.made_at, v.agrees FROM verdict AS v WHERE "
    "v.id = "
    "study.verdict_id) WHERE verdict_id <> 0",
    "CREATE INDEX study_by_verdict ON study (verdict_id)",
    R"(CREATE TABLE study_score (
        model_hash TEXT NOT NULL,
        study_id INTEGER NOT NULL REFERENCES study (id) ON DELETE CASCADE,
        prediction_id INTEGER NOT NULL, -- the newest one of the first film as it is now
        probability REAL NOT NULL,
        is_flagged INTEGER NOT NULL,
        is_refused INTEGER NOT NULL,
        PRIMARY KEY (study_id, model_hash)
    ) WITHOUT ROWID)",
    "CREATE INDEX study_score_by_flag ON study_score (model_hash, is_flagged, probability)",
    "CREATE INDEX film_by_origin ON film (copied_from) WHERE copied_from <> ''",
    R"(CREATE TABLE patient_link (
        from_id TEXT PRIMARY KEY,
        into_id TEXT NOT NULL,
        reader TEXT NOT NULL,
        made_at TEXT NOT NULL
    ))",
    R"(CREATE TABLE saved_search (
        name TEXT PRIMARY KEY,
        words TEXT NOT NULL,
        made_at TEXT NOT NULL
    ))",
    "CREATE TABLE library_value (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    R"(CREATE TABLE audit (
        id INTEGER PRIMARY KEY,
        made_at TEXT NOT NULL,
        actor TEXT NOT NULL,
        action TEXT NOT NULL,
        subject TEXT NOT NULL, -- a keyed pseudonym
        detail TEXT NOT NULL,
        chain TEXT NOT NULL -- SHA-256 over the line before's and this line
    ))",
    "CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit BEGIN "
    "SELECT RAISE(ABORT, 'the audit log is only added to'); END",
    "CREATE TRIGGER audit_is_never_shortened BEFORE DELETE ON audit BEGIN "
    "SELECT RAISE(ABORT, 'the audit log is only added to'); END",
    "DROP TRIGGER study_text_of_new",
    "DROP TRIGGER study_text_of_changed",
    R"(CREATE TRIGGER study_text_of_new AFTER INSERT ON study BEGIN
        INSERT INTO study_text (rowid, words) VALUES (new.id, replace(new.patient_name, '^', ' ') || char(10) ||
            new.patient_id || char(10) || new.accession_number || char(10) || new.date || char(10) ||
            new.description || char(10) || new.study_uid || char(10) || new.name_sound);
    END)",
    R"(CREATE TRIGGER study_text_of_changed AFTER UPDATE OF patient_name, patient_id, accession_number, date,
            description, study_uid, name_sound ON study BEGIN
        UPDATE study_text SET words = replace(new.patient_name, '^', ' ') || char(10) ||
            new.patient_id || char(10) || new.accession_number || char(10) || new.date || char(10) ||
            new.description || char(10) || new.study_uid || char(10) || new.name_sound WHERE rowid = new.id;
    END)",
};

/// What SQL cannot say: names' sounds.
void fillNameSounds(soci::session& session) {
    std::vector<std::pair<std::int64_t, std::string>> sounds;
    std::int64_t id = 0;
    std::string name;
    soci::statement all =
        (session.prepare << "SELECT id, patient_name FROM study", soci::into(id), soci::into(name));
    all.execute();
    while (all.fetch())
        sounds.emplace_back(id, nameSound(name));
    for (const auto& [study, sound] : sounds)
        session << "UPDATE study SET name_sound = :sound WHERE id = :id", soci::use(sound), soci::use(study);
}

} // namespace

void migrateSqlite(soci::session& session, int fromVersion) {
    if (fromVersion < 1)
        for (const char* statement : firstTables)
            session << statement;
    if (fromVersion < 2)
        for (const char* statement : calibrationOfScores)
            session << statement;
    if (fromVersion < 3)
        for (const char* statement : annotationsAndHanging)
            session << statement;
    if (fromVersion < 4)
        for (const char* statement : presentationsAndKeys)
            session << statement;
    if (fromVersion < 5)
        for (const char* statement : searchAndIntegrity)
            session << statement;
    if (fromVersion < 6) {
        for (const char* statement : departmentsLibrary)
            session << statement;
        fillNameSounds(session);
        ScoreTable(session).chooseAll();
    }
    session << "PRAGMA application_id = " << applicationId;
    session << "PRAGMA user_version = " << schemaVersion;
}

} // namespace pleurascope::store
