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

/// 400 x 300, a ramp of 12 bits with a bright square off the middle.
inline dicom::DicomFilm squareFilm(const std::string& name, bool inverted) {
    dicom::DicomFilm film;
    film.patient = {"Demo^Änna", "P-17", "1950-02-03", "F"};
    film.study = {dicom::uidFromSeed("study"), "S1", "2026-01-31", "09:15:00", "A-1", "Thorax p.a.", "075Y"};
    film.series = {dicom::uidFromSeed("series"), "DX", "Chest PA", "CHEST", 1};
    film.instance.uid = dicom::uidFromSeed(name);
    film.instance.viewPosition = "PA";
    film.instance.number = 1;
    film.instance.spacing = {0.2, 0.2, dicom::SpacingSource::atDetector};
    std::vector<std::uint16_t> samples;
    for (int row = 0; row < 300; ++row)
        for (int column = 0; column < 400; ++column) {
            const bool square = row > 40 && row < 90 && column > 60 && column < 120;
            samples.push_back(std::uint16_t(square ? 4000 : 5 * column + row));
        }
    film.image.pixels = core::PixelBuffer::fromVector(400, 300, 1, core::SampleType::u16, std::move(samples));
    film.image.display.bitsStored = 12;
    film.image.display.inverted = inverted;
    film.image.display.windows = {{2000, 4000, imaging::VoiFunction::linear, "CHEST"}};
    return film;
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
