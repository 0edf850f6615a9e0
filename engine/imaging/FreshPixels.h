// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <cstdint>
#include <memory>
#include <span>
#include <type_traits>

namespace pleurascope::imaging {

/// Pixels being made: memory that is not cleared first (the maker writes every sample), then handed over as a
/// PixelBuffer.
template <class T>
class FreshPixels {
public:
    FreshPixels(int width, int height, int channels)
        : m_width(width)
        , m_height(height)
        , m_channels(channels)
        , m_count(std::size_t(width) * std::size_t(height) * std::size_t(channels))
        , m_samples(std::make_shared_for_overwrite<T[]>(m_count)) {}

    [[nodiscard]] std::span<T> samples() { return {m_samples.get(), m_count}; }
    [[nodiscard]] T* row(int y) {
        return m_samples.get() + std::size_t(y) * std::size_t(m_width) * std::size_t(m_channels);
    }

    /// Ends the making: nothing may be written afterwards.
    [[nodiscard]] core::PixelBuffer finish() {
        std::span<const T> all(m_samples.get(), m_count);
        return {m_width, m_height, m_channels, sampleType(), std::as_bytes(all), std::move(m_samples)};
    }

    [[nodiscard]] static constexpr core::SampleType sampleType() {
        using core::SampleType;
        if constexpr (std::is_floating_point_v<T>)
            return sizeof(T) == 4 ? SampleType::f32 : SampleType::f64;
        else if constexpr (sizeof(T) == 1)
            return std::is_signed_v<T> ? SampleType::s8 : SampleType::u8;
        else if constexpr (sizeof(T) == 2)
            return std::is_signed_v<T> ? SampleType::s16 : SampleType::u16;
        else
            return std::is_signed_v<T> ? SampleType::s32 : SampleType::u32;
    }

private:
    int m_width;
    int m_height;
    int m_channels;
    std::size_t m_count;
    std::shared_ptr<T[]> m_samples;
};

} // namespace pleurascope::imaging
