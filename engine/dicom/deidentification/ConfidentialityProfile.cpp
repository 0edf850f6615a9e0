// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/ConfidentialityProfile.h"

#include "engine/dicom/deidentification/ConfidentialityTable.h"

#include <algorithm>

namespace pleurascope::dicom {

namespace {

using Action = ConfidentialityAction;

/// Photographs' makers and places, retired comments and results: their elements are in the table one by one,
/// all removed.
bool isRemovedGroup(Uint16 group) {
    const Uint16 repeating = group & 0xff00;
    return group % 2 == 1 || group == 0x0016 || group == 0x4000 || group == 0x4008 || repeating == 0x5000 ||
           repeating == 0x6000;
}

Action actionByVr(Uint16 group, DcmEVR vr) {
    switch (vr) {
    case EVR_UI:
        return Action::uid;
    case EVR_SQ:
        return Action::clean;
    case EVR_DA:
    case EVR_DT:
    case EVR_TM:
        return Action::empty;
    case EVR_PN:
    case EVR_AE:
    case EVR_LT:
    case EVR_ST:
    case EVR_UT:
    case EVR_UC:
    case EVR_UR:
    case EVR_UN:
    case EVR_UNKNOWN:
    case EVR_UNKNOWN2B:
        return Action::remove;
    case EVR_OB:
    case EVR_ox:
    case EVR_OW:
    case EVR_OF:
    case EVR_OD:
    case EVR_OL:
    case EVR_OV:
        return group == 0x0028 || group == 0x7fe0 ? Action::keep : Action::remove;
    default:
        return Action::keep;
    }
}

} // namespace

ConfidentialityAction confidentialityAction(const DcmTagKey& tag, DcmEVR vr) {
    if (isRemovedGroup(tag.getGroup()))
        return Action::remove;
    const auto number = std::uint32_t(tag.getGroup()) << 16 | tag.getElement();
    for (const auto rows : {studyRows(), procedureRows(), therapyRows()}) {
        const auto found = std::ranges::lower_bound(rows, number, {}, &ConfidentialityEntry::tag);
        if (found != rows.end() && found->tag == number)
            return found->action;
    }
    return actionByVr(tag.getGroup(), vr);
}

std::string_view dummyValue(DcmEVR vr) {
    switch (vr) {
    case EVR_DA:
        return "19000101";
    case EVR_DT:
        return "19000101000000";
    case EVR_TM:
        return "000000";
    case EVR_AS:
        return "000Y";
    case EVR_UR:
        return "urn:removed";
    case EVR_AE:
    case EVR_CS:
    case EVR_LO:
    case EVR_LT:
    case EVR_PN:
    case EVR_SH:
    case EVR_ST:
    case EVR_UC:
    case EVR_UT:
        return "REMOVED";
    default:
        return "";
    }
}

bool isDateRetainable(const DcmTagKey& tag) {
    return !isRemovedGroup(tag.getGroup()) && tag.getGroup() != 0x0010 && tag.getGroup() != 0x0038;
}

} // namespace pleurascope::dicom
