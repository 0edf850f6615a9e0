// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

namespace pleurascope::imaging {

/// How a film lies: mirrored left to right first, then turned clockwise by quarter turns.
struct Orientation {
    int quarterTurns = 0; ///< 0 to 3, clockwise
    bool mirrored = false;

    /// Turned further, as it lies now; negative is anticlockwise.
    [[nodiscard]] Orientation turned(int quarters) const;
    /// Left and right changed as it lies now.
    [[nodiscard]] Orientation flippedLeftRight() const;
    [[nodiscard]] Orientation flippedTopBottom() const;
    /// Width and height change places.
    [[nodiscard]] bool swapsSides() const { return quarterTurns % 2 != 0; }
    [[nodiscard]] bool isAsStored() const { return *this == Orientation{}; }

    friend bool operator==(const Orientation&, const Orientation&) = default;
};

/// The pixels laid down so; any sample type and number of channels. The same buffer where nothing changes.
[[nodiscard]] core::PixelBuffer oriented(const core::PixelBuffer& pixels, Orientation orientation);

} // namespace pleurascope::imaging
