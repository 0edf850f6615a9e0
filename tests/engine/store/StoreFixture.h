// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"
#include "tests/support/ServerDatabase.h"
#include "tests/support/TemporaryFolder.h"

#include <cstdlib>
#include <gtest/gtest.h>

namespace pleurascope::store {

inline StudyRecord studyRecord(const std::string& uid, const std::string& date = "2026-03-01",
                               const std::string& patientId = "DEMO-0001") {
    StudyRecord study;
    study.studyUid = uid;
    study.patientName = "DEMO^ANNA";
    study.patientId = patientId;
    study.birthDate = "1959-02-03";
    study.sex = "F";
    study.age = "067Y";
    study.date = date;
    study.time = "08:14:00";
    study.accessionNumber = "A-1";
    study.description = "Thorax PA";
    return study;
}

inline FilmRecord filmRecord(const std::string& path, const std::string& uid,
                             const std::string& digest = "d0") {
    FilmRecord film;
    film.path = path;
    film.sopInstanceUid = uid;
    film.seriesUid = "2.25.9";
    film.modality = "DX";
    film.view = "PA";
    film.description = "chest";
    film.fileSize = 5'000'000'000;
    film.modifiedNs = 1'790'000'000'123'456'789;
    film.rows = 3000;
    film.columns = 2500;
    film.contentDigest = digest;
    return film;
}

inline PredictionRecord predictionRecord(std::int64_t filmId, const std::string& hash, double probability) {
    PredictionRecord prediction;
    prediction.filmId = filmId;
    prediction.modelHash = hash;
    prediction.modelName = "Demo";
    prediction.probability = probability;
    prediction.logit = -0.1;
    prediction.threshold = 0.42;
    return prediction;
}

/// A library of its own for every test: a file, or a database where PLEURASCOPE_TEST_SERVER is set.
class StoreFixture : public ::testing::Test {
protected:
    void SetUp() override {
        if (std::getenv("PLEURASCOPE_TEST_SERVER"))
            m_server = std::make_unique<test::ServerDatabase>();
        reopen();
    }

    void reopen() {
        m_library.reset();
        auto opened = Library::open(location());
        ASSERT_TRUE(opened) << core::describe(opened.error());
        m_library = std::move(*opened);
    }
    [[nodiscard]] LibraryLocation location() const {
        return m_server ? LibraryLocation::parse(m_server->uri()).value() : LibraryLocation(file());
    }
    [[nodiscard]] std::filesystem::path file() const { return m_folder.path() / "library.sqlite"; }
    [[nodiscard]] AddResult add(const StudyRecord& study, const FilmRecord& film) {
        const auto result = m_library->addFilm(study, film);
        EXPECT_TRUE(result) << core::describe(result.error());
        return result.value_or(AddResult{});
    }
    void removeForGood(std::int64_t studyId) {
        ASSERT_EQ(m_library->binStudies(std::vector{studyId}).value(), 1);
        ASSERT_TRUE(m_library->emptyBin());
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<test::ServerDatabase> m_server; ///< outlives the library
    std::unique_ptr<Library> m_library;
};

} // namespace pleurascope::store
