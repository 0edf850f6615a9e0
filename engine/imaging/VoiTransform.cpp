// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/VoiTransform.h"

#include "engine/imaging/ModalityTransform.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::imaging {

namespace {

constexpr double white = 255;

/// PS3.3 C.11.2.1.2.1. Widths below 1 are not allowed there; films with tiny slopes have them, and mean the
/// exact form.
double linear(double x, double centre, double width) {
    const double half = (width - 1) / 2;
    if (x <= centre - 0.5 - half)
        return 0;
    if (x > centre - 0.5 + half)
        return white;
    return ((x - (centre - 0.5)) / (width - 1) + 0.5) * white;
}

/// PS3.3 C.11.2.1.3.2.
double linearExact(double x, double centre, double width) {
    if (x <= centre - width / 2)
        return 0;
    if (x > centre + width / 2)
        return white;
    return ((x - centre) / width + 0.5) * white;
}

/// PS3.3 C.11.2.1.3.1.
double sigmoid(double x, double centre, double width) {
    return white / (1 + std::exp(-4 * (x - centre) / width));
}

/// From a table's entries to 0..255, by its real maximum.
double scaleOf(const LookupTable& table) {
    const auto largest = *std::max_element(table.entries.begin(), table.entries.end());
    return largest == 0 ? 0 : white / largest;
}

} // namespace

VoiTransform::VoiTransform(const LookupTable& table)
    : m_table(&table)
    , m_tableScale(scaleOf(table)) {}

double VoiTransform::operator()(double modalityValue) const {
    if (std::isnan(modalityValue))
        return 0;
    return m_table ? tableValue(*m_table, modalityValue) * m_tableScale : windowed(modalityValue);
}

double VoiTransform::windowed(double value) const {
    switch (m_window->function) {
    case VoiFunction::sigmoid:
        return sigmoid(value, m_window->centre, m_window->width);
    case VoiFunction::linearExact:
        break;
    case VoiFunction::linear:
        if (m_window->width >= 1)
            return linear(value, m_window->centre, m_window->width);
    }
    return linearExact(value, m_window->centre, m_window->width);
}

std::optional<Line> VoiTransform::line() const {
    if (m_table || m_window->function == VoiFunction::sigmoid)
        return std::nullopt;
    const bool isLinear = m_window->function == VoiFunction::linear && m_window->width >= 1;
    const double centre = isLinear ? m_window->centre - 0.5 : m_window->centre;
    const double width = isLinear ? m_window->width - 1 : m_window->width;
    return Line{white / width, (0.5 - centre / width) * white};
}

std::uint8_t displayLevel(double voiValue, bool complement) {
    const auto level = std::uint8_t(std::lround(std::clamp(voiValue, 0.0, white)));
    return complement ? std::uint8_t(255 - level) : level;
}

PresentationTransform::PresentationTransform(const DisplayParameters& display, bool invert)
    : m_table(display.presentationTable ? &*display.presentationTable : nullptr)
    , m_tableScale(m_table ? scaleOf(*m_table) : 0)
    , m_isMonochrome1(display.inverted)
    , m_invert(invert) {}

std::uint8_t PresentationTransform::operator()(double voiValue) const {
    if (!m_table)
        return displayLevel(voiValue, complements());
    const double value = std::clamp(m_isMonochrome1 ? white - voiValue : voiValue, 0.0, white);
    const double last = double(m_table->entries.size()) - 1;
    const double entry = tableValue(*m_table, m_table->firstMapped + std::round(value / white * last));
    return displayLevel(entry * m_tableScale, m_invert);
}

} // namespace pleurascope::imaging
