// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/LevelRamp.h"

#include <opencv2/core/hal/intrin.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace pleurascope::imaging {

namespace {

constexpr double flattest =
    1.0 / 1024; ///< levels a stored value; flatter ones want more than single precision
constexpr double steepest = 255;
constexpr std::size_t atOnce = 16;

/// Four stored values to levels, not clamped.
cv::v_int32x4 levelsOf(const cv::v_int32x4& values, const cv::v_float32x4& gain,
                       const cv::v_float32x4& offset) {
    return cv::v_trunc(cv::v_cvt_f32(values) * gain + offset);
}

void expand(const std::uint16_t* samples, cv::v_int32x4& first, cv::v_int32x4& second) {
    cv::v_uint32x4 low, high;
    cv::v_expand(cv::v_load(samples), low, high);
    first = cv::v_reinterpret_as_s32(low);
    second = cv::v_reinterpret_as_s32(high);
}

void expand(const std::int16_t* samples, cv::v_int32x4& first, cv::v_int32x4& second) {
    cv::v_expand(cv::v_load(samples), first, second);
}

/// Eight of them, clamped to 16 bits.
template <class T>
cv::v_int16x8 eightLevels(const T* samples, const cv::v_float32x4& gain, const cv::v_float32x4& offset) {
    cv::v_int32x4 first, second;
    expand(samples, first, second);
    return cv::v_pack(levelsOf(first, gain, offset), levelsOf(second, gain, offset));
}

/// Stored values on both sides of where each level begins: elsewhere two lines that lie this close cannot
/// differ.
template <class T>
std::vector<T> aroundSteps(const Line& line) {
    constexpr double low = std::numeric_limits<T>::min(), high = std::numeric_limits<T>::max();
    std::vector<T> values{T(low), T(high)};
    for (int level = 0; level < 255; ++level) {
        const double step = std::floor((level + 0.5 - line.offset) / line.gain);
        for (double value = step - 1; value <= step + 2; ++value)
            if (value >= low && value <= high)
                values.push_back(T(value));
    }
    return values;
}

} // namespace

template <class T>
std::optional<LevelRamp> LevelRamp::of(const Line& line, bool complement, const Level& level) {
    if (!(line.gain >= flattest && line.gain <= steepest) || !std::isfinite(line.offset))
        return std::nullopt;
    const LevelRamp ramp(line, complement);
    const auto values = aroundSteps<T>(line);
    std::vector<std::uint8_t> levels(values.size());
    ramp.apply<T>(values, levels);
    for (std::size_t i = 0; i < values.size(); ++i)
        if (levels[i] != level(values[i]))
            return std::nullopt;
    return ramp;
}

template <class T>
void LevelRamp::apply(std::span<const T> samples, std::span<std::uint8_t> levels) const {
    const auto gain = cv::v_setall_f32(m_gain), offset = cv::v_setall_f32(m_offset);
    const auto flip = cv::v_setall_u8(m_flip);
    const auto sixteen = [&](const T* from, std::uint8_t* to) {
        const auto clamped =
            cv::v_pack_u(eightLevels(from, gain, offset), eightLevels(from + 8, gain, offset));
        cv::v_store(to, clamped ^ flip);
    };
    std::size_t done = 0;
    for (; done + atOnce <= samples.size(); done += atOnce)
        sixteen(samples.data() + done, levels.data() + done);
    std::array<T, atOnce> last{};
    std::array<std::uint8_t, atOnce> lastLevels{};
    std::copy(samples.begin() + std::ptrdiff_t(done), samples.end(), last.begin());
    sixteen(last.data(), lastLevels.data());
    std::copy_n(lastLevels.begin(), samples.size() - done, levels.begin() + std::ptrdiff_t(done));
}

template std::optional<LevelRamp> LevelRamp::of<std::uint16_t>(const Line&, bool, const Level&);
template std::optional<LevelRamp> LevelRamp::of<std::int16_t>(const Line&, bool, const Level&);
template void LevelRamp::apply(std::span<const std::uint16_t>, std::span<std::uint8_t>) const;
template void LevelRamp::apply(std::span<const std::int16_t>, std::span<std::uint8_t>) const;

} // namespace pleurascope::imaging
