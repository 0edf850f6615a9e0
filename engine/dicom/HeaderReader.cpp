// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/HeaderReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace pleurascope::dicom {

namespace {

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

bool isProjection(std::string_view modality) {
    constexpr std::array<std::string_view, 9> projections{"CR", "DX", "MG", "PX", "IO",
                                                          "RF", "XA", "RG", "DR"};
    return std::find(projections.begin(), projections.end(), modality) != projections.end();
}

bool isTomography(std::string_view modality) {
    constexpr std::array<std::string_view, 4> tomographies{"CT", "MR", "PT", "NM"};
    return std::find(tomographies.begin(), tomographies.end(), modality) != tomographies.end();
}

/// Row and column spacing in mm, if both are there and above zero.
std::optional<PixelSpacing> spacingAt(AttributeReader& attributes, const DcmTagKey& tag) {
    const auto values = attributes.numbers(tag);
    if (values.size() < 2 || !(values[0] > 0) || !(values[1] > 0))
        return std::nullopt;
    return PixelSpacing{values[0], values[1], SpacingSource::none};
}

/// PS3.3 10.7.1.3: Pixel Spacing differs from Imager Pixel Spacing only where it was calibrated. Alone, it
/// means the detector in a projection, the patient in a tomogram, and nothing sure in anything else
/// (secondary captures).
PixelSpacing readSpacing(AttributeReader& attributes, std::string_view modality) {
    auto imager = spacingAt(attributes, DCM_ImagerPixelSpacing);
    if (!imager)
        imager = spacingAt(attributes, DCM_NominalScannedPixelSpacing);
    auto pixel = spacingAt(attributes, DCM_PixelSpacing);
    if (!pixel && !imager)
        return {};
    auto spacing = pixel ? *pixel : *imager;
    const bool isCorrected =
        pixel && imager && (pixel->row != imager->row || pixel->column != imager->column);
    if (isCorrected || (pixel && attributes.has(DCM_PixelSpacingCalibrationType)) ||
        (pixel && isTomography(modality)))
        spacing.source = SpacingSource::calibrated;
    else if (imager || isProjection(modality))
        spacing.source = SpacingSource::atDetector;
    return spacing.source == SpacingSource::none ? PixelSpacing{} : spacing;
}

std::string lateralityOf(AttributeReader& attributes) {
    const auto ofImage = attributes.code(DCM_ImageLaterality);
    return ofImage.empty() ? attributes.code(DCM_Laterality) : ofImage;
}

Instance readInstance(AttributeReader& attributes, std::string_view modality) {
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
    instance.spacing = readSpacing(attributes, modality);
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
    if (header.instance.frames > 1)
        header.assumptions.push_back("first of " + std::to_string(header.instance.frames) + " frames");
    return header;
}

} // namespace pleurascope::dicom
