// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/GreySamples.h"

#include "engine/dicom/pixels/StoredBits.h"
#include "engine/imaging/FreshPixels.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

namespace pleurascope::dicom {

namespace {

static_assert(std::endian::native == std::endian::little, "DICOM's usual order is taken as it is");

/// Whether a lossy decoder may have put values beyond Bits Stored that are still whole. Values of a signed
/// codestream are known to be beyond; those in plain bits have wrapped already.
bool wantsClamping(const RawFrame& frame, const PixelFormat& format) {
    return frame.isLossy && format.highBit < format.bitsStored && frame.isSignExtended == format.isSigned;
}

/// Loops of a fixed length: compilers vectorize them.
constexpr std::size_t block = 2048;

template <class T>
bool areAsStored(std::span<const T> samples, const StoredBits<T>& bits) {
    using Unsigned = std::make_unsigned_t<T>;
    if (bits.fillContainer())
        return true;
    if (bits.shift != 0)
        return false;
    while (samples.size() >= block) {
        Unsigned excess = 0;
        for (std::size_t i = 0; i < block; ++i)
            excess = Unsigned(excess | bits.excess(Unsigned(samples[i])));
        if (excess != 0)
            return false;
        samples = samples.subspan(block);
    }
    return std::all_of(samples.begin(), samples.end(),
                       [&](T sample) { return bits.excess(Unsigned(sample)) == 0; });
}

template <class Source, class T, class Operation>
void transform(const Source* __restrict source, T* __restrict target, std::size_t count,
               Operation operation) {
    for (; count >= block; count -= block, source += block, target += block)
        for (std::size_t i = 0; i < block; ++i)
            target[i] = operation(source[i]);
    for (std::size_t i = 0; i < count; ++i)
        target[i] = operation(source[i]);
}

/// `Source` is as signed as the decoder made it, T as the format says.
template <class Source, class T>
core::PixelBuffer convert(const RawFrame& frame, const PixelFormat& format, std::int32_t background) {
    const StoredBits<T> bits(format.bitsStored, format.highBit);
    const auto pixels = std::size_t(format.pixelsPerFrame());
    const auto* source = reinterpret_cast<const Source*>(frame.bytes.data());
    const auto available = std::min(pixels, frame.bytes.size() / sizeof(Source));
    if constexpr (sizeof(Source) == sizeof(T)) {
        const std::span<const T> same(reinterpret_cast<const T*>(source), available);
        if (frame.owner && available == pixels && areAsStored(same, bits))
            return {format.columns,      format.rows, 1, imaging::FreshPixels<T>::sampleType(),
                    std::as_bytes(same), frame.owner};
    }
    imaging::FreshPixels<T> fresh(format.columns, format.rows, 1);
    T* target = fresh.samples().data();
    if (wantsClamping(frame, format))
        transform(source, target, available, [&](Source raw) { return bits.clamped(T(raw)); });
    else
        transform(source, target, available,
                  [&](Source raw) { return bits.masked(std::make_unsigned_t<T>(T(raw))); });
    std::fill(target + available, target + pixels, T(background));
    return fresh.finish();
}

template <class Unsigned>
core::PixelBuffer convertTo(const RawFrame& frame, const PixelFormat& format, std::int32_t background) {
    using Signed = std::make_signed_t<Unsigned>;
    const auto to = [&]<class T>(T) -> core::PixelBuffer {
        switch (frame.bitsAllocated) {
        case 8:
            return frame.isSignExtended ? convert<std::int8_t, T>(frame, format, background)
                                        : convert<std::uint8_t, T>(frame, format, background);
        case 16:
            return frame.isSignExtended ? convert<std::int16_t, T>(frame, format, background)
                                        : convert<std::uint16_t, T>(frame, format, background);
        default:
            return frame.isSignExtended ? convert<std::int32_t, T>(frame, format, background)
                                        : convert<std::uint32_t, T>(frame, format, background);
        }
    };
    return format.isSigned ? to(Signed()) : to(Unsigned());
}

int containerBits(int bits) {
    return bits <= 8 ? 8 : bits <= 16 ? 16 : 32;
}

/// Samples of any number of bits, lowest bit first (PS3.5 8.1.1).
template <class T>
void unpack(const RawFrame& frame, std::span<T> samples) {
    std::uint64_t bit = frame.firstBit;
    for (auto& sample : samples) {
        std::uint64_t window = 0;
        const auto first = std::size_t(bit / 8);
        for (std::size_t k = 0; k < 5 && first + k < frame.bytes.size(); ++k)
            window |= std::to_integer<std::uint64_t>(frame.bytes[first + k]) << (8 * k);
        sample = T(window >> (bit % 8) & ((std::uint64_t(1) << frame.bitsAllocated) - 1));
        bit += std::uint64_t(frame.bitsAllocated);
    }
}

template <class T>
RawFrame unpacked(const RawFrame& frame, std::uint64_t sampleCount) {
    const auto bits = frame.bytes.size() * 8 - std::min(frame.bytes.size() * 8, frame.firstBit);
    const auto available = std::min<std::uint64_t>(sampleCount, bits / std::uint64_t(frame.bitsAllocated));
    auto memory = std::make_shared_for_overwrite<T[]>(std::size_t(available));
    unpack(frame, std::span(memory.get(), std::size_t(available)));
    RawFrame whole = frame;
    whole.bytes = std::as_bytes(std::span(memory.get(), std::size_t(available)));
    whole.owner = std::move(memory);
    whole.firstBit = 0;
    whole.bitsAllocated = int(sizeof(T)) * 8;
    return whole;
}

/// Each group of `size` bytes turned round; what is left over at the end is left out.
RawFrame swapped(const RawFrame& frame, std::size_t size) {
    const auto length = frame.bytes.size() / size * size;
    auto memory = std::make_shared_for_overwrite<std::byte[]>(length);
    for (std::size_t i = 0; i < length; i += size)
        std::reverse_copy(frame.bytes.begin() + std::ptrdiff_t(i),
                          frame.bytes.begin() + std::ptrdiff_t(i + size), memory.get() + i);
    RawFrame result = frame;
    result.bytes = {memory.get(), length};
    result.owner = std::move(memory);
    result.isBigEndian = false;
    result.isSwappedBytes = false;
    return result;
}

bool isAligned(const RawFrame& frame) {
    return reinterpret_cast<std::uintptr_t>(frame.bytes.data()) % std::size_t(frame.bitsAllocated / 8) == 0;
}

} // namespace

RawFrame inHostOrder(const RawFrame& frame, std::uint64_t sampleCount) {
    const bool isWhole = frame.bitsAllocated == 8 || frame.bitsAllocated == 16 || frame.bitsAllocated == 32 ||
                         frame.bitsAllocated == 64;
    if (frame.isSwappedBytes) {
        auto whole = swapped(frame, 2);
        whole.bytes = whole.bytes.subspan(std::min(whole.bytes.size(), frame.firstBit / 8));
        whole.firstBit = frame.firstBit % 8;
        return inHostOrder(whole, sampleCount);
    }
    if (!isWhole) {
        switch (containerBits(frame.bitsAllocated)) {
        case 8:
            return unpacked<std::uint8_t>(frame, sampleCount);
        case 16:
            return unpacked<std::uint16_t>(frame, sampleCount);
        default:
            return unpacked<std::uint32_t>(frame, sampleCount);
        }
    }
    if (frame.isBigEndian && frame.bitsAllocated > 8)
        return swapped(frame, std::size_t(frame.bitsAllocated / 8));
    return isAligned(frame) ? frame : swapped(frame, 1); // a plain copy
}

core::PixelBuffer greySamples(const RawFrame& frame, const PixelFormat& format, std::int32_t background) {
    const auto ordered = inHostOrder(frame, format.pixelsPerFrame());
    switch (containerBits(format.bitsAllocated)) { // of the result, whatever the decoder gave
    case 8:
        return convertTo<std::uint8_t>(ordered, format, background);
    case 16:
        return convertTo<std::uint16_t>(ordered, format, background);
    default:
        return convertTo<std::uint32_t>(ordered, format, background);
    }
}

core::PixelBuffer floatSamples(const RawFrame& frame, const PixelFormat& format) {
    const auto ordered = inHostOrder(frame, format.pixelsPerFrame());
    const auto copied = [&]<class T>(T) {
        imaging::FreshPixels<T> fresh(format.columns, format.rows, 1);
        const auto samples = std::as_writable_bytes(fresh.samples());
        const auto available = std::min(samples.size(), ordered.bytes.size() / sizeof(T) * sizeof(T));
        std::copy_n(ordered.bytes.begin(), available, samples.begin());
        std::fill(samples.begin() + std::ptrdiff_t(available), samples.end(), std::byte(0));
        return fresh.finish();
    };
    return frame.bitsAllocated == 64 ? copied(double()) : copied(float());
}

} // namespace pleurascope::dicom
