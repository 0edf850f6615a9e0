// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/deidentification/ConfidentialityProfile.h"

#include <cstdint>
#include <span>

namespace pleurascope::dicom {

/// A row of PS3.15 table E.1-1 (2024), column 'Basic Prof.': the tag as 0xGGGGEEEE. Of alternatives the last
/// letter counts ('X/Z/D': D), which keeps objects conformant; UIDs are told by their VR and not in here,
/// groups that go whole neither. 'Z' of a patient's name and ID is done with a pseudonym, which E.1.1 allows,
/// 'X/Z/U*' of references by cleaning their items. Some more elements are removed: other calendars' dates,
/// devices, RT images' names.
struct ConfidentialityEntry {
    std::uint32_t tag;
    ConfidentialityAction action;
};

/// The table in three parts, each in ascending order: groups up to 0018, up to 2200, and the rest.
[[nodiscard]] std::span<const ConfidentialityEntry> studyRows();
[[nodiscard]] std::span<const ConfidentialityEntry> procedureRows();
[[nodiscard]] std::span<const ConfidentialityEntry> therapyRows();

} // namespace pleurascope::dicom
