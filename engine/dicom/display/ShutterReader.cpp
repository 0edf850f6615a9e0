// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/ShutterReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

using imaging::Shutter;

bool areFinite(const std::vector<double>& values) {
    return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

/// Edges count from 1 and are shown.
std::optional<Shutter::Rectangle> readRectangle(AttributeReader& attributes, int rows, int columns) {
    const auto left = attributes.integer(DCM_ShutterLeftVerticalEdge);
    const auto right = attributes.integer(DCM_ShutterRightVerticalEdge);
    const auto top = attributes.integer(DCM_ShutterUpperHorizontalEdge);
    const auto bottom = attributes.integer(DCM_ShutterLowerHorizontalEdge);
    if (!left || !right || !top || !bottom)
        return std::nullopt;
    const Shutter::Rectangle shown{*left - 1.0, *right - 1.0, *top - 1.0, *bottom - 1.0};
    if (shown.left > shown.right || shown.top > shown.bottom || shown.left >= columns || shown.right < 0 ||
        shown.top >= rows || shown.bottom < 0)
        return std::nullopt;
    return shown;
}

std::optional<Shutter::Circle> readCircle(AttributeReader& attributes, int rows, int columns) {
    const auto centre = attributes.numbers(DCM_CenterOfCircularShutter);
    const auto radius = attributes.numbers(DCM_RadiusOfCircularShutter);
    if (centre.size() < 2 || radius.empty() || !areFinite(centre) || !(radius[0] > 0) ||
        !std::isfinite(radius[0]))
        return std::nullopt;
    const Shutter::Circle shown{centre[0] - 1, centre[1] - 1, radius[0]};
    const double rowDistance = shown.row - std::clamp(shown.row, 0.0, rows - 1.0);
    const double columnDistance = shown.column - std::clamp(shown.column, 0.0, columns - 1.0);
    if (std::hypot(rowDistance, columnDistance) > shown.radius)
        return std::nullopt;
    return shown;
}

std::vector<Shutter::Point> readPolygon(AttributeReader& attributes, int rows, int columns) {
    const auto vertices = attributes.numbers(DCM_VerticesOfThePolygonalShutter);
    if (vertices.size() < 6 || !areFinite(vertices))
        return {};
    std::vector<Shutter::Point> points;
    for (std::size_t i = 0; i + 1 < vertices.size(); i += 2)
        points.push_back({vertices[i] - 1, vertices[i + 1] - 1});
    const auto [top, bottom] =
        std::minmax_element(points.begin(), points.end(), [](auto a, auto b) { return a.row < b.row; });
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](auto a, auto b) { return a.column < b.column; });
    if (bottom->row < 0 || top->row >= rows || right->column < 0 || left->column >= columns)
        return {};
    return points;
}

std::optional<int> readOverlayGroup(AttributeReader& attributes) {
    const auto group = attributes.integer(DCM_ShutterOverlayGroup);
    if (!group || *group < 0x6000 || *group > 0x601e || *group % 2 != 0)
        return std::nullopt;
    return group;
}

} // namespace

std::optional<Shutter> readShutter(AttributeReader& attributes, int rows, int columns,
                                   std::vector<std::string>& assumptions) {
    Shutter shutter;
    bool isAny = false;
    for (const auto& shape : attributes.texts(DCM_ShutterShape)) {
        bool isRead = false;
        if (shape == "RECTANGULAR")
            isRead = (shutter.rectangle = readRectangle(attributes, rows, columns)).has_value();
        else if (shape == "CIRCULAR")
            isRead = (shutter.circle = readCircle(attributes, rows, columns)).has_value();
        else if (shape == "POLYGONAL")
            isRead = !(shutter.polygon = readPolygon(attributes, rows, columns)).empty();
        else if (shape == "BITMAP")
            isRead = (shutter.overlayGroup = readOverlayGroup(attributes)).has_value();
        if (!isRead && !shape.empty())
            assumptions.emplace_back("a shutter that is broken or hides everything is left out");
        isAny |= isRead;
    }
    if (!isAny)
        return std::nullopt;
    const int grey = attributes.integer(DCM_ShutterPresentationValue).value_or(0);
    shutter.presentationValue = std::uint16_t(std::clamp(grey, 0, 65535));
    return shutter;
}

} // namespace pleurascope::dicom
