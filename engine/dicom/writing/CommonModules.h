// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/DicomFile.h"
#include "engine/dicom/writing/DataSetBuilder.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcfilefo.h>

#include <filesystem>
#include <string>

namespace pleurascope::dicom {

/// The modules that all written images have: Patient, General Study, General Series, Equipment, SOP Common
/// (PS3.3 C.7, C.12.1). Text is UTF-8.
void putCommonModules(DataSetBuilder& builder, const DicomFilm& film, const char* sopClassUid,
                      const std::string& modality);

/// Content Date and Time, those of the study: a written file depends on its film alone.
void putContentTime(DataSetBuilder& builder, const Study& study);

/// Row and column spacing as a DS value; corrected to the patient, they are Pixel Spacing with its
/// calibration (PS3.3 10.7.1).
[[nodiscard]] std::string spacingValue(const PixelSpacing& spacing);
void putCalibratedSpacing(DataSetBuilder& builder, const PixelSpacing& spacing);

/// The windows of PS3.3 C.11.2, the automatic one where the film has none. Grey films.
void putWindows(DataSetBuilder& builder, const imaging::Image& image);

/// Window Center, Width, Explanation and the VOI LUT Function of the first; at least one.
void putWindowValues(DataSetBuilder& builder, const std::vector<imaging::Window>& windows);

/// Rows, columns, depth and samples of a film of u8 or u16, and its pixels (PS3.3 C.7.6.3). RGB is
/// interleaved.
void putImagePixels(DataSetBuilder& builder, const imaging::Image& image);

/// What every written image must have: UIDs, 1 or 3 channels of u8 or 1 of u16, at most 65535 rows and
/// columns. Errors: invalidArgument.
[[nodiscard]] core::Result<void> checkWritable(const DicomFilm& film);

/// Writes the file, or names it in the error.
[[nodiscard]] core::Result<void> writeDataSet(const std::filesystem::path& path, DcmFileFormat& file,
                                              const OFCondition& condition);

} // namespace pleurascope::dicom
