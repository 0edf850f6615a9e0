// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Npy.h"

#include "engine/core/Files.h"
#include "engine/imaging/ModalityTransform.h"

#include <algorithm>
#include <bit>
#include <string>
#include <type_traits>
#include <vector>

namespace pleurascope::imaging {

static_assert(std::endian::native == std::endian::little, "the array is written as it lies in memory");

namespace {

/// numpy.lib.format's name of a type.
const char* descriptor(core::SampleType type) {
    switch (type) {
    case core::SampleType::u8:
        return "|u1";
    case core::SampleType::s8:
        return "|i1";
    case core::SampleType::u16:
        return "<u2";
    case core::SampleType::s16:
        return "<i2";
    case core::SampleType::u32:
        return "<u4";
    case core::SampleType::s32:
        return "<i4";
    case core::SampleType::f32:
        return "<f4";
    case core::SampleType::f64:
        break;
    }
    return "<f8";
}

} // namespace

core::Result<void> writeNpy(const std::filesystem::path& path, const core::PixelBuffer& pixels) {
    // numpy.lib.format: magic, version 1.0, u16 length, a Python literal padded so that the data start at a
    // multiple of 64
    std::string header = std::string("{'descr': '") + descriptor(pixels.type()) +
                         "', 'fortran_order': False, 'shape': (" + std::to_string(pixels.height()) + ", " +
                         std::to_string(pixels.width()) +
                         (pixels.channels() > 1 ? ", " + std::to_string(pixels.channels()) : "") + "), }";
    constexpr std::size_t prefix = 10;
    while ((prefix + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    std::string file("\x93NUMPY\x01\x00", 8);
    file += char(header.size() & 0xff);
    file += char(header.size() >> 8);
    file += header;
    file.append(reinterpret_cast<const char*>(pixels.bytes().data()), pixels.bytes().size());
    return core::writeFileAtomically(path, std::string_view(file));
}

core::PixelBuffer widenedToS32(const core::PixelBuffer& pixels) {
    if (pixels.channels() != 1)
        return pixels;
    return visitSamples(pixels, [&](auto samples) -> core::PixelBuffer {
        using Sample = typename decltype(samples)::value_type;
        if constexpr (std::is_floating_point_v<Sample>)
            return pixels;
        std::vector<std::int32_t> widened(samples.size());
        std::transform(samples.begin(), samples.end(), widened.begin(),
                       [](Sample sample) { return std::int32_t(sample); });
        return core::PixelBuffer::fromVector(pixels.width(), pixels.height(), 1, core::SampleType::s32,
                                             std::move(widened));
    });
}

} // namespace pleurascope::imaging
