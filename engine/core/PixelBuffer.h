// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace pleurascope::core {

/// The type of one sample in memory, host byte order.
enum class SampleType : std::uint8_t { u8, s8, u16, s16, u32, s32, f32, f64 };

[[nodiscard]] constexpr std::size_t sampleSize(SampleType type) {
    switch (type) {
    case SampleType::u8:
    case SampleType::s8:
        return 1;
    case SampleType::u16:
    case SampleType::s16:
        return 2;
    case SampleType::u32:
    case SampleType::s32:
    case SampleType::f32:
        return 4;
    case SampleType::f64:
        return 8;
    }
    return 0;
}

/// Pixels in memory: row-major, top left first, channels interleaved (H, W, C), no padding between rows.
/// Immutable and cheap to copy: copies share the memory, which may be the heap or a mapping that `owner`
/// keeps alive.
class PixelBuffer {
public:
    PixelBuffer() = default;

    /// Takes over `samples`; its size must be width * height * channels.
    template <class T>
    static PixelBuffer fromVector(int width, int height, int channels, SampleType type,
                                  std::vector<T> samples) {
        assert(sampleSize(type) == sizeof(T));
        assert(samples.size() == std::size_t(width) * std::size_t(height) * std::size_t(channels));
        auto owner = std::make_shared<std::vector<T>>(std::move(samples));
        const auto* data = reinterpret_cast<const std::byte*>(owner->data());
        return {width, height, channels, type, {data, owner->size() * sizeof(T)}, owner};
    }

    /// Views memory that `owner` keeps alive; `bytes` must have exactly the size that the other arguments
    /// imply.
    PixelBuffer(int width, int height, int channels, SampleType type, std::span<const std::byte> bytes,
                std::shared_ptr<const void> owner)
        : m_width(width)
        , m_height(height)
        , m_channels(channels)
        , m_type(type)
        , m_bytes(bytes)
        , m_owner(std::move(owner)) {
        assert(bytes.size() ==
               std::size_t(width) * std::size_t(height) * std::size_t(channels) * sampleSize(type));
    }

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }
    [[nodiscard]] int channels() const { return m_channels; }
    [[nodiscard]] SampleType type() const { return m_type; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.empty(); }
    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }
    [[nodiscard]] std::size_t sampleCount() const { return m_bytes.size() / sampleSize(m_type); }

    /// The samples as T, which must be the C++ type of `type()`.
    template <class T>
    [[nodiscard]] std::span<const T> samples() const {
        assert(sizeof(T) == sampleSize(m_type));
        return {reinterpret_cast<const T*>(m_bytes.data()), m_bytes.size() / sizeof(T)};
    }

private:
    int m_width = 0;
    int m_height = 0;
    int m_channels = 0;
    SampleType m_type = SampleType::u8;
    std::span<const std::byte> m_bytes;
    std::shared_ptr<const void> m_owner;
};

} // namespace pleurascope::core
