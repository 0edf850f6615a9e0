// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// Digits alone: "2026-01-31" to a DA, "09:15:00" to a TM (PS3.5 6.2).
[[nodiscard]] std::string withoutPunctuation(std::string text);

/// A DA or DT value (PS3.5 6.2) `days` later; what follows the day stays. Nothing where the first eight
/// characters are no day.
[[nodiscard]] std::optional<std::string> shiftedDate(std::string_view value, int days);

} // namespace pleurascope::dicom
