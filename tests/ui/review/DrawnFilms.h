// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/writing/DicomWriter.h"
#include "engine/imaging/ImageFile.h"
#include "engine/store/Library.h"

#include <filesystem>
#include <string>

namespace pleurascope::test {

/// The reader that the window uses.
inline std::filesystem::path readerProgram() {
    return std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader";
}

/// A grey ramp of 300 x 400 as PNG at `file`.
inline void drawRamp(const std::filesystem::path& file) {
    std::vector<std::uint8_t> samples(300 * 400);
    for (std::size_t i = 0; i < samples.size(); ++i)
        samples[i] = std::uint8_t(i % 300 * 255 / 299);
    [[maybe_unused]] const auto written = imaging::writePng(
        file, core::PixelBuffer::fromVector(300, 400, 1, core::SampleType::u8, std::move(samples)));
}

/// A study of one patient with `films` ramps in one series, in the library; its id. `date` is YYYY-MM-DD.
inline std::int64_t addStudy(store::Library& library, const std::filesystem::path& folder,
                             const std::string& patient, const std::string& date, int films) {
    std::int64_t id = 0;
    for (int i = 0; i < films; ++i) {
        const auto file = folder / (patient + date + std::to_string(i) + ".png");
        drawRamp(file);
        store::StudyRecord study;
        study.studyUid = dicom::uidFromSeed(patient + date);
        study.patientName = patient;
        study.patientId = patient;
        study.date = date;
        store::FilmRecord film;
        film.path = file.string();
        film.sopInstanceUid = dicom::uidFromSeed(file.string());
        film.seriesUid = dicom::uidFromSeed(patient + date + "series");
        film.modality = "DX";
        film.view = "PA";
        const auto added = library.addFilm(study, film);
        id = added ? added->studyId : 0;
    }
    return id;
}

} // namespace pleurascope::test
