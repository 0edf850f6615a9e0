// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

namespace pleurascope::dicom {

/// The functional groups of an enhanced multi-frame object as one frame sees them (PS3.3 C.7.6.16): its own
/// item of a macro, else the one that all frames share, else the data set, where plain objects have the same
/// attributes.
class FunctionalGroups {
public:
    /// Frames count from 0. Views the data set.
    FunctionalGroups(DcmItem& dataset, int frame)
        : m_dataset(dataset)
        , m_frame(frame) {}

    [[nodiscard]] DcmItem& item(const DcmTagKey& macro) const;

private:
    DcmItem& m_dataset;
    int m_frame;
};

} // namespace pleurascope::dicom
