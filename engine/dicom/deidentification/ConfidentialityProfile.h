// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dctagkey.h>
#include <dcmtk/dcmdata/dcvr.h>

#include <cstdint>
#include <string_view>

namespace pleurascope::dicom {

/// What happens to an element, PS3.15 E.1.1.
enum class ConfidentialityAction : std::uint8_t {
    keep,
    remove,    ///< X
    empty,     ///< Z
    dummy,     ///< D: a value without meaning; nothing where the VR is no text, no items in a sequence
    pseudonym, ///< Z, by a value that tells patients apart but not who they are
    uid,       ///< U: another one, the same for the same
    clean      ///< the items of a sequence, element by element
};

/// By the Basic Application Level Confidentiality Profile of PS3.15 E.2 and table E.1-1. Stricter than that
/// where an element is not in the table: private elements, curves, overlays, people's names, unlimited text,
/// application entities, unknown VRs and byte strings outside of pixel description go; UIDs are replaced but
/// for those that DICOM itself defines.
[[nodiscard]] ConfidentialityAction confidentialityAction(const DcmTagKey& tag, DcmEVR vr);

/// A value of the VR that means nothing; empty where the VR is no text.
[[nodiscard]] std::string_view dummyValue(DcmEVR vr);

/// False for dates and times that go whatever is done with others: a person's own, and those in groups that
/// are removed whole.
[[nodiscard]] bool isDateRetainable(const DcmTagKey& tag);

} // namespace pleurascope::dicom
