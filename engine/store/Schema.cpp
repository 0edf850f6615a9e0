// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/Schema.h"

#include <array>

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

} // namespace

void migrate(soci::session& session, int fromVersion) {
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
    session << "PRAGMA application_id = " << applicationId;
    session << "PRAGMA user_version = " << schemaVersion;
}

} // namespace pleurascope::store
