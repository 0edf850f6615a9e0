// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"
#include "engine/core/PixelMemory.h"

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
        , m_memory(core::newPixelMemory(m_count * sizeof(T))) {}

    [[nodiscard]] std::span<T> samples() { return {first(), m_count}; }
    [[nodiscard]] T* row(int y) {
        return first() + std::size_t(y) * std::size_t(m_width) * std::size_t(m_channels);
    }

    /// Ends the making: nothing may be written afterwards.
    [[nodiscard]] core::PixelBuffer finish() {
        std::span<const T> all(first(), m_count);
        return {m_width, m_height, m_channels, sampleType(), std::as_bytes(all), std::move(m_memory)};
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
    [[nodiscard]] T* first() { return reinterpret_cast<T*>(m_memory.get()); }

    int m_width;
    int m_height;
    int m_channels;
    std::size_t m_count;
    std::shared_ptr<std::byte[]> m_memory;
};

} // namespace pleurascope::imaging
