// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/ConfidentialityTable.h"

#include <algorithm>
#include <array>

namespace pleurascope::dicom {

namespace {

using Action = ConfidentialityAction;

// clang-format off
/// Groups from 3002 on: radiotherapy, and padding and signatures at the end.
constexpr auto rows = std::to_array<ConfidentialityEntry>({
    {0x30020002, Action::dummy}, // RT Image Label
    {0x30020003, Action::remove}, // RT Image Name
    {0x30020004, Action::remove}, // RT Image Description
    {0x30020121, Action::remove}, // Position Acquisition Template Name
    {0x30020123, Action::remove}, // Position Acquisition Template Description
    {0x30060002, Action::dummy}, // Structure Set Label
    {0x30060004, Action::remove}, // Structure Set Name
    {0x30060006, Action::remove}, // Structure Set Description
    {0x30060008, Action::empty}, // Structure Set Date
    {0x30060009, Action::empty}, // Structure Set Time
    {0x30060026, Action::empty}, // ROI Name
    {0x30060028, Action::remove}, // ROI Description
    {0x3006002d, Action::remove}, // ROI DateTime
    {0x3006002e, Action::remove}, // ROI Observation DateTime
    {0x30060038, Action::remove}, // ROI Generation Description
    {0x3006004d, Action::remove}, // ROI Creator Sequence
    {0x3006004e, Action::remove}, // ROI Interpreter Sequence
    {0x30060085, Action::remove}, // ROI Observation Label
    {0x30060088, Action::remove}, // ROI Observation Description
    {0x300600a6, Action::empty}, // ROI Interpreter
    {0x30080024, Action::dummy}, // Treatment Control Point Date
    {0x30080025, Action::dummy}, // Treatment Control Point Time
    {0x30080054, Action::dummy}, // First Treatment Date
    {0x30080056, Action::dummy}, // Most Recent Treatment Date
    {0x30080105, Action::empty}, // Source Serial Number
    {0x30080162, Action::dummy}, // Safe Position Exit Date
    {0x30080164, Action::dummy}, // Safe Position Exit Time
    {0x30080166, Action::dummy}, // Safe Position Return Date
    {0x30080168, Action::dummy}, // Safe Position Return Time
    {0x30080250, Action::dummy}, // Treatment Date
    {0x30080251, Action::dummy}, // Treatment Time
    {0x300a0002, Action::dummy}, // RT Plan Label
    {0x300a0003, Action::remove}, // RT Plan Name
    {0x300a0004, Action::remove}, // RT Plan Description
    {0x300a0006, Action::dummy}, // RT Plan Date
    {0x300a0007, Action::dummy}, // RT Plan Time
    {0x300a000b, Action::remove}, // Treatment Sites
    {0x300a000e, Action::remove}, // Prescription Description
    {0x300a0016, Action::remove}, // Dose Reference Description
    {0x300a0072, Action::remove}, // Fraction Group Description
    {0x300a00b2, Action::empty}, // Treatment Machine Name
    {0x300a00c3, Action::remove}, // Beam Description
    {0x300a00dd, Action::remove}, // Bolus Description
    {0x300a0196, Action::remove}, // Fixation Device Description
    {0x300a01a6, Action::remove}, // Shielding Device Description
    {0x300a01b2, Action::remove}, // Setup Technique Description
    {0x300a0216, Action::remove}, // Source Manufacturer
    {0x300a022c, Action::dummy}, // Source Strength Reference Date
    {0x300a022e, Action::dummy}, // Source Strength Reference Time
    {0x300a02eb, Action::remove}, // Compensator Description
    {0x300a0608, Action::dummy}, // Treatment Position Group Label
    {0x300a0611, Action::empty}, // RT Accessory Holder Slot ID
    {0x300a0615, Action::empty}, // RT Accessory Device Slot ID
    {0x300a0619, Action::dummy}, // Radiation Dose Identification Label
    {0x300a0623, Action::dummy}, // Radiation Dose in Vivo Measurement Label
    {0x300a062a, Action::dummy}, // RT Tolerance Set Label
    {0x300a0676, Action::remove}, // Equipment Frame of Reference Description
    {0x300a067c, Action::dummy}, // Radiation Generation Mode Label
    {0x300a067d, Action::empty}, // Radiation Generation Mode Description
    {0x300a0734, Action::dummy}, // Treatment Tolerance Violation Description
    {0x300a0736, Action::dummy}, // Treatment Tolerance Violation DateTime
    {0x300a073a, Action::dummy}, // Recorded RT Control Point DateTime
    {0x300a0741, Action::dummy}, // Interlock DateTime
    {0x300a0742, Action::dummy}, // Interlock Description
    {0x300a0760, Action::dummy}, // Override DateTime
    {0x300a0783, Action::dummy}, // Interlock Origin Description
    {0x300a078e, Action::remove}, // Patient Treatment Preparation Procedure Parameter Description
    {0x300a0792, Action::remove}, // Patient Treatment Preparation Method Description
    {0x300a0794, Action::remove}, // Patient Setup Photo Description
    {0x300a079a, Action::remove}, // Displacement Reference Label
    {0x300c0113, Action::remove}, // Reason for Omission Description
    {0x300c0127, Action::dummy}, // Beam Hold Transition DateTime
    {0x300e0004, Action::empty}, // Review Date
    {0x300e0005, Action::empty}, // Review Time
    {0x300e0008, Action::empty}, // Reviewer Name
    {0x3010000f, Action::empty}, // Conceptual Volume Combination Description
    {0x30100017, Action::empty}, // Conceptual Volume Description
    {0x3010001b, Action::empty}, // Device Alternate Identifier
    {0x3010002d, Action::dummy}, // Device Label
    {0x30100033, Action::dummy}, // User Content Label
    {0x30100034, Action::dummy}, // User Content Long Label
    {0x30100035, Action::dummy}, // Entity Label
    {0x30100036, Action::remove}, // Entity Name
    {0x30100037, Action::remove}, // Entity Description
    {0x30100038, Action::dummy}, // Entity Long Label
    {0x30100043, Action::empty}, // Manufacturer Device Identifier
    {0x3010004c, Action::dummy}, // Intended Phase Start Date
    {0x3010004d, Action::dummy}, // Intended Phase End Date
    {0x30100054, Action::dummy}, // RT Prescription Label
    {0x30100056, Action::dummy}, // RT Treatment Approach Label
    {0x3010005a, Action::empty}, // RT Physician Intent Narrative
    {0x3010005c, Action::empty}, // Reason for Superseding
    {0x30100061, Action::remove}, // Prior Treatment Dose Description
    {0x30100077, Action::dummy}, // Treatment Site
    {0x3010007a, Action::empty}, // Treatment Technique Notes
    {0x3010007b, Action::empty}, // Prescription Notes
    {0x3010007f, Action::empty}, // Fractionation Notes
    {0x30100081, Action::empty}, // Prescription Notes Sequence
    {0x30100085, Action::remove}, // Intended Fraction Start Time
    {0xfffafffa, Action::remove}, // Digital Signatures Sequence
    {0xfffcfffc, Action::remove}, // Data Set Trailing Padding
});
// clang-format on
static_assert(std::ranges::is_sorted(rows, {}, &ConfidentialityEntry::tag));

} // namespace

std::span<const ConfidentialityEntry> therapyRows() {
    return rows;
}

} // namespace pleurascope::dicom
