// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/CommonModules.h"

#include "engine/core/Files.h"
#include "engine/dicom/elements/DicomDate.h"
#include "engine/dicom/writing/FileEncoder.h"
#include "engine/imaging/GreyScale.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <array>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

/// All groups that the patient has, PS3.5 6.2.1.2.
std::string personName(const Patient& patient) {
    std::string name = patient.name;
    if (!patient.ideographic.empty() || !patient.phonetic.empty())
        name += '=' + patient.ideographic;
    if (!patient.phonetic.empty())
        name += '=' + patient.phonetic;
    return name;
}

void putIdentity(DataSetBuilder& builder, const DicomFilm& film, const char* sopClassUid) {
    builder.put(DCM_SpecificCharacterSet, EVR_CS, "ISO_IR 192");
    builder.put(DCM_SOPClassUID, EVR_UI, sopClassUid);
    builder.put(DCM_SOPInstanceUID, EVR_UI, film.instance.uid);
    builder.put(DCM_PatientName, EVR_PN, personName(film.patient));
    builder.put(DCM_PatientID, EVR_LO, film.patient.id);
    builder.put(DCM_PatientBirthDate, EVR_DA, withoutPunctuation(film.patient.birthDate));
    builder.put(DCM_PatientSex, EVR_CS, film.patient.sex);
    if (!film.study.age.empty())
        builder.put(DCM_PatientAge, EVR_AS, film.study.age);
}

/// General Study.
void putStudy(DataSetBuilder& builder, const DicomFilm& film, const std::string& modality) {
    const auto date = withoutPunctuation(film.study.date);
    const auto time = withoutPunctuation(film.study.time);
    builder.put(DCM_StudyInstanceUID, EVR_UI, film.study.uid);
    builder.put(DCM_StudyID, EVR_SH, film.study.id);
    builder.put(DCM_StudyDate, EVR_DA, date);
    builder.put(DCM_StudyTime, EVR_TM, time);
    builder.put(DCM_AccessionNumber, EVR_SH, film.study.accessionNumber);
    builder.put(DCM_ReferringPhysicianName, EVR_PN, "");
    if (!film.study.description.empty())
        builder.put(DCM_StudyDescription, EVR_LO, film.study.description);
    builder.put(DCM_Modality, EVR_CS, modality);
    builder.put(DCM_SeriesInstanceUID, EVR_UI, film.series.uid);
    builder.put(DCM_SeriesNumber, EVR_IS, std::to_string(film.series.number));
    if (!film.series.description.empty())
        builder.put(DCM_SeriesDescription, EVR_LO, film.series.description);
}

} // namespace

void putCommonModules(DataSetBuilder& builder, const DicomFilm& film, const char* sopClassUid,
                      const std::string& modality) {
    putIdentity(builder, film, sopClassUid);
    putStudy(builder, film, modality);
    builder.put(DCM_Manufacturer, EVR_LO, "PleuraScope");
    builder.put(DCM_InstanceNumber, EVR_IS, std::to_string(film.instance.number));
}

void putContentTime(DataSetBuilder& builder, const Study& study) {
    builder.put(DCM_ContentDate, EVR_DA, withoutPunctuation(study.date));
    builder.put(DCM_ContentTime, EVR_TM, withoutPunctuation(study.time));
}

std::string spacingValue(const PixelSpacing& spacing) {
    return decimalString(spacing.row) + '\\' + decimalString(spacing.column);
}

void putCalibratedSpacing(DataSetBuilder& builder, const PixelSpacing& spacing) {
    builder.put(DCM_PixelSpacing, EVR_DS, spacingValue(spacing));
    builder.put(DCM_PixelSpacingCalibrationType, EVR_CS, "GEOMETRY");
    builder.put(DCM_PixelSpacingCalibrationDescription, EVR_LO, "as in the picture's source");
}

void putWindows(DataSetBuilder& builder, const imaging::Image& image) {
    auto windows = image.display.windows;
    if (windows.empty())
        windows.push_back(imaging::automaticWindow(image));
    putWindowValues(builder, windows);
}

void putWindowValues(DataSetBuilder& builder, const std::vector<imaging::Window>& windows) {
    std::array<std::string, 3> values;
    for (const auto& window : windows) {
        const char* separator = &window == &windows.front() ? "" : "\\";
        values[0] += separator + decimalString(window.centre);
        values[1] += separator + decimalString(window.width);
        values[2] += separator + window.explanation;
    }
    builder.put(DCM_WindowCenter, EVR_DS, values[0]);
    builder.put(DCM_WindowWidth, EVR_DS, values[1]);
    if (values[2].size() >= windows.size())
        builder.put(DCM_WindowCenterWidthExplanation, EVR_LO, values[2]);
    constexpr std::array functions{"LINEAR", "LINEAR_EXACT", "SIGMOID"};
    builder.put(DCM_VOILUTFunction, EVR_CS, functions[std::size_t(windows.front().function)]);
}

void putImagePixels(DataSetBuilder& builder, const imaging::Image& image) {
    const auto& pixels = image.pixels;
    const bool isWide = pixels.type() == core::SampleType::u16;
    const auto bitsStored = Uint16(isWide ? image.display.bitsStored : 8);
    const char* grey = image.display.inverted ? "MONOCHROME1" : "MONOCHROME2";
    builder.put(DCM_SamplesPerPixel, Uint16(pixels.channels()));
    builder.put(DCM_PhotometricInterpretation, EVR_CS, image.isGrey() ? grey : "RGB");
    if (!image.isGrey())
        builder.put(DCM_PlanarConfiguration, 0);
    builder.put(DCM_Rows, Uint16(pixels.height()));
    builder.put(DCM_Columns, Uint16(pixels.width()));
    builder.put(DCM_BitsAllocated, isWide ? 16 : 8);
    builder.put(DCM_BitsStored, bitsStored);
    builder.put(DCM_HighBit, Uint16(bitsStored - 1));
    builder.put(DCM_PixelRepresentation, 0);
    builder.putPixels(pixels);
}

core::Result<void> checkWritable(const DicomFilm& film) {
    const auto& pixels = film.image.pixels;
    const auto& display = film.image.display;
    const bool isWide = pixels.type() == core::SampleType::u16;
    if (film.study.uid.empty() || film.series.uid.empty() || film.instance.uid.empty())
        return failure(ErrorCode::invalidArgument, "study, series and instance UIDs must be set");
    if (pixels.isEmpty() || (!isWide && pixels.type() != core::SampleType::u8) ||
        (isWide && !film.image.isGrey()))
        return failure(ErrorCode::invalidArgument, "only grey u8 and u16 films and RGB u8 are written");
    if (pixels.width() > 65535 || pixels.height() > 65535)
        return failure(ErrorCode::invalidArgument, "rows and columns have 16 bits");
    if (isWide && (display.bitsStored < 9 || display.bitsStored > 16))
        return failure(ErrorCode::invalidArgument, "bits stored must be 9 to 16 for u16 pixels");
    if (display.rescaleSlope != 1 || display.rescaleIntercept != 0 || display.modalityTable)
        return failure(ErrorCode::invalidArgument, "written films have no modality transform");
    return {};
}

core::Result<void> writeDataSet(const std::filesystem::path& path, DcmFileFormat& file,
                                const OFCondition& condition) {
    if (condition.bad())
        return failure(ErrorCode::invalidArgument, condition.text(), path);
    const auto bytes = encodeFile(file);
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    return core::writeFileAtomically(path, std::span<const std::byte>(*bytes));
}

} // namespace pleurascope::dicom
