// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/PatientDirections.h"

#include <algorithm>

namespace pleurascope::dicom {

namespace {

constexpr std::string_view letters = "APRLHF";
constexpr std::string_view opposites = "PALRFH";

char oppositeOf(char letter) {
    const auto place = letters.find(letter);
    return place == std::string_view::npos ? letter : opposites[place];
}

/// "A" and "P" are one axis.
std::size_t axisOf(char letter) {
    return letters.find(letter) / 2;
}

} // namespace

bool isDirection(std::string_view direction) {
    if (direction.empty() || direction.size() > 3 ||
        direction.find_first_not_of(letters) != std::string_view::npos)
        return false;
    for (std::size_t i = 1; i < direction.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (axisOf(direction[i]) == axisOf(direction[j]))
                return false;
    return true;
}

std::string oppositeDirection(std::string_view direction) {
    std::string opposite(direction);
    std::transform(opposite.begin(), opposite.end(), opposite.begin(), oppositeOf);
    return opposite;
}

} // namespace pleurascope::dicom
