// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/ConfidentialityTable.h"

#include <algorithm>
#include <array>

namespace pleurascope::dicom {

namespace {

using Action = ConfidentialityAction;

// clang-format off
/// Groups up to 0018: study, patient, trial, acquisition.
constexpr auto rows = std::to_array<ConfidentialityEntry>({
    {0x00080012, Action::dummy}, // Instance Creation Date
    {0x00080013, Action::dummy}, // Instance Creation Time
    {0x00080015, Action::remove}, // Instance Coercion DateTime
    {0x00080020, Action::empty}, // Study Date
    {0x00080021, Action::dummy}, // Series Date
    {0x00080022, Action::empty}, // Acquisition Date
    {0x00080023, Action::dummy}, // Content Date
    {0x00080024, Action::remove}, // Overlay Date
    {0x00080025, Action::remove}, // Curve Date
    {0x0008002a, Action::dummy}, // Acquisition DateTime
    {0x00080030, Action::empty}, // Study Time
    {0x00080031, Action::dummy}, // Series Time
    {0x00080032, Action::empty}, // Acquisition Time
    {0x00080033, Action::dummy}, // Content Time
    {0x00080034, Action::remove}, // Overlay Time
    {0x00080035, Action::remove}, // Curve Time
    {0x00080050, Action::empty}, // Accession Number
    {0x00080054, Action::remove}, // Retrieve AE Title
    {0x00080055, Action::remove}, // Station AE Title
    {0x00080080, Action::dummy}, // Institution Name
    {0x00080081, Action::remove}, // Institution Address
    {0x00080082, Action::dummy}, // Institution Code Sequence
    {0x00080090, Action::empty}, // Referring Physician's Name
    {0x00080092, Action::remove}, // Referring Physician's Address
    {0x00080094, Action::remove}, // Referring Physician's Telephone Numbers
    {0x00080096, Action::remove}, // Referring Physician Identification Sequence
    {0x0008009c, Action::empty}, // Consulting Physician's Name
    {0x0008009d, Action::remove}, // Consulting Physician Identification Sequence
    {0x00080106, Action::dummy}, // Context Group Version
    {0x00080107, Action::dummy}, // Context Group Local Version
    {0x00080201, Action::remove}, // Timezone Offset from UTC
    {0x00081000, Action::remove}, // Network ID
    {0x00081010, Action::dummy}, // Station Name
    {0x00081030, Action::remove}, // Study Description
    {0x0008103e, Action::remove}, // Series Description
    {0x00081040, Action::remove}, // Institutional Department Name
    {0x00081041, Action::remove}, // Institutional Department Type Code Sequence
    {0x00081048, Action::remove}, // Physician(s) of Record
    {0x00081049, Action::remove}, // Physician(s) of Record Identification Sequence
    {0x00081050, Action::remove}, // Performing Physician's Name
    {0x00081052, Action::remove}, // Performing Physician Identification Sequence
    {0x00081060, Action::remove}, // Name of Physician(s) Reading Study
    {0x00081062, Action::remove}, // Physician(s) Reading Study Identification Sequence
    {0x00081070, Action::dummy}, // Operators' Name
    {0x00081072, Action::dummy}, // Operator Identification Sequence
    {0x00081080, Action::remove}, // Admitting Diagnoses Description
    {0x00081084, Action::remove}, // Admitting Diagnoses Code Sequence
    {0x00081088, Action::remove}, // Pyramid Description
    {0x00081110, Action::empty}, // Referenced Study Sequence
    {0x00081111, Action::dummy}, // Referenced Performed Procedure Step Sequence
    {0x00081120, Action::remove}, // Referenced Patient Sequence
    {0x00081140, Action::clean}, // Referenced Image Sequence
    {0x00082111, Action::remove}, // Derivation Description
    {0x00082112, Action::clean}, // Source Image Sequence
    {0x00084000, Action::remove}, // Identifying Comments
    {0x00100010, Action::pseudonym}, // Patient's Name
    {0x00100020, Action::pseudonym}, // Patient ID
    {0x00100021, Action::remove}, // Issuer of Patient ID
    {0x00100024, Action::remove}, // Issuer of Patient ID Qualifiers Sequence
    {0x00100030, Action::empty}, // Patient's Birth Date
    {0x00100032, Action::remove}, // Patient's Birth Time
    {0x00100033, Action::remove}, // Patient's Birth Date in Alternative Calendar
    {0x00100034, Action::remove}, // Patient's Death Date in Alternative Calendar
    {0x00100040, Action::empty}, // Patient's Sex
    {0x00100050, Action::remove}, // Patient's Insurance Plan Code Sequence
    {0x00100101, Action::remove}, // Patient's Primary Language Code Sequence
    {0x00100102, Action::remove}, // Patient's Primary Language Modifier Code Sequence
    {0x00101000, Action::remove}, // Other Patient IDs
    {0x00101001, Action::remove}, // Other Patient Names
    {0x00101002, Action::remove}, // Other Patient IDs Sequence
    {0x00101005, Action::remove}, // Patient's Birth Name
    {0x00101010, Action::remove}, // Patient's Age
    {0x00101020, Action::remove}, // Patient's Size
    {0x00101030, Action::remove}, // Patient's Weight
    {0x00101040, Action::remove}, // Patient's Address
    {0x00101050, Action::remove}, // Insurance Plan Identification
    {0x00101060, Action::remove}, // Patient's Mother's Birth Name
    {0x00101080, Action::remove}, // Military Rank
    {0x00101081, Action::remove}, // Branch of Service
    {0x00101090, Action::remove}, // Medical Record Locator
    {0x00101100, Action::remove}, // Referenced Patient Photo Sequence
    {0x00102000, Action::remove}, // Medical Alerts
    {0x00102110, Action::remove}, // Allergies
    {0x00102150, Action::remove}, // Country of Residence
    {0x00102152, Action::remove}, // Region of Residence
    {0x00102154, Action::remove}, // Patient's Telephone Numbers
    {0x00102155, Action::remove}, // Patient's Telecom Information
    {0x00102160, Action::remove}, // Ethnic Group
    {0x00102161, Action::remove}, // Ethnic Groups
    {0x00102180, Action::remove}, // Occupation
    {0x001021a0, Action::remove}, // Smoking Status
    {0x001021b0, Action::remove}, // Additional Patient History
    {0x001021c0, Action::remove}, // Pregnancy Status
    {0x001021d0, Action::remove}, // Last Menstrual Date
    {0x001021f0, Action::remove}, // Patient's Religious Preference
    {0x00102203, Action::empty}, // Patient's Sex Neutered
    {0x00102297, Action::remove}, // Responsible Person
    {0x00102299, Action::remove}, // Responsible Organization
    {0x00104000, Action::remove}, // Patient Comments
    {0x00120010, Action::dummy}, // Clinical Trial Sponsor Name
    {0x00120020, Action::dummy}, // Clinical Trial Protocol ID
    {0x00120021, Action::empty}, // Clinical Trial Protocol Name
    {0x00120022, Action::remove}, // Issuer of Clinical Trial Protocol ID
    {0x00120023, Action::remove}, // Other Clinical Trial Protocol IDs Sequence
    {0x00120030, Action::empty}, // Clinical Trial Site ID
    {0x00120031, Action::empty}, // Clinical Trial Site Name
    {0x00120032, Action::remove}, // Issuer of Clinical Trial Site ID
    {0x00120040, Action::dummy}, // Clinical Trial Subject ID
    {0x00120041, Action::remove}, // Issuer of Clinical Trial Subject ID
    {0x00120042, Action::dummy}, // Clinical Trial Subject Reading ID
    {0x00120043, Action::remove}, // Issuer of Clinical Trial Subject Reading ID
    {0x00120050, Action::empty}, // Clinical Trial Time Point ID
    {0x00120051, Action::remove}, // Clinical Trial Time Point Description
    {0x00120055, Action::remove}, // Issuer of Clinical Trial Time Point ID
    {0x00120060, Action::empty}, // Clinical Trial Coordinating Center Name
    {0x00120071, Action::remove}, // Clinical Trial Series ID
    {0x00120072, Action::remove}, // Clinical Trial Series Description
    {0x00120073, Action::remove}, // Issuer of Clinical Trial Series ID
    {0x00120081, Action::dummy}, // Clinical Trial Protocol Ethics Committee Name
    {0x00120082, Action::remove}, // Clinical Trial Protocol Ethics Committee Approval Number
    {0x00120086, Action::remove}, // Ethics Committee Approval Effectiveness Start Date
    {0x00120087, Action::remove}, // Ethics Committee Approval Effectiveness End Date
    {0x0014407c, Action::remove}, // Calibration Time
    {0x0014407e, Action::remove}, // Calibration Date
    {0x00180010, Action::dummy}, // Contrast/Bolus Agent
    {0x00180027, Action::remove}, // Intervention Drug Stop Time
    {0x00180035, Action::remove}, // Intervention Drug Start Time
    {0x00181000, Action::dummy}, // Device Serial Number
    {0x00181004, Action::remove}, // Plate ID
    {0x00181005, Action::remove}, // Generator ID
    {0x00181007, Action::remove}, // Cassette ID
    {0x00181008, Action::remove}, // Gantry ID
    {0x00181009, Action::remove}, // Unique Device Identifier
    {0x0018100a, Action::remove}, // UDI Sequence
    {0x00181010, Action::remove}, // Secondary Capture Device ID
    {0x00181011, Action::remove}, // Hardcopy Creation Device ID
    {0x00181012, Action::remove}, // Date of Secondary Capture
    {0x00181014, Action::remove}, // Time of Secondary Capture
    {0x00181030, Action::dummy}, // Protocol Name
    {0x00181042, Action::remove}, // Contrast Bolus Start Time
    {0x00181043, Action::remove}, // Contrast Bolus Stop Time
    {0x00181072, Action::remove}, // Radiopharmaceutical Start Time
    {0x00181073, Action::remove}, // Radiopharmaceutical Stop Time
    {0x00181078, Action::remove}, // Radiopharmaceutical Start DateTime
    {0x00181079, Action::remove}, // Radiopharmaceutical Stop DateTime
    {0x001811bb, Action::dummy}, // Acquisition Field of View Label
    {0x00181200, Action::remove}, // Date of Last Calibration
    {0x00181201, Action::remove}, // Time of Last Calibration
    {0x00181202, Action::remove}, // DateTime of Last Calibration
    {0x00181203, Action::empty}, // Calibration DateTime
    {0x00181204, Action::remove}, // Date of Manufacture
    {0x00181205, Action::remove}, // Date of Installation
    {0x00181400, Action::dummy}, // Acquisition Device Processing Description
    {0x00184000, Action::remove}, // Acquisition Comments
    {0x00185011, Action::remove}, // Transducer Identification Sequence
    {0x0018700a, Action::dummy}, // Detector ID
    {0x0018700c, Action::dummy}, // Date of Last Detector Calibration
    {0x0018700e, Action::dummy}, // Time of Last Detector Calibration
    {0x00189074, Action::dummy}, // Frame Acquisition DateTime
    {0x00189151, Action::dummy}, // Frame Reference DateTime
    {0x00189185, Action::remove}, // Respiratory Motion Compensation Technique Description
    {0x00189367, Action::dummy}, // X-Ray Source ID
    {0x00189369, Action::dummy}, // Source Start DateTime
    {0x0018936a, Action::dummy}, // Source End DateTime
    {0x00189371, Action::dummy}, // X-Ray Detector ID
    {0x00189373, Action::remove}, // X-Ray Detector Label
    {0x0018937b, Action::remove}, // Multi-energy Acquisition Description
    {0x0018937f, Action::remove}, // Decomposition Description
    {0x00189424, Action::remove}, // Acquisition Protocol Description
    {0x00189516, Action::dummy}, // Start Acquisition DateTime
    {0x00189517, Action::dummy}, // End Acquisition DateTime
    {0x00189623, Action::dummy}, // Functional Sync Pulse
    {0x00189701, Action::dummy}, // Decay Correction DateTime
    {0x00189804, Action::dummy}, // Exclusion Start DateTime
    {0x00189919, Action::dummy}, // Instruction Performed DateTime
    {0x00189937, Action::remove}, // Requested Series Description
    {0x0018a001, Action::remove}, // Contributing Equipment Sequence
    {0x0018a002, Action::remove}, // Contribution DateTime
    {0x0018a003, Action::remove}, // Contribution Description
});
// clang-format on
static_assert(std::ranges::is_sorted(rows, {}, &ConfidentialityEntry::tag));

} // namespace

std::span<const ConfidentialityEntry> studyRows() {
    return rows;
}

} // namespace pleurascope::dicom
