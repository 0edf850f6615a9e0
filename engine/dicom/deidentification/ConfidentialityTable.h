// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/deidentification/ConfidentialityProfile.h"

#include <array>

namespace pleurascope::dicom {

/// A row of PS3.15 table E.1-1 (2024), column 'Basic Prof.': the tag as 0xGGGGEEEE. Of alternatives the last
/// letter counts ('X/Z/D': D), which keeps objects conformant; UIDs are told by their VR and not in here. 'Z'
/// of a patient's name and ID is done with a pseudonym, which E.1.1 allows.
struct ConfidentialityEntry {
    std::uint32_t tag;
    ConfidentialityAction action;
};

// clang-format off
/// In ascending order.
inline constexpr auto confidentialityTable = std::to_array<ConfidentialityEntry>({
    {0x00080012, ConfidentialityAction::dummy}, // Instance Creation Date
    {0x00080013, ConfidentialityAction::dummy}, // Instance Creation Time
    {0x00080015, ConfidentialityAction::remove}, // Instance Coercion DateTime
    {0x00080020, ConfidentialityAction::empty}, // Study Date
    {0x00080021, ConfidentialityAction::dummy}, // Series Date
    {0x00080022, ConfidentialityAction::empty}, // Acquisition Date
    {0x00080023, ConfidentialityAction::dummy}, // Content Date
    {0x00080024, ConfidentialityAction::remove}, // Overlay Date
    {0x00080025, ConfidentialityAction::remove}, // Curve Date
    {0x0008002a, ConfidentialityAction::dummy}, // Acquisition DateTime
    {0x00080030, ConfidentialityAction::empty}, // Study Time
    {0x00080031, ConfidentialityAction::dummy}, // Series Time
    {0x00080032, ConfidentialityAction::empty}, // Acquisition Time
    {0x00080033, ConfidentialityAction::dummy}, // Content Time
    {0x00080034, ConfidentialityAction::remove}, // Overlay Time
    {0x00080035, ConfidentialityAction::remove}, // Curve Time
    {0x00080050, ConfidentialityAction::empty}, // Accession Number
    {0x00080054, ConfidentialityAction::remove}, // Retrieve AE Title
    {0x00080055, ConfidentialityAction::remove}, // Station AE Title
    {0x00080080, ConfidentialityAction::dummy}, // Institution Name
    {0x00080081, ConfidentialityAction::remove}, // Institution Address
    {0x00080082, ConfidentialityAction::dummy}, // Institution Code Sequence
    {0x00080090, ConfidentialityAction::empty}, // Referring Physician's Name
    {0x00080092, ConfidentialityAction::remove}, // Referring Physician's Address
    {0x00080094, ConfidentialityAction::remove}, // Referring Physician's Telephone Numbers
    {0x00080096, ConfidentialityAction::remove}, // Referring Physician Identification Sequence
    {0x0008009c, ConfidentialityAction::empty}, // Consulting Physician's Name
    {0x0008009d, ConfidentialityAction::remove}, // Consulting Physician Identification Sequence
    {0x00080201, ConfidentialityAction::remove}, // Timezone Offset From UTC
    {0x00081000, ConfidentialityAction::remove}, // Network ID
    {0x00081010, ConfidentialityAction::dummy}, // Station Name
    {0x00081030, ConfidentialityAction::remove}, // Study Description
    {0x0008103e, ConfidentialityAction::remove}, // Series Description
    {0x00081040, ConfidentialityAction::remove}, // Institutional Department Name
    {0x00081041, ConfidentialityAction::remove}, // Institutional Department Type Code Sequence
    {0x00081048, ConfidentialityAction::remove}, // Physician(s) of Record
    {0x00081049, ConfidentialityAction::remove}, // Physician(s) of Record Identification Sequence
    {0x00081050, ConfidentialityAction::remove}, // Performing Physician's Name
    {0x00081052, ConfidentialityAction::remove}, // Performing Physician Identification Sequence
    {0x00081060, ConfidentialityAction::remove}, // Name of Physician(s) Reading Study
    {0x00081062, ConfidentialityAction::remove}, // Physician(s) Reading Study Identification Sequence
    {0x00081070, ConfidentialityAction::dummy}, // Operators' Name
    {0x00081072, ConfidentialityAction::dummy}, // Operator Identification Sequence
    {0x00081080, ConfidentialityAction::remove}, // Admitting Diagnoses Description
    {0x00081084, ConfidentialityAction::remove}, // Admitting Diagnoses Code Sequence
    {0x00081088, ConfidentialityAction::remove}, // Pyramid Description
    {0x00081110, ConfidentialityAction::empty}, // Referenced Study Sequence
    {0x00081111, ConfidentialityAction::dummy}, // Referenced Performed Procedure Step Sequence
    {0x00081120, ConfidentialityAction::remove}, // Referenced Patient Sequence
    {0x00081140, ConfidentialityAction::clean}, // Referenced Image Sequence
    {0x00082111, ConfidentialityAction::remove}, // Derivation Description
    {0x00082112, ConfidentialityAction::clean}, // Source Image Sequence
    {0x00084000, ConfidentialityAction::remove}, // Identifying Comments
    {0x00100010, ConfidentialityAction::pseudonym}, // Patient's Name
    {0x00100020, ConfidentialityAction::pseudonym}, // Patient ID
    {0x00100021, ConfidentialityAction::remove}, // Issuer of Patient ID
    {0x00100024, ConfidentialityAction::remove}, // Issuer of Patient ID Qualifiers Sequence
    {0x00100030, ConfidentialityAction::empty}, // Patient's Birth Date
    {0x00100032, ConfidentialityAction::remove}, // Patient's Birth Time
    {0x00100033, ConfidentialityAction::remove}, // Patient's Birth Date in Alternative Calendar
    {0x00100034, ConfidentialityAction::remove}, // Patient's Death Date in Alternative Calendar
    {0x00100040, ConfidentialityAction::empty}, // Patient's Sex
    {0x00100050, ConfidentialityAction::remove}, // Patient's Insurance Plan Code Sequence
    {0x00100101, ConfidentialityAction::remove}, // Patient's Primary Language Code Sequence
    {0x00100102, ConfidentialityAction::remove}, // Patient's Primary Language Modifier Code Sequence
    {0x00101000, ConfidentialityAction::remove}, // Other Patient IDs
    {0x00101001, ConfidentialityAction::remove}, // Other Patient Names
    {0x00101002, ConfidentialityAction::remove}, // Other Patient IDs Sequence
    {0x00101005, ConfidentialityAction::remove}, // Patient's Birth Name
    {0x00101010, ConfidentialityAction::remove}, // Patient's Age
    {0x00101020, ConfidentialityAction::remove}, // Patient's Size
    {0x00101030, ConfidentialityAction::remove}, // Patient's Weight
    {0x00101040, ConfidentialityAction::remove}, // Patient's Address
    {0x00101050, ConfidentialityAction::remove}, // Insurance Plan Identification
    {0x00101060, ConfidentialityAction::remove}, // Patient's Mother's Birth Name
    {0x00101080, ConfidentialityAction::remove}, // Military Rank
    {0x00101081, ConfidentialityAction::remove}, // Branch of Service
    {0x00101090, ConfidentialityAction::remove}, // Medical Record Locator
    {0x00101100, ConfidentialityAction::remove}, // Referenced Patient Photo Sequence
    {0x00102000, ConfidentialityAction::remove}, // Medical Alerts
    {0x00102110, ConfidentialityAction::remove}, // Allergies
    {0x00102150, ConfidentialityAction::remove}, // Country of Residence
    {0x00102152, ConfidentialityAction::remove}, // Region of Residence
    {0x00102154, ConfidentialityAction::remove}, // Patient's Telephone Numbers
    {0x00102155, ConfidentialityAction::remove}, // Patient's Telecom Information
    {0x00102160, ConfidentialityAction::remove}, // Ethnic Group
    {0x00102161, ConfidentialityAction::remove}, // Ethnic Groups
    {0x00102180, ConfidentialityAction::remove}, // Occupation
    {0x001021a0, ConfidentialityAction::remove}, // Smoking Status
    {0x001021b0, ConfidentialityAction::remove}, // Additional Patient History
    {0x001021c0, ConfidentialityAction::remove}, // Pregnancy Status
    {0x001021d0, ConfidentialityAction::remove}, // Last Menstrual Date
    {0x001021f0, ConfidentialityAction::remove}, // Patient's Religious Preference
    {0x00102203, ConfidentialityAction::empty}, // Patient's Sex Neutered
    {0x00102297, ConfidentialityAction::remove}, // Responsible Person
    {0x00102299, ConfidentialityAction::remove}, // Responsible Organization
    {0x00104000, ConfidentialityAction::remove}, // Patient Comments
    {0x00120010, ConfidentialityAction::dummy}, // Clinical Trial Sponsor Name
    {0x00120020, ConfidentialityAction::dummy}, // Clinical Trial Protocol ID
    {0x00120021, ConfidentialityAction::empty}, // Clinical Trial Protocol Name
    {0x00120030, ConfidentialityAction::empty}, // Clinical Trial Site ID
    {0x00120031, ConfidentialityAction::empty}, // Clinical Trial Site Name
    {0x00120040, ConfidentialityAction::dummy}, // Clinical Trial Subject ID
    {0x00120042, ConfidentialityAction::dummy}, // Clinical Trial Subject Reading ID
    {0x00120050, ConfidentialityAction::empty}, // Clinical Trial Time Point ID
    {0x00120051, ConfidentialityAction::remove}, // Clinical Trial Time Point Description
    {0x00120060, ConfidentialityAction::empty}, // Clinical Trial Coordinating Center Name
    {0x00120071, ConfidentialityAction::remove}, // Clinical Trial Series ID
    {0x00120072, ConfidentialityAction::remove}, // Clinical Trial Series Description
    {0x00120081, ConfidentialityAction::dummy}, // Clinical Trial Protocol Ethics Committee Name
    {0x00120082, ConfidentialityAction::remove}, // Clinical Trial Protocol Ethics Committee Approval Number
    {0x00180010, ConfidentialityAction::dummy}, // Contrast/Bolus Agent
    {0x00181000, ConfidentialityAction::dummy}, // Device Serial Number
    {0x00181004, ConfidentialityAction::remove}, // Plate ID
    {0x00181005, ConfidentialityAction::remove}, // Generator ID
    {0x00181007, ConfidentialityAction::remove}, // Cassette ID
    {0x00181008, ConfidentialityAction::remove}, // Gantry ID
    {0x00181009, ConfidentialityAction::remove}, // Unique Device Identifier
    {0x0018100a, ConfidentialityAction::remove}, // UDI Sequence
    {0x00181010, ConfidentialityAction::remove}, // Secondary Capture Device ID
    {0x00181011, ConfidentialityAction::remove}, // Hardcopy Creation Device ID
    {0x00181012, ConfidentialityAction::remove}, // Date of Secondary Capture
    {0x00181014, ConfidentialityAction::remove}, // Time of Secondary Capture
    {0x00181030, ConfidentialityAction::dummy}, // Protocol Name
    {0x00181200, ConfidentialityAction::remove}, // Date of Last Calibration
    {0x00181201, ConfidentialityAction::remove}, // Time of Last Calibration
    {0x00181400, ConfidentialityAction::dummy}, // Acquisition Device Processing Description
    {0x00184000, ConfidentialityAction::remove}, // Acquisition Comments
    {0x00185011, ConfidentialityAction::remove}, // Transducer Identification Sequence
    {0x0018700a, ConfidentialityAction::dummy}, // Detector ID
    {0x0018700c, ConfidentialityAction::dummy}, // Date of Last Detector Calibration
    {0x0018700e, ConfidentialityAction::dummy}, // Time of Last Detector Calibration
    {0x00189185, ConfidentialityAction::remove}, // Respiratory Motion Compensation Technique Description
    {0x00189367, ConfidentialityAction::dummy}, // X-Ray Source ID
    {0x00189369, ConfidentialityAction::dummy}, // Source Start DateTime
    {0x0018936a, ConfidentialityAction::dummy}, // Source End DateTime
    {0x00189371, ConfidentialityAction::dummy}, // X-Ray Detector ID
    {0x00189373, ConfidentialityAction::remove}, // X-Ray Detector Label
    {0x0018937b, ConfidentialityAction::remove}, // Multi-energy Acquisition Description
    {0x0018937f, ConfidentialityAction::remove}, // Decomposition Description
    {0x00189424, ConfidentialityAction::remove}, // Acquisition Protocol Description
    {0x0018a001, ConfidentialityAction::remove}, // Contributing Equipment Sequence
    {0x0018a002, ConfidentialityAction::remove}, // Contribution DateTime
    {0x0018a003, ConfidentialityAction::remove}, // Contribution Description
    {0x00200010, ConfidentialityAction::empty}, // Study ID
    {0x00203401, ConfidentialityAction::remove}, // Modifying Device ID
    {0x00203406, ConfidentialityAction::remove}, // Modified Image Description
    {0x00204000, ConfidentialityAction::remove}, // Image Comments
    {0x00209158, ConfidentialityAction::remove}, // Frame Comments
    {0x00284000, ConfidentialityAction::remove}, // Image Presentation Comments
    {0x00320012, ConfidentialityAction::remove}, // Study ID Issuer
    {0x00321020, ConfidentialityAction::remove}, // Scheduled Study Location
    {0x00321021, ConfidentialityAction::remove}, // Scheduled Study Location AE Title
    {0x00321030, ConfidentialityAction::remove}, // Reason for Study
    {0x00321032, ConfidentialityAction::remove}, // Requesting Physician
    {0x00321033, ConfidentialityAction::remove}, // Requesting Service
    {0x00321060, ConfidentialityAction::empty}, // Requested Procedure Description
    {0x00321066, ConfidentialityAction::remove}, // Reason for Visit
    {0x00321067, ConfidentialityAction::remove}, // Reason for Visit Code Sequence
    {0x00321070, ConfidentialityAction::remove}, // Requested Contrast Agent
    {0x00324000, ConfidentialityAction::remove}, // Study Comments
    {0x00380004, ConfidentialityAction::remove}, // Referenced Patient Alias Sequence
    {0x00380010, ConfidentialityAction::remove}, // Admission ID
    {0x00380011, ConfidentialityAction::remove}, // Issuer of Admission ID
    {0x00380014, ConfidentialityAction::remove}, // Issuer of Admission ID Sequence
    {0x0038001e, ConfidentialityAction::remove}, // Scheduled Patient Institution Residence
    {0x00380020, ConfidentialityAction::remove}, // Admitting Date
    {0x00380021, ConfidentialityAction::remove}, // Admitting Time
    {0x00380040, ConfidentialityAction::remove}, // Discharge Diagnosis Description
    {0x00380050, ConfidentialityAction::remove}, // Special Needs
    {0x00380060, ConfidentialityAction::remove}, // Service Episode ID
    {0x00380061, ConfidentialityAction::remove}, // Issuer of Service Episode ID
    {0x00380062, ConfidentialityAction::remove}, // Service Episode Description
    {0x00380064, ConfidentialityAction::remove}, // Issuer of Service Episode ID Sequence
    {0x00380300, ConfidentialityAction::remove}, // Current Patient Location
    {0x00380400, ConfidentialityAction::remove}, // Patient's Institution Residence
    {0x00380500, ConfidentialityAction::remove}, // Patient State
    {0x00384000, ConfidentialityAction::remove}, // Visit Comments
    {0x00400001, ConfidentialityAction::remove}, // Scheduled Station AE Title
    {0x00400006, ConfidentialityAction::remove}, // Scheduled Performing Physician's Name
    {0x00400007, ConfidentialityAction::remove}, // Scheduled Procedure Step Description
    {0x0040000b, ConfidentialityAction::remove}, // Scheduled Performing Physician Identification Sequence
    {0x00400010, ConfidentialityAction::remove}, // Scheduled Station Name
    {0x00400011, ConfidentialityAction::remove}, // Scheduled Procedure Step Location
    {0x00400012, ConfidentialityAction::remove}, // Pre-Medication
    {0x00400241, ConfidentialityAction::remove}, // Performed Station AE Title
    {0x00400242, ConfidentialityAction::remove}, // Performed Station Name
    {0x00400243, ConfidentialityAction::remove}, // Performed Location
    {0x00400244, ConfidentialityAction::remove}, // Performed Procedure Step Start Date
    {0x00400245, ConfidentialityAction::remove}, // Performed Procedure Step Start Time
    {0x00400250, ConfidentialityAction::remove}, // Performed Procedure Step End Date
    {0x00400251, ConfidentialityAction::remove}, // Performed Procedure Step End Time
    {0x00400253, ConfidentialityAction::remove}, // Performed Procedure Step ID
    {0x00400254, ConfidentialityAction::remove}, // Performed Procedure Step Description
    {0x00400275, ConfidentialityAction::remove}, // Request Attributes Sequence
    {0x00400280, ConfidentialityAction::remove}, // Comments on the Performed Procedure Step
    {0x00400310, ConfidentialityAction::remove}, // Comments on Radiation Dose
    {0x0040050a, ConfidentialityAction::remove}, // Specimen Accession Number
    {0x00400512, ConfidentialityAction::dummy}, // Container Identifier
    {0x00400551, ConfidentialityAction::dummy}, // Specimen Identifier
    {0x00400555, ConfidentialityAction::empty}, // Acquisition Context Sequence
    {0x00400560, ConfidentialityAction::remove}, // Specimen Description Sequence
    {0x00401001, ConfidentialityAction::remove}, // Requested Procedure ID
    {0x00401002, ConfidentialityAction::remove}, // Reason for the Requested Procedure
    {0x00401004, ConfidentialityAction::remove}, // Patient Transport Arrangements
    {0x00401005, ConfidentialityAction::remove}, // Requested Procedure Location
    {0x0040100a, ConfidentialityAction::remove}, // Reason for Requested Procedure Code Sequence
    {0x00401010, ConfidentialityAction::remove}, // Names of Intended Recipients of Results
    {0x00401011, ConfidentialityAction::remove}, // Intended Recipients of Results Identification Sequence
    {0x00401101, ConfidentialityAction::dummy}, // Person Identification Code Sequence
    {0x00401102, ConfidentialityAction::remove}, // Person's Address
    {0x00401103, ConfidentialityAction::remove}, // Person's Telephone Numbers
    {0x00401104, ConfidentialityAction::remove}, // Person's Telecom Information
    {0x00401400, ConfidentialityAction::remove}, // Requested Procedure Comments
    {0x00402001, ConfidentialityAction::remove}, // Reason for the Imaging Service Request
    {0x00402008, ConfidentialityAction::remove}, // Order Entered By
    {0x00402009, ConfidentialityAction::remove}, // Order Enterer's Location
    {0x00402010, ConfidentialityAction::remove}, // Order Callback Phone Number
    {0x00402016, ConfidentialityAction::empty}, // Placer Order Number / Imaging Service Request
    {0x00402017, ConfidentialityAction::empty}, // Filler Order Number / Imaging Service Request
    {0x00402400, ConfidentialityAction::remove}, // Imaging Service Request Comments
    {0x00403001, ConfidentialityAction::remove}, // Confidentiality Constraint on Patient Data Description
    {0x00404025, ConfidentialityAction::remove}, // Scheduled Station Name Code Sequence
    {0x00404027, ConfidentialityAction::remove}, // Scheduled Station Geographic Location Code Sequence
    {0x00404028, ConfidentialityAction::remove}, // Performed Station Name Code Sequence
    {0x00404030, ConfidentialityAction::remove}, // Performed Station Geographic Location Code Sequence
    {0x00404034, ConfidentialityAction::remove}, // Scheduled Human Performers Sequence
    {0x00404035, ConfidentialityAction::remove}, // Actual Human Performers Sequence
    {0x00404036, ConfidentialityAction::remove}, // Human Performer's Organization
    {0x00404037, ConfidentialityAction::remove}, // Human Performer's Name
    {0x0040a027, ConfidentialityAction::remove}, // Verifying Organization
    {0x0040a073, ConfidentialityAction::dummy}, // Verifying Observer Sequence
    {0x0040a075, ConfidentialityAction::dummy}, // Verifying Observer Name
    {0x0040a078, ConfidentialityAction::remove}, // Author Observer Sequence
    {0x0040a07a, ConfidentialityAction::remove}, // Participant Sequence
    {0x0040a07c, ConfidentialityAction::remove}, // Custodial Organization Sequence
    {0x0040a088, ConfidentialityAction::empty}, // Verifying Observer Identification Code Sequence
    {0x0040a123, ConfidentialityAction::dummy}, // Person Name
    {0x0040a192, ConfidentialityAction::remove}, // Observation Date (Trial)
    {0x0040a193, ConfidentialityAction::remove}, // Observation Time (Trial)
    {0x0040a307, ConfidentialityAction::remove}, // Current Observer (Trial)
    {0x0040a352, ConfidentialityAction::remove}, // Verbal Source (Trial)
    {0x0040a353, ConfidentialityAction::remove}, // Address (Trial)
    {0x0040a354, ConfidentialityAction::remove}, // Telephone Number (Trial)
    {0x0040a730, ConfidentialityAction::remove}, // Content Sequence
    {0x0050001b, ConfidentialityAction::remove}, // Container Component ID
    {0x00500020, ConfidentialityAction::remove}, // Device Description
    {0x00500021, ConfidentialityAction::remove}, // Long Device Description
    {0x00700001, ConfidentialityAction::dummy}, // Graphic Annotation Sequence
    {0x00700084, ConfidentialityAction::dummy}, // Content Creator's Name
    {0x00700086, ConfidentialityAction::remove}, // Content Creator's Identification Code Sequence
    {0x00880200, ConfidentialityAction::remove}, // Icon Image Sequence
    {0x00880904, ConfidentialityAction::remove}, // Topic Title
    {0x00880906, ConfidentialityAction::remove}, // Topic Subject
    {0x00880910, ConfidentialityAction::remove}, // Topic Author
    {0x00880912, ConfidentialityAction::remove}, // Topic Keywords
    {0x04000402, ConfidentialityAction::remove}, // Referenced Digital Signature Sequence
    {0x04000403, ConfidentialityAction::remove}, // Referenced SOP Instance MAC Sequence
    {0x04000404, ConfidentialityAction::remove}, // MAC
    {0x04000550, ConfidentialityAction::remove}, // Modified Attributes Sequence
    {0x04000551, ConfidentialityAction::remove}, // Nonconforming Modified Attributes Sequence
    {0x04000552, ConfidentialityAction::remove}, // Nonconforming Data Element Value
    {0x04000561, ConfidentialityAction::remove}, // Original Attributes Sequence
    {0x04000600, ConfidentialityAction::remove}, // Instance Origin Status
    {0x20300020, ConfidentialityAction::remove}, // Text String
    {0x22000005, ConfidentialityAction::empty}, // Barcode Value
    {0x30020002, ConfidentialityAction::dummy}, // RT Image Label
    {0x30020003, ConfidentialityAction::remove}, // RT Image Name
    {0x30020004, ConfidentialityAction::remove}, // RT Image Description
    {0xfffafffa, ConfidentialityAction::remove}, // Digital Signatures Sequence
    {0xfffcfffc, ConfidentialityAction::remove}, // Data Set Trailing Padding
});
// clang-format on

} // namespace pleurascope::dicom
