// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/PixelsInFile.h"

#include "engine/dicom/pixels/StoredBits.h"

#include <cassert>

namespace pleurascope::dicom {

namespace {

/// In steps of a fixed length: compilers vectorize them.
template <class T, class Operation>
void changeEach(T* samples, std::size_t count, Operation operation) {
    constexpr std::size_t block = 2048;
    for (; count >= block; count -= block, samples += block)
        for (std::size_t i = 0; i < block; ++i)
            samples[i] = operation(std::make_unsigned_t<T>(samples[i]));
    for (std::size_t i = 0; i < count; ++i)
        samples[i] = operation(std::make_unsigned_t<T>(samples[i]));
}

template <class T>
void mask(std::span<std::byte> bytes, int bitsStored, int highBit) {
    const StoredBits<T> bits(bitsStored, highBit);
    if (bits.fillContainer())
        return;
    auto* samples = reinterpret_cast<T*>(bytes.data());
    const std::size_t count = bytes.size() / sizeof(T);
    using Unsigned = std::make_unsigned_t<T>;
    if (bits.shift == 0)
        changeEach(samples, count, [bits](Unsigned raw) { return bits.inPlace(raw); });
    else
        changeEach(samples, count, [bits](Unsigned raw) { return bits.masked(raw); });
}

} // namespace

void maskSamples(std::span<std::byte> samples, const PixelsInFile& pixels) {
    switch (pixels.type) {
    case core::SampleType::u8:
        return mask<std::uint8_t>(samples, pixels.bitsStored, pixels.highBit);
    case core::SampleType::s8:
        return mask<std::int8_t>(samples, pixels.bitsStored, pixels.highBit);
    case core::SampleType::u16:
        return mask<std::uint16_t>(samples, pixels.bitsStored, pixels.highBit);
    case core::SampleType::s16:
        return mask<std::int16_t>(samples, pixels.bitsStored, pixels.highBit);
    case core::SampleType::u32:
        return mask<std::uint32_t>(samples, pixels.bitsStored, pixels.highBit);
    case core::SampleType::s32:
        return mask<std::int32_t>(samples, pixels.bitsStored, pixels.highBit);
    case core::SampleType::f32:
    case core::SampleType::f64:
        break;
    }
    assert(false);
}

} // namespace pleurascope::dicom
