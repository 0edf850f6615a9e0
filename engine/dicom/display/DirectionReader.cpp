// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/DirectionReader.h"

#include "engine/dicom/display/FunctionalGroups.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace pleurascope::dicom {

namespace {

constexpr double smallestPart = 0.1; // of a unit vector, about 6 degrees: a tilt below it gets no letter
constexpr double slack = 0.05;       // of what should be 1 or 0

/// Rows and columns that run along the same axis say nothing.
PatientDirections usable(const PatientDirections& read) {
    PatientDirections directions;
    if (isDirection(read.row))
        directions.row = read.row;
    if (isDirection(read.column))
        directions.column = read.column;
    const bool sameAxis = !directions.row.empty() && !directions.column.empty() &&
                          (directions.row[0] == directions.column[0] ||
                           directions.row[0] == oppositeDirection(directions.column)[0]);
    return sameAxis ? PatientDirections{} : directions;
}

PatientDirections written(AttributeReader& attributes) {
    const auto values = attributes.texts(DCM_PatientOrientation);
    if (values.size() != 2)
        return {};
    return usable({values[0], values[1]});
}

double product(std::span<const double, 3> a, std::span<const double, 3> b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/// The letters of a unit vector in the patient's coordinates: x to the left, y to the back, z to the head.
std::string lettersOf(std::span<const double, 3> vector) {
    struct Part {
        double size;
        char letter;
    };
    std::array<Part, 3> parts{Part{std::abs(vector[0]), vector[0] > 0 ? 'L' : 'R'},
                              Part{std::abs(vector[1]), vector[1] > 0 ? 'P' : 'A'},
                              Part{std::abs(vector[2]), vector[2] > 0 ? 'H' : 'F'}};
    std::stable_sort(parts.begin(), parts.end(),
                     [](const Part& a, const Part& b) { return a.size > b.size; });
    std::string letters;
    for (const Part& part : parts)
        if (part.size >= smallestPart)
            letters += part.letter;
    return letters;
}

/// PS3.3 C.7.6.2.1.1: direction cosines of a row, then of a column.
PatientDirections derived(AttributeReader& attributes) {
    const auto cosines = attributes.numbers(DCM_ImageOrientationPatient);
    if (cosines.size() != 6 ||
        !std::all_of(cosines.begin(), cosines.end(), [](double value) { return std::isfinite(value); }))
        return {};
    const auto row = std::span(cosines).first<3>();
    const auto column = std::span(cosines).last<3>();
    const bool areUnits =
        std::abs(product(row, row) - 1) < slack && std::abs(product(column, column) - 1) < slack;
    if (!areUnits || std::abs(product(row, column)) > slack)
        return {};
    return usable({lettersOf(row), lettersOf(column)});
}

} // namespace

PatientDirections readDirections(AttributeReader& attributes, int frame) {
    if (attributes.code(DCM_AnatomicalOrientationType) == "QUADRUPED")
        return {};
    const FunctionalGroups groups(attributes.item(), frame);
    AttributeReader orientation(groups.item(DCM_PatientOrientationInFrameSequence), attributes);
    const auto directions = written(orientation);
    if (directions != PatientDirections{})
        return directions;
    AttributeReader plane(groups.item(DCM_PlaneOrientationSequence), attributes);
    return derived(plane);
}

} // namespace pleurascope::dicom
