// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/FilmRecords.h"

#include "engine/core/Files.h"
#include "engine/intake/ContentDigest.h"
#include "engine/intake/FilePlace.h"

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>

namespace pleurascope::reading {

namespace {

/// A name in the first group that has one: some files write it in their own script alone.
const std::string& shownName(const dicom::Patient& patient) {
    if (!patient.name.empty())
        return patient.name;
    return patient.ideographic.empty() ? patient.phonetic : patient.ideographic;
}

} // namespace

store::StudyRecord studyRecord(const intake::FilmHeader& header, bool demonstration) {
    store::StudyRecord study;
    study.studyUid = header.study.uid;
    study.patientName = shownName(header.patient);
    study.patientId = header.patient.id;
    study.birthDate = header.patient.birthDate;
    study.sex = header.patient.sex;
    study.age = header.study.age;
    study.date = header.study.date;
    study.time = header.study.time;
    study.accessionNumber = header.study.accessionNumber;
    study.description = header.study.description;
    study.demonstration = demonstration;
    if (header.kind != intake::FileKind::dicom && study.description.empty())
        study.description = std::filesystem::path(header.path).filename().string();
    return study;
}

core::Result<store::FilmRecord> filmRecord(const intake::FilmHeader& header) {
    struct stat info {};
    // a member of a ZIP file is as old as that
    if (::stat(intake::FilePlace::of(header.path).file.c_str(), &info) != 0)
        return tl::unexpected(core::errorFromErrno(errno, header.path, false));
    store::FilmRecord film;
    film.path = header.path;
    film.sopInstanceUid = header.instance.uid;
    film.seriesUid = header.series.uid;
    film.modality = header.series.modality;
    film.view = header.instance.viewPosition;
    film.description = header.series.description;
    film.bodyPart = header.series.bodyPart;
    film.laterality = header.instance.laterality;
    film.fileSize = info.st_size;
    film.modifiedNs = std::int64_t(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec;
    film.rows = header.instance.rows;
    film.columns = header.instance.columns;
    film.contentDigest =
        header.contentDigest.empty() ? intake::contentDigest(header.path) : header.contentDigest;
    return film;
}

store::PresentationRecord presentationRecord(const dicom::PresentationState& state, const std::string& file) {
    store::PresentationRecord record;
    record.path = file;
    record.sopInstanceUid = state.uid.empty() ? file : state.uid;
    record.studyUid = state.study.uid;
    record.label = state.label;
    record.description = state.description;
    record.creator = state.creator;
    record.madeAt = state.date + (state.time.empty() ? "" : " " + state.time);
    for (const auto& series : state.images)
        for (const auto& image : series.images)
            record.imageUids.push_back(image.uid);
    return record;
}

} // namespace pleurascope::reading
