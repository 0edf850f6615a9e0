// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/HeaderReader.h"

#include "engine/dicom/display/DirectionReader.h"
#include "engine/dicom/display/SpacingReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <vector>

namespace pleurascope::dicom {

namespace {

constexpr double longestFrameTime = 60'000; // milliseconds; beyond it a file does not mean it

std::string sexOf(const std::string& code) {
    return code == "M" || code == "F" || code == "O" ? code : std::string();
}

Patient readPatient(AttributeReader& attributes) {
    auto name = attributes.personName(DCM_PatientName);
    Patient patient;
    patient.name = std::move(name.alphabetic);
    patient.ideographic = std::move(name.ideographic);
    patient.phonetic = std::move(name.phonetic);
    patient.id = attributes.text(DCM_PatientID);
    patient.birthDate = attributes.date(DCM_PatientBirthDate);
    patient.sex = sexOf(attributes.code(DCM_PatientSex));
    return patient;
}

Study readStudy(AttributeReader& attributes) {
    return {attributes.code(DCM_StudyInstanceUID), attributes.text(DCM_StudyID),
            attributes.date(DCM_StudyDate),        attributes.time(DCM_StudyTime),
            attributes.text(DCM_AccessionNumber),  attributes.text(DCM_StudyDescription),
            attributes.code(DCM_PatientAge)};
}

Series readSeries(AttributeReader& attributes) {
    return {attributes.code(DCM_SeriesInstanceUID), attributes.code(DCM_Modality),
            attributes.text(DCM_SeriesDescription), attributes.code(DCM_BodyPartExamined),
            attributes.integer(DCM_SeriesNumber).value_or(0)};
}

std::string lateralityOf(AttributeReader& attributes) {
    const auto ofImage = attributes.code(DCM_ImageLaterality);
    return ofImage.empty() ? attributes.code(DCM_Laterality) : ofImage;
}

/// PS3.3 C.7.6.5: Frame Time, else the mean of Frame Time Vector, whose first value is 0, else a rate.
double readFrameTime(AttributeReader& attributes) {
    const auto times = attributes.numbers(DCM_FrameTimeVector);
    std::vector<double> candidates = attributes.numbers(DCM_FrameTime);
    candidates.resize(1);
    if (times.size() > 1)
        candidates.push_back(std::accumulate(times.begin() + 1, times.end(), 0.0) / double(times.size() - 1));
    for (const auto& tag : {DCM_RecommendedDisplayFrameRate, DCM_CineRate}) {
        const auto rate = attributes.numbers(tag);
        candidates.push_back(rate.empty() || !(rate[0] > 0) ? 0 : 1000 / rate[0]);
    }
    const auto usable = std::find_if(candidates.begin(), candidates.end(),
                                     [](double time) { return time > 0 && time <= longestFrameTime; });
    return usable == candidates.end() ? 0 : *usable;
}

/// PS3.3 C.7.6.1.1.5: "01" once any step lost something; a ratio for each step.
void readLossyCompression(AttributeReader& attributes, Instance& instance) {
    instance.isLossy = attributes.code(DCM_LossyImageCompression) == "01";
    const auto ratios = attributes.numbers(DCM_LossyImageCompressionRatio);
    const double all = std::accumulate(ratios.begin(), ratios.end(), 1.0, std::multiplies<>());
    if (instance.isLossy && std::isfinite(all) && all > 1)
        instance.lossyRatio = all;
}

Instance readInstance(AttributeReader& attributes, const std::string& modality) {
    Instance instance;
    instance.uid = attributes.code(DCM_SOPInstanceUID);
    instance.sopClassUid = attributes.code(DCM_SOPClassUID);
    instance.viewPosition = attributes.code(DCM_ViewPosition);
    instance.laterality = lateralityOf(attributes);
    instance.photometricInterpretation = attributes.code(DCM_PhotometricInterpretation);
    instance.number = attributes.integer(DCM_InstanceNumber).value_or(0);
    instance.rows = attributes.integer(DCM_Rows).value_or(0);
    instance.columns = attributes.integer(DCM_Columns).value_or(0);
    instance.frames = std::max(1, attributes.integer(DCM_NumberOfFrames).value_or(1));
    instance.bitsAllocated = attributes.integer(DCM_BitsAllocated).value_or(0);
    instance.bitsStored = attributes.integer(DCM_BitsStored).value_or(0);
    instance.isSigned = attributes.integer(DCM_PixelRepresentation) == 1;
    readLossyCompression(attributes, instance);
    if (instance.frames > 1)
        instance.frameMilliseconds = readFrameTime(attributes);
    instance.spacing = readSpacing(attributes, modality);
    instance.directions = readDirections(attributes, 0);
    return instance;
}

} // namespace

DicomHeader readHeaderAttributes(AttributeReader& attributes) {
    DicomHeader header;
    header.patient = readPatient(attributes);
    header.study = readStudy(attributes);
    header.series = readSeries(attributes);
    header.instance = readInstance(attributes, header.series.modality);
    header.assumptions = attributes.characterSetNotes();
    return header;
}

} // namespace pleurascope::dicom
