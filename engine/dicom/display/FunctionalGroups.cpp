// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/FunctionalGroups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

namespace pleurascope::dicom {

namespace {

DcmItem* itemAt(DcmItem* parent, const DcmTagKey& sequence, int index) {
    DcmItem* item = nullptr;
    if (!parent || parent->findAndGetSequenceItem(sequence, item, index).bad())
        return nullptr;
    return item;
}

} // namespace

DcmItem& FunctionalGroups::item(const DcmTagKey& macro) const {
    auto* own = itemAt(&m_dataset, DCM_PerFrameFunctionalGroupsSequence, m_frame);
    if (auto* found = itemAt(own, macro, 0))
        return *found;
    auto* shared = itemAt(&m_dataset, DCM_SharedFunctionalGroupsSequence, 0);
    if (auto* found = itemAt(shared, macro, 0))
        return *found;
    return m_dataset;
}

} // namespace pleurascope::dicom
