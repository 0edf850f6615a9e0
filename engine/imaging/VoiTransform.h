// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Display.h"

#include <cstdint>

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

private:
    [[nodiscard]] double windowed(double value) const;

    const Window* m_window = nullptr;
    const LookupTable* m_table = nullptr;
    double m_tableScale = 0;
};

/// The chain's last step: rounded to 8 bits, complemented where the film is MONOCHROME1 or the reader asked
/// for it.
[[nodiscard]] std::uint8_t displayLevel(double voiValue, bool complement);

} // namespace pleurascope::imaging
