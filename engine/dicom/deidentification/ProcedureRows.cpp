// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/ConfidentialityTable.h"

#include <algorithm>
#include <array>

namespace pleurascope::dicom {

namespace {

using Action = ConfidentialityAction;

// clang-format off
/// Groups 0020 to 2200: images, procedures, reports, presentation, signatures.
constexpr auto rows = std::to_array<ConfidentialityEntry>({
    {0x00200010, Action::empty}, // Study ID
    {0x00200027, Action::remove}, // Pyramid Label
    {0x00203401, Action::remove}, // Modifying Device ID
    {0x00203403, Action::remove}, // Modified Image Date
    {0x00203405, Action::remove}, // Modified Image Time
    {0x00203406, Action::remove}, // Modified Image Description
    {0x00204000, Action::remove}, // Image Comments
    {0x00209158, Action::remove}, // Frame Comments
    {0x00284000, Action::remove}, // Image Presentation Comments
    {0x00320012, Action::remove}, // Study ID Issuer
    {0x00320032, Action::remove}, // Study Verified Date
    {0x00320033, Action::remove}, // Study Verified Time
    {0x00320034, Action::remove}, // Study Read Date
    {0x00320035, Action::remove}, // Study Read Time
    {0x00321000, Action::remove}, // Scheduled Study Start Date
    {0x00321001, Action::remove}, // Scheduled Study Start Time
    {0x00321010, Action::remove}, // Scheduled Study Stop Date
    {0x00321011, Action::remove}, // Scheduled Study Stop Time
    {0x00321020, Action::remove}, // Scheduled Study Location
    {0x00321021, Action::remove}, // Scheduled Study Location AE Title
    {0x00321030, Action::remove}, // Reason for Study
    {0x00321032, Action::remove}, // Requesting Physician
    {0x00321033, Action::remove}, // Requesting Service
    {0x00321040, Action::remove}, // Study Arrival Date
    {0x00321041, Action::remove}, // Study Arrival Time
    {0x00321050, Action::remove}, // Study Completion Date
    {0x00321051, Action::remove}, // Study Completion Time
    {0x00321060, Action::empty}, // Requested Procedure Description
    {0x00321066, Action::remove}, // Reason for Visit
    {0x00321067, Action::remove}, // Reason for Visit Code Sequence
    {0x00321070, Action::remove}, // Requested Contrast Agent
    {0x00324000, Action::remove}, // Study Comments
    {0x00340001, Action::dummy}, // Flow Identifier Sequence
    {0x00340002, Action::dummy}, // Flow Identifier
    {0x00340005, Action::dummy}, // Source Identifier
    {0x00340007, Action::dummy}, // Frame Origin Timestamp
    {0x00380004, Action::remove}, // Referenced Patient Alias Sequence
    {0x00380010, Action::remove}, // Admission ID
    {0x00380011, Action::remove}, // Issuer of Admission ID
    {0x00380014, Action::remove}, // Issuer of Admission ID Sequence
    {0x0038001a, Action::remove}, // Scheduled Admission Date
    {0x0038001b, Action::remove}, // Scheduled Admission Time
    {0x0038001c, Action::remove}, // Scheduled Discharge Date
    {0x0038001d, Action::remove}, // Scheduled Discharge Time
    {0x0038001e, Action::remove}, // Scheduled Patient Institution Residence
    {0x00380020, Action::remove}, // Admitting Date
    {0x00380021, Action::remove}, // Admitting Time
    {0x00380030, Action::remove}, // Discharge Date
    {0x00380032, Action::remove}, // Discharge Time
    {0x00380040, Action::remove}, // Discharge Diagnosis Description
    {0x00380050, Action::remove}, // Special Needs
    {0x00380060, Action::remove}, // Service Episode ID
    {0x00380061, Action::remove}, // Issuer of Service Episode ID
    {0x00380062, Action::remove}, // Service Episode Description
    {0x00380064, Action::remove}, // Issuer of Service Episode ID Sequence
    {0x00380300, Action::remove}, // Current Patient Location
    {0x00380400, Action::remove}, // Patient's Institution Residence
    {0x00380500, Action::remove}, // Patient State
    {0x00384000, Action::remove}, // Visit Comments
    {0x003a0314, Action::dummy}, // Impedance Measurement DateTime
    {0x003a0329, Action::remove}, // Waveform Filter Description
    {0x003a032b, Action::remove}, // Filter Lookup Table Description
    {0x00400001, Action::remove}, // Scheduled Station AE Title
    {0x00400002, Action::remove}, // Scheduled Procedure Step Start Date
    {0x00400003, Action::remove}, // Scheduled Procedure Step Start Time
    {0x00400004, Action::remove}, // Scheduled Procedure Step End Date
    {0x00400005, Action::remove}, // Scheduled Procedure Step End Time
    {0x00400006, Action::remove}, // Scheduled Performing Physician's Name
    {0x00400007, Action::remove}, // Scheduled Procedure Step Description
    {0x00400009, Action::remove}, // Scheduled Procedure Step ID
    {0x0040000b, Action::remove}, // Scheduled Performing Physician Identification Sequence
    {0x00400010, Action::remove}, // Scheduled Station Name
    {0x00400011, Action::remove}, // Scheduled Procedure Step Location
    {0x00400012, Action::remove}, // Pre-Medication
    {0x00400241, Action::remove}, // Performed Station AE Title
    {0x00400242, Action::remove}, // Performed Station Name
    {0x00400243, Action::remove}, // Performed Location
    {0x00400244, Action::remove}, // Performed Procedure Step Start Date
    {0x00400245, Action::remove}, // Performed Procedure Step Start Time
    {0x00400250, Action::remove}, // Performed Procedure Step End Date
    {0x00400251, Action::remove}, // Performed Procedure Step End Time
    {0x00400253, Action::remove}, // Performed Procedure Step ID
    {0x00400254, Action::remove}, // Performed Procedure Step Description
    {0x00400275, Action::remove}, // Request Attributes Sequence
    {0x00400280, Action::remove}, // Comments on the Performed Procedure Step
    {0x00400310, Action::remove}, // Comments on Radiation Dose
    {0x0040050a, Action::remove}, // Specimen Accession Number
    {0x00400512, Action::dummy}, // Container Identifier
    {0x00400513, Action::empty}, // Issuer of the Container Identifier Sequence
    {0x0040051a, Action::remove}, // Container Description
    {0x00400551, Action::dummy}, // Specimen Identifier
    {0x00400555, Action::empty}, // Acquisition Context Sequence
    {0x00400560, Action::remove}, // Specimen Description Sequence
    {0x00400562, Action::empty}, // Issuer of the Specimen Identifier Sequence
    {0x00400600, Action::remove}, // Specimen Short Description
    {0x00400602, Action::remove}, // Specimen Detailed Description
    {0x00400610, Action::empty}, // Specimen Preparation Sequence
    {0x004006fa, Action::remove}, // Slide Identifier
    {0x00401001, Action::remove}, // Requested Procedure ID
    {0x00401002, Action::remove}, // Reason for the Requested Procedure
    {0x00401004, Action::remove}, // Patient Transport Arrangements
    {0x00401005, Action::remove}, // Requested Procedure Location
    {0x0040100a, Action::remove}, // Reason for Requested Procedure Code Sequence
    {0x00401010, Action::remove}, // Names of Intended Recipients of Results
    {0x00401011, Action::remove}, // Intended Recipients of Results Identification Sequence
    {0x00401101, Action::dummy}, // Person Identification Code Sequence
    {0x00401102, Action::remove}, // Person's Address
    {0x00401103, Action::remove}, // Person's Telephone Numbers
    {0x00401104, Action::remove}, // Person's Telecom Information
    {0x00401400, Action::remove}, // Requested Procedure Comments
    {0x00402001, Action::remove}, // Reason for the Imaging Service Request
    {0x00402004, Action::remove}, // Issue Date of Imaging Service Request
    {0x00402005, Action::remove}, // Issue Time of Imaging Service Request
    {0x00402008, Action::remove}, // Order Entered By
    {0x00402009, Action::remove}, // Order Enterer's Location
    {0x00402010, Action::remove}, // Order Callback Phone Number
    {0x00402011, Action::remove}, // Order Callback Telecom Information
    {0x00402016, Action::empty}, // Placer Order Number / Imaging Service Request
    {0x00402017, Action::empty}, // Filler Order Number / Imaging Service Request
    {0x00402400, Action::remove}, // Imaging Service Request Comments
    {0x00403001, Action::remove}, // Confidentiality Constraint on Patient Data Description
    {0x00404005, Action::remove}, // Scheduled Procedure Step Start DateTime
    {0x00404008, Action::remove}, // Scheduled Procedure Step Expiration DateTime
    {0x00404010, Action::remove}, // Scheduled Procedure Step Modification DateTime
    {0x00404011, Action::remove}, // Expected Completion DateTime
    {0x00404025, Action::remove}, // Scheduled Station Name Code Sequence
    {0x00404027, Action::remove}, // Scheduled Station Geographic Location Code Sequence
    {0x00404028, Action::remove}, // Performed Station Name Code Sequence
    {0x00404030, Action::remove}, // Performed Station Geographic Location Code Sequence
    {0x00404034, Action::remove}, // Scheduled Human Performers Sequence
    {0x00404035, Action::remove}, // Actual Human Performers Sequence
    {0x00404036, Action::remove}, // Human Performer's Organization
    {0x00404037, Action::remove}, // Human Performer's Name
    {0x00404050, Action::remove}, // Performed Procedure Step Start DateTime
    {0x00404051, Action::remove}, // Performed Procedure Step End DateTime
    {0x00404052, Action::remove}, // Procedure Step Cancellation DateTime
    {0x0040a023, Action::remove}, // Findings Group Recording Date Trial
    {0x0040a024, Action::remove}, // Findings Group Recording Time Trial
    {0x0040a027, Action::dummy}, // Verifying Organization
    {0x0040a030, Action::dummy}, // Verification DateTime
    {0x0040a032, Action::dummy}, // Observation DateTime
    {0x0040a033, Action::remove}, // Observation Start DateTime
    {0x0040a073, Action::dummy}, // Verifying Observer Sequence
    {0x0040a075, Action::dummy}, // Verifying Observer Name
    {0x0040a078, Action::remove}, // Author Observer Sequence
    {0x0040a07a, Action::remove}, // Participant Sequence
    {0x0040a07c, Action::remove}, // Custodial Organization Sequence
    {0x0040a082, Action::empty}, // Participation DateTime
    {0x0040a088, Action::empty}, // Verifying Observer Identification Code Sequence
    {0x0040a110, Action::remove}, // Date of Document or Verbal Transaction Trial
    {0x0040a112, Action::remove}, // Time of Document Creation or Verbal Transaction Trial
    {0x0040a120, Action::dummy}, // DateTime
    {0x0040a121, Action::dummy}, // Date
    {0x0040a122, Action::dummy}, // Time
    {0x0040a123, Action::dummy}, // Person Name
    {0x0040a13a, Action::dummy}, // Referenced DateTime
    {0x0040a192, Action::remove}, // Observation Date (Trial)
    {0x0040a193, Action::remove}, // Observation Time (Trial)
    {0x0040a307, Action::remove}, // Current Observer (Trial)
    {0x0040a352, Action::remove}, // Verbal Source (Trial)
    {0x0040a353, Action::remove}, // Address (Trial)
    {0x0040a354, Action::remove}, // Telephone Number (Trial)
    {0x0040a358, Action::remove}, // Verbal Source Identifier Code Sequence Trial
    {0x0040a730, Action::dummy}, // Content Sequence
    {0x0040db06, Action::remove}, // Template Version
    {0x0040db07, Action::remove}, // Template Local Version
    {0x0040e004, Action::remove}, // HL7 Document Effective Time
    {0x00420011, Action::dummy}, // Encapsulated Document
    {0x00440004, Action::remove}, // Approval Status DateTime
    {0x0044000b, Action::remove}, // Product Expiration DateTime
    {0x00440010, Action::remove}, // Substance Administration DateTime
    {0x00440104, Action::dummy}, // Assertion DateTime
    {0x00440105, Action::remove}, // Assertion Expiration DateTime
    {0x0050001b, Action::remove}, // Container Component ID
    {0x00500020, Action::remove}, // Device Description
    {0x00500021, Action::remove}, // Long Device Description
    {0x00686226, Action::dummy}, // Effective DateTime
    {0x00686270, Action::dummy}, // Information Issue DateTime
    {0x006a0005, Action::dummy}, // Annotation Group Label
    {0x006a0006, Action::remove}, // Annotation Group Description
    {0x00700001, Action::dummy}, // Graphic Annotation Sequence
    {0x00700082, Action::remove}, // Presentation Creation Date
    {0x00700083, Action::remove}, // Presentation Creation Time
    {0x00700084, Action::dummy}, // Content Creator's Name
    {0x00700086, Action::remove}, // Content Creator's Identification Code Sequence
    {0x0072000a, Action::dummy}, // Hanging Protocol Creation DateTime
    {0x0072005e, Action::dummy}, // Selector AE Value
    {0x0072005f, Action::dummy}, // Selector AS Value
    {0x00720061, Action::dummy}, // Selector DA Value
    {0x00720063, Action::dummy}, // Selector DT Value
    {0x00720065, Action::dummy}, // Selector OB Value
    {0x00720066, Action::dummy}, // Selector LO Value
    {0x00720068, Action::dummy}, // Selector LT Value
    {0x0072006a, Action::dummy}, // Selector PN Value
    {0x0072006b, Action::dummy}, // Selector TM Value
    {0x0072006c, Action::dummy}, // Selector SH Value
    {0x0072006d, Action::dummy}, // Selector UN Value
    {0x0072006e, Action::dummy}, // Selector ST Value
    {0x00720070, Action::dummy}, // Selector UT Value
    {0x00720071, Action::dummy}, // Selector UR Value
    {0x00741234, Action::remove}, // Receiving AE
    {0x00741236, Action::remove}, // Requesting AE
    {0x00880200, Action::remove}, // Icon Image Sequence
    {0x00880904, Action::remove}, // Topic Title
    {0x00880906, Action::remove}, // Topic Subject
    {0x00880910, Action::remove}, // Topic Author
    {0x00880912, Action::remove}, // Topic Keywords
    {0x01000420, Action::remove}, // SOP Authorization DateTime
    {0x04000105, Action::dummy}, // Digital Signature DateTime
    {0x04000115, Action::dummy}, // Certificate of Signer
    {0x04000310, Action::remove}, // Certified Timestamp
    {0x04000402, Action::remove}, // Referenced Digital Signature Sequence
    {0x04000403, Action::remove}, // Referenced SOP Instance MAC Sequence
    {0x04000404, Action::remove}, // MAC
    {0x04000550, Action::remove}, // Modified Attributes Sequence
    {0x04000551, Action::remove}, // Nonconforming Modified Attributes Sequence
    {0x04000552, Action::remove}, // Nonconforming Data Element Value
    {0x04000561, Action::remove}, // Original Attributes Sequence
    {0x04000562, Action::dummy}, // Attribute Modification DateTime
    {0x04000563, Action::dummy}, // Modifying System
    {0x04000564, Action::empty}, // Source of Previous Values
    {0x04000565, Action::dummy}, // Reason for the Attribute Modification
    {0x04000600, Action::remove}, // Instance Origin Status
    {0x20300020, Action::remove}, // Text String
    {0x21000040, Action::remove}, // Creation Date
    {0x21000050, Action::remove}, // Creation Time
    {0x21000070, Action::remove}, // Originator
    {0x21000140, Action::dummy}, // Destination AE
    {0x22000002, Action::empty}, // Label Text
    {0x22000005, Action::empty}, // Barcode Value
});
// clang-format on
static_assert(std::ranges::is_sorted(rows, {}, &ConfidentialityEntry::tag));

} // namespace

std::span<const ConfidentialityEntry> procedureRows() {
    return rows;
}

} // namespace pleurascope::dicom
