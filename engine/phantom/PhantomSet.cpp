// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/PhantomSet.h"

#include "engine/core/Files.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ImageFile.h"
#include "engine/phantom/ChestPhantom.h"
#include "engine/phantom/PhantomPatient.h"

#include <array>
#include <cstdio>

namespace pleurascope::phantom {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;

namespace {

constexpr int bitsStored = 12;
constexpr int whitest = (1 << bitsStored) - 1;
constexpr double filmWidthMm = 430;

Result<void> check(const PhantomSetConfig& config) {
    if (config.count < 1 || config.count > 100'000)
        return core::failure(ErrorCode::invalidArgument, "count must lie between 1 and 100000");
    if (config.size < 32 || config.size > 4096)
        return core::failure(ErrorCode::invalidArgument, "size must lie between 32 and 4096");
    if (!(config.effusionShare >= 0 && config.effusionShare <= 1))
        return core::failure(ErrorCode::invalidArgument, "effusion share must lie between 0 and 1");
    return {};
}

const char* labelOf(const PlannedFilm& film) {
    return film.effusion ? "effusion" : "nofinding";
}

/// Relative to the output folder, with '/'.
std::string pathOf(const PhantomSetConfig& config, const PlannedFilm& film) {
    std::array<char, 64> name{};
    std::snprintf(name.data(), name.size(), "phantom_%04d.%s", film.index, config.dicom ? "dcm" : "png");
    return (config.dicom ? film.patient.id : std::string(labelOf(film))) + "/" + name.data();
}

imaging::Image draw(const PhantomSetConfig& config, const PlannedFilm& film) {
    PhantomSpec spec = randomSpec(config.seed, std::uint32_t(film.index), film.effusion);
    spec.seed = film.patientSeed;
    imaging::Image image;
    image.pixels = drawChest(spec, config.size);
    image.display.bitsStored = bitsStored;
    image.display.windows.push_back({(whitest + 1) / 2.0, whitest + 1.0, imaging::VoiFunction::linear, {}});
    return image;
}

/// The same film stored the other way round (MONOCHROME1: the lowest value is white).
imaging::Image inverted(const imaging::Image& image) {
    std::vector<std::uint16_t> samples;
    for (const std::uint16_t sample : image.pixels.samples<std::uint16_t>())
        samples.push_back(std::uint16_t(whitest - sample));
    imaging::Image result = image;
    result.pixels = core::PixelBuffer::fromVector(image.pixels.width(), image.pixels.height(), 1,
                                                  core::SampleType::u16, std::move(samples));
    result.display.inverted = true;
    return result;
}

dicom::DicomFilm dicomFilm(const PhantomSetConfig& config, const PlannedFilm& planned,
                           const imaging::Image& image) {
    dicom::DicomFilm film;
    film.patient = planned.patient;
    film.study = planned.study;
    film.series.uid = dicom::uidFromSeed(planned.study.uid + " series");
    film.series.modality = "DX";
    film.series.description = "PA, drawn phantom";
    film.series.bodyPart = "CHEST";
    film.series.number = 1;
    film.instance.uid = dicom::uidFromSeed(planned.study.uid + " instance");
    film.instance.viewPosition = "PA";
    film.instance.number = 1;
    const double spacing = filmWidthMm / config.size;
    film.instance.spacing = {spacing, spacing, dicom::SpacingSource::atDetector};
    film.image = planned.index % 3 == 2 ? inverted(image) : image;
    return film;
}

Result<void> writeOne(const PhantomSetConfig& config, const PlannedFilm& planned, const fs::path& file) {
    if (const auto made = core::createFolders(file.parent_path()); !made)
        return made;
    const imaging::Image image = draw(config, planned);
    if (config.dicom)
        return dicom::writeFilm(file, dicomFilm(config, planned, image));
    return imaging::writePng(file, imaging::renderDefault(image));
}

std::string tableLine(const PhantomSetConfig& config, const PlannedFilm& film) {
    return pathOf(config, film) + "," + labelOf(film) + "," + film.patient.id + ",PA," + film.ageYears + "," +
           film.patient.sex + "\n";
}

} // namespace

Result<std::vector<fs::path>> writePhantomSet(const PhantomSetConfig& config,
                                              const core::ProgressObserver& progress, std::stop_token stop) {
    if (const auto checked = check(config); !checked)
        return core::failure(checked);
    if (const auto made = core::createFolders(config.output); !made)
        return core::failure(made);
    std::vector<fs::path> files;
    std::string table = "path,label,patient_id,view,age,sex\n";
    const auto report = [&] {
        if (progress)
            progress({files.size(), std::uint64_t(config.count), "phantoms"});
    };
    for (const PlannedFilm& film : planFilms(config)) {
        if (stop.stop_requested())
            break;
        report();
        const fs::path file = config.output / pathOf(config, film);
        if (const auto written = writeOne(config, film, file); !written)
            return core::failure(written);
        files.push_back(file);
        table += tableLine(config, film);
    }
    report();
    // Also of a set that was stopped: it names the films that are there.
    const auto written = core::writeFileAtomically(config.output / "labels.csv", std::string_view(table));
    if (!written)
        return core::failure(written);
    return files;
}

} // namespace pleurascope::phantom
