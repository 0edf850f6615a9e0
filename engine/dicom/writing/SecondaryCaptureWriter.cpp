// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/SecondaryCaptureWriter.h"

#include "engine/dicom/Codecs.h"
#include "engine/dicom/writing/CommonModules.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcuid.h>

namespace pleurascope::dicom {

namespace {

void putSpacing(DataSetBuilder& builder, const PixelSpacing& spacing) {
    if (spacing.source == SpacingSource::none || !(spacing.row > 0) || !(spacing.column > 0))
        return;
    if (spacing.source == SpacingSource::atDetector)
        builder.put(DCM_NominalScannedPixelSpacing, EVR_DS, spacingValue(spacing));
    else
        putCalibratedSpacing(builder, spacing);
}

/// SC Equipment, General Image, SC Image, VOI LUT and Image Pixel modules.
void putCapture(DataSetBuilder& builder, const DicomFilm& film) {
    builder.put(DCM_ConversionType, EVR_CS, "WSD"); // workstation
    builder.put(DCM_ImageType, EVR_CS, "DERIVED\\SECONDARY");
    builder.put(DCM_PatientOrientation, EVR_CS, "");
    putContentTime(builder, film.study);
    builder.put(DCM_LossyImageCompression, EVR_CS, "00");
    builder.put(DCM_BurnedInAnnotation, EVR_CS, "NO");
    if (!film.series.bodyPart.empty())
        builder.put(DCM_BodyPartExamined, EVR_CS, film.series.bodyPart);
    builder.put(DCM_Laterality, EVR_CS, "");
    putSpacing(builder, film.instance.spacing);
    if (film.image.isGrey())
        putWindows(builder, film.image);
    putImagePixels(builder, film.image);
}

} // namespace

core::Result<void> writeSecondaryCapture(const std::filesystem::path& path, const DicomFilm& film) {
    if (auto writable = checkWritable(film); !writable)
        return core::failureIn(writable.error(), path);
    prepareDcmtk();
    DcmFileFormat file;
    DataSetBuilder builder(*file.getDataset());
    putCommonModules(builder, film, UID_SecondaryCaptureImageStorage,
                     film.series.modality.empty() ? "OT" : film.series.modality);
    putCapture(builder, film);
    return writeDataSet(path, file, builder.condition());
}

} // namespace pleurascope::dicom
