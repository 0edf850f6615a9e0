// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace pleurascope::imaging {

/// A straight line: gain * x + offset.
struct Line {
    double gain = 1;
    double offset = 0;
};

/// The levels of a film whose way from stored values to grey is a straight line between black and white,
/// computed for several pixels at a time. Quicker than a table: none has to be made, and none has to be
/// fetched from for each pixel. The levels are those of the chain, or there is no ramp.
class LevelRamp {
public:
    /// What the chain gives for a stored value.
    using Level = std::function<std::uint8_t(double)>;

    /// `line` gives a stored value's level before it is rounded and clamped, `complement` turns it round.
    /// Nothing where the line falls, is too steep or too flat, or where single precision gives another level
    /// than `level` for any T (std::uint16_t or std::int16_t).
    template <class T>
    [[nodiscard]] static std::optional<LevelRamp> of(const Line& line, bool complement, const Level& level);

    /// `levels` has the size of `samples`.
    template <class T>
    void apply(std::span<const T> samples, std::span<std::uint8_t> levels) const;

private:
    LevelRamp(const Line& line, bool complement)
        : m_gain(float(line.gain))
        , m_offset(float(line.offset + 0.5)) // rounded by cutting off
        , m_flip(complement ? 255 : 0) {}

    float m_gain;
    float m_offset;
    std::uint8_t m_flip;
};

} // namespace pleurascope::imaging
