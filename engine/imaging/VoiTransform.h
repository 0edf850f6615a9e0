// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"
#include "engine/imaging/LevelRamp.h"

#include <cstdint>
#include <optional>

namespace pleurascope::imaging {

/// Modality values to 0..255, PS3.3 C.11.2: a window with its function, or a look-up table. A table is scaled
/// by its real maximum, since many are narrower than their descriptor says. Views the window or table that it
/// is made from.
class VoiTransform {
public:
    explicit VoiTransform(const Window& window)
        : m_window(&window) {}
    explicit VoiTransform(const LookupTable& table);

    /// Not rounded; NaN gives 0.
    [[nodiscard]] double operator()(double modalityValue) const;
    /// The line that it follows between black and white, for windows that have one.
    [[nodiscard]] std::optional<Line> line() const;

private:
    [[nodiscard]] double windowed(double value) const;

    const Window* m_window = nullptr;
    const LookupTable* m_table = nullptr;
    double m_tableScale = 0;
};

/// The chain's last step: rounded to 8 bits, complemented where the film is MONOCHROME1 or the reader asked
/// for it.
[[nodiscard]] std::uint8_t displayLevel(double voiValue, bool complement);

/// From VOI values (0..255) to the levels of a film's picture: polarity, then the presentation table where
/// the film has one (PS3.3 C.11.4, PS3.4 N.2.2.3), then what the reader inverted. Views the parameters.
class PresentationTransform {
public:
    PresentationTransform(const DisplayParameters& display, bool invert);

    [[nodiscard]] std::uint8_t operator()(double voiValue) const;
    /// Whether levels are VOI values rounded, complemented at most.
    [[nodiscard]] bool isPlain() const { return m_table == nullptr; }
    [[nodiscard]] bool complements() const { return m_isMonochrome1 != m_invert; }
    /// Of padding and of what a shutter hides: black, or white when inverted by the reader.
    [[nodiscard]] std::uint8_t background() const { return m_invert ? 255 : 0; }

private:
    const LookupTable* m_table = nullptr;
    double m_tableScale = 0;
    bool m_isMonochrome1 = false;
    bool m_invert = false;
};

} // namespace pleurascope::imaging
