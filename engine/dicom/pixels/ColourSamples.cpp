// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/ColourSamples.h"

#include "engine/dicom/pixels/GreySamples.h"
#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace pleurascope::dicom {

namespace {

using Pixel = std::array<std::uint8_t, 3>;

std::uint8_t byteOf(double value) {
    return std::uint8_t(std::clamp(std::floor(value + 0.5), 0.0, 255.0));
}

/// PS3.3 C.7.6.3.1.2, solved for red, green and blue.
Pixel fromYbrFull(Pixel ybr) {
    const double y = ybr[0], cb = ybr[1] - 128.0, cr = ybr[2] - 128.0;
    return {byteOf(y + 1.402 * cr), byteOf(y - 0.344136 * cb - 0.714136 * cr), byteOf(y + 1.772 * cb)};
}

Pixel fromYbrPartial(Pixel ybr) {
    const double y = 255.0 / 219.0 * (ybr[0] - 16.0);
    const double cb = 255.0 / 224.0 * (ybr[1] - 128.0), cr = 255.0 / 224.0 * (ybr[2] - 128.0);
    return {byteOf(y + 1.402 * cr), byteOf(y - 0.344136 * cb - 0.714136 * cr), byteOf(y + 1.772 * cb)};
}

std::uint8_t complementOf(std::uint8_t ink, std::uint8_t black) {
    return std::uint8_t((255 - ink) * (255 - black) / 255);
}

/// Samples of a frame as 8 bits, wherever they lie.
template <class T>
class Samples {
public:
    Samples(const RawFrame& frame, int bits, std::uint64_t pixels)
        : m_samples(reinterpret_cast<const T*>(frame.bytes.data()))
        , m_count(frame.bytes.size() / sizeof(T))
        , m_pixelStep(frame.isPlanar ? 1 : std::size_t(frame.samples))
        , m_sampleStep(frame.isPlanar ? std::size_t(pixels) : 1)
        , m_isHalfChroma(frame.isHalfChroma)
        , m_maximum((std::uint32_t(1) << (bits - 1)) * 2 - 1)
        , m_shift(std::max(0, bits - 8))
        , m_bits(bits) {}

    [[nodiscard]] std::uint8_t at(std::size_t pixel, std::size_t sample) const {
        const auto index =
            m_isHalfChroma ? halfChromaIndex(pixel, sample) : pixel * m_pixelStep + sample * m_sampleStep;
        if (index >= m_count)
            return 0;
        const auto value = std::uint32_t(m_samples[index]) & m_maximum;
        return std::uint8_t(m_bits >= 8 ? value >> m_shift : value * 255 / m_maximum);
    }
    /// Pixels from the start that are there whole.
    [[nodiscard]] std::size_t wholePixels(std::size_t pixels, int samples) const {
        if (m_isHalfChroma)
            return std::min(pixels, m_count / 4 * 2);
        if (m_pixelStep == 1) // planes: the last one ends first
            return std::min(pixels, m_count - std::min(m_count, pixels * std::size_t(samples - 1)));
        return std::min(pixels, m_count / m_pixelStep);
    }

private:
    [[nodiscard]] static std::size_t halfChromaIndex(std::size_t pixel, std::size_t sample) {
        return pixel / 2 * 4 + (sample == 0 ? pixel % 2 : sample + 1);
    }

    const T* m_samples;
    std::size_t m_count;
    std::size_t m_pixelStep;
    std::size_t m_sampleStep;
    bool m_isHalfChroma;
    std::uint32_t m_maximum;
    int m_shift;
    int m_bits;
};

template <class Function>
void fill(std::span<std::uint8_t> rgb, std::size_t pixels, Function&& pixelAt) {
    for (std::size_t i = 0; i < pixels; ++i) {
        const Pixel pixel = pixelAt(i);
        std::copy(pixel.begin(), pixel.end(), rgb.begin() + std::ptrdiff_t(3 * i));
    }
    std::fill(rgb.begin() + std::ptrdiff_t(3 * pixels), rgb.end(), std::uint8_t(0));
}

template <class T>
core::PixelBuffer convert(const RawFrame& frame, const PixelFormat& format, int bits) {
    const auto pixels = std::size_t(format.pixelsPerFrame());
    const Samples<T> samples(frame, bits, pixels);
    const auto whole = samples.wholePixels(pixels, frame.samples);
    const auto three = [&](std::size_t i, std::size_t first = 0) {
        return Pixel{samples.at(i, first), samples.at(i, first + 1), samples.at(i, first + 2)};
    };
    imaging::FreshPixels<std::uint8_t> fresh(format.columns, format.rows, 3);
    switch (frame.model) {
    case ColourModel::rgb:
        fill(fresh.samples(), whole, [&](std::size_t i) { return three(i); });
        break;
    case ColourModel::ybrFull:
        fill(fresh.samples(), whole, [&](std::size_t i) { return fromYbrFull(three(i)); });
        break;
    case ColourModel::ybrPartial:
        fill(fresh.samples(), whole, [&](std::size_t i) { return fromYbrPartial(three(i)); });
        break;
    case ColourModel::argb:
        fill(fresh.samples(), whole, [&](std::size_t i) { return three(i, 1); });
        break;
    case ColourModel::cmyk:
        fill(fresh.samples(), whole, [&](std::size_t i) {
            auto pixel = three(i);
            for (auto& ink : pixel)
                ink = complementOf(ink, samples.at(i, 3));
            return pixel;
        });
        break;
    }
    return fresh.finish();
}

} // namespace

core::PixelBuffer colourSamples(const RawFrame& frame, const PixelFormat& format) {
    const auto pixels = format.pixelsPerFrame();
    const auto samples = frame.isHalfChroma ? pixels * 2 : pixels * std::uint64_t(frame.samples);
    const auto ordered = inHostOrder(frame, samples);
    const int bits = ordered.precision > 0 ? ordered.precision : format.bitsStored;
    const bool isRgb = ordered.model == ColourModel::rgb && ordered.samples == 3 && !ordered.isPlanar &&
                       ordered.bitsAllocated == 8 && bits == 8;
    if (isRgb && ordered.owner && ordered.bytes.size() >= pixels * 3)
        return {format.columns,
                format.rows,
                3,
                core::SampleType::u8,
                ordered.bytes.first(std::size_t(pixels) * 3),
                ordered.owner};
    switch (ordered.bitsAllocated) {
    case 8:
        return convert<std::uint8_t>(ordered, format, bits);
    case 16:
        return convert<std::uint16_t>(ordered, format, bits);
    default:
        return convert<std::uint32_t>(ordered, format, bits);
    }
}

} // namespace pleurascope::dicom
