// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// A file that a DICOMDIR refers to, with what the records above it say (PS3.3 F.5). Text is UTF-8.
struct DirectoryEntry {
    std::string file; ///< relative to the DICOMDIR's folder, '/' between components; never leads out of it
    std::string recordType; ///< "IMAGE", "SR DOCUMENT", ...
    std::string patientName;
    std::string patientId;
    std::string studyUid;
    std::string studyDate; ///< YYYY-MM-DD
    std::string studyDescription;
    std::string seriesUid;
    std::string modality;
    std::string instanceUid;
    std::string sopClassUid;
};

/// A DICOMDIR's content, in the order of its records. What files are called on the disk may differ in case.
struct DicomDirectory {
    std::string fileSetId;
    std::vector<DirectoryEntry> entries;
    std::vector<std::string> assumptions; ///< technical English: what was inferred or left out
};

/// Reads the records by their offsets, or in the file's order where these are broken; a record that comes
/// back to itself is read once. Records that announce more than the file has end with it. References that
/// would leave the folder are left out. Errors: notRecognised (no DICOMDIR), truncated, damaged,
/// limitExceeded, outOfMemory. Hostile files are expected: run it in the isolated reader.
[[nodiscard]] core::Result<DicomDirectory> readDirectory(std::span<const std::byte> bytes);

} // namespace pleurascope::dicom
