// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/PatientDirections.h"

#include <array>
#include <optional>
#include <string>

namespace pleurascope::dicom {

// Plain structs of the DICOM information model (PS3.3 A.1.2). All text is UTF-8, trimmed; empty means absent.
// Dates are YYYY-MM-DD, times HH:MM:SS. UIDs and names are never used as paths or markup.

struct Patient {
    std::string name; ///< DICOM PN, "Family^Given", alphabetic group
    std::string id;
    std::string birthDate;
    std::string sex;         ///< "M", "F", "O" or empty
    std::string ideographic; ///< the name's second group, "山田^太郎"
    std::string phonetic;    ///< its third
};

struct Study {
    std::string uid;
    std::string id;
    std::string date;
    std::string time;
    std::string accessionNumber;
    std::string description;
    std::string age; ///< (0010,1010) as written, "067Y"
};

struct Series {
    std::string uid;
    std::string modality; ///< "CR", "DX", ...
    std::string description;
    std::string bodyPart;
    int number = 0;
};

/// What a spacing means (PS3.3 10.7.1.3): measured at the detector, corrected to the patient, or not known.
enum class SpacingSource { none, atDetector, calibrated };

struct PixelSpacing {
    double row = 0; ///< mm between rows (vertical)
    double column = 0;
    SpacingSource source = SpacingSource::none;
};

struct Instance {
    std::string uid;
    std::string sopClassUid;
    std::string transferSyntaxUid;
    std::string viewPosition; ///< "PA", "AP", "LL", ...
    std::string laterality;
    std::string photometricInterpretation;
    int number = 0;
    int rows = 0;
    int columns = 0;
    int frames = 1;
    int bitsAllocated = 0;
    int bitsStored = 0;
    bool isSigned = false;
    bool isLossy = false; ///< compressed with loss at some time (0028,2110), or by the syntax it comes in
    double lossyRatio =
        0; ///< original size by compressed size, all compressions (0028,2112); 0 where not said
    double frameMilliseconds = 0; ///< between frames of a moving series (0018,1063); 0 where none is said
    PixelSpacing spacing;
    PatientDirections directions; ///< of the frame that was read; of the first where only the header was
};

} // namespace pleurascope::dicom
