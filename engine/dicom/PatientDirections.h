// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// Towards which side of the patient a picture runs (PS3.3 C.7.6.1.1.1): one to three of the letters A, P, R,
/// L, H, F, the main direction first; empty where the file does not say.
struct PatientDirections {
    std::string row;    ///< along a row, from the first column to the last: to the right as stored
    std::string column; ///< along a column: downwards as stored

    friend bool operator==(const PatientDirections&, const PatientDirections&) = default;
};

/// Letters of a person's direction, none of them twice or with its opposite.
[[nodiscard]] bool isDirection(std::string_view letters);
/// "LF" for "RH".
[[nodiscard]] std::string oppositeDirection(std::string_view letters);

} // namespace pleurascope::dicom
