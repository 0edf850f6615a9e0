// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/DicomWriter.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/elements/DicomDate.h"
#include "engine/dicom/writing/CommonModules.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

constexpr Code chest{"51185008", "SCT", "Chest"};                       // PS3.16 CID 4009
constexpr Code posteroAnterior{"272479007", "SCT", "postero-anterior"}; // PS3.16 CID 4010
constexpr Code anteroPosterior{"399348003", "SCT", "antero-posterior"};

/// DX Anatomy Imaged, DX Positioning, DX Detector (PS3.3 C.8.11).
void putExposure(DataSetBuilder& builder, const DicomFilm& film) {
    const auto& spacing = film.instance.spacing;
    const bool isAp = film.instance.viewPosition == "AP";
    builder.put(DCM_BodyPartExamined, EVR_CS, film.series.bodyPart.empty() ? "CHEST" : film.series.bodyPart);
    builder.putCode(DCM_AnatomicRegionSequence, chest);
    builder.put(DCM_ImageLaterality, EVR_CS,
                film.instance.laterality.empty() ? "U" : film.instance.laterality);
    builder.put(DCM_ViewPosition, EVR_CS, isAp ? "AP" : "PA");
    builder.putCode(DCM_ViewCodeSequence, isAp ? anteroPosterior : posteroAnterior);
    builder.put(DCM_PatientOrientation, EVR_CS,
                "L\\F"); // as hung: the patient's left at the right of the picture
    builder.put(DCM_PositionerType, EVR_CS, "");
    builder.put(DCM_DetectorType, EVR_CS, "");
    builder.put(DCM_ImagerPixelSpacing, EVR_DS, spacingValue(spacing));
    if (spacing.source == SpacingSource::calibrated)
        putCalibratedSpacing(builder, spacing);
    builder.putSequence(DCM_AcquisitionContextSequence);
}

/// DX Series and what of DX Image is no pixel.
void putSeries(DataSetBuilder& builder, const DicomFilm& film) {
    builder.put(DCM_PresentationIntentType, EVR_CS, "FOR PRESENTATION");
    putContentTime(builder, film.study);
    builder.put(DCM_AcquisitionDate, EVR_DA, withoutPunctuation(film.study.date));
    builder.put(DCM_AcquisitionTime, EVR_TM, withoutPunctuation(film.study.time));
}

/// DX Image, Image Pixel and VOI LUT modules. Bright tissue is dense tissue: with MONOCHROME2 high values are
/// little radiation (PS3.3 C.8.11.3.1.2).
void putImage(DataSetBuilder& builder, const imaging::Image& image) {
    const bool isInverted = image.display.inverted;
    builder.put(DCM_ImageType, EVR_CS, "ORIGINAL\\PRIMARY");
    builder.put(DCM_PixelIntensityRelationship, EVR_CS, "LOG");
    builder.putSigned(DCM_PixelIntensityRelationshipSign, isInverted ? 1 : -1);
    builder.put(DCM_RescaleIntercept, EVR_DS, "0");
    builder.put(DCM_RescaleSlope, EVR_DS, "1");
    builder.put(DCM_RescaleType, EVR_LO, "US");
    builder.put(DCM_PresentationLUTShape, EVR_CS, isInverted ? "INVERSE" : "IDENTITY");
    builder.put(DCM_LossyImageCompression, EVR_CS, "00");
    builder.put(DCM_BurnedInAnnotation, EVR_CS, "NO");
    putWindows(builder, image);
    putImagePixels(builder, image);
}

core::Result<void> check(const DicomFilm& film) {
    if (auto writable = checkWritable(film); !writable)
        return writable;
    if (!film.image.isGrey())
        return failure(ErrorCode::invalidArgument, "only grey films are written for presentation");
    if (!(film.instance.spacing.row > 0) || !(film.instance.spacing.column > 0))
        return failure(ErrorCode::invalidArgument, "the spacing at the detector must be set");
    if (film.instance.viewPosition != "PA" && film.instance.viewPosition != "AP")
        return failure(ErrorCode::invalidArgument, "the view must be PA or AP");
    return {};
}

} // namespace

core::Result<void> writeFilm(const std::filesystem::path& path, const DicomFilm& film) {
    if (auto checked = check(film); !checked)
        return core::failureIn(checked.error(), path);
    prepareDcmtk();
    DcmFileFormat file;
    DataSetBuilder builder(*file.getDataset());
    putCommonModules(builder, film, UID_DigitalXRayImageStorageForPresentation, "DX");
    putSeries(builder, film);
    putExposure(builder, film);
    putImage(builder, film.image);
    return writeDataSet(path, file, builder.condition());
}

} // namespace pleurascope::dicom
