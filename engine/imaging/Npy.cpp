// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/imaging/Npy.h"

#include "engine/core/Files.h"

#include <bit>
#include <cassert>
#include <string>

namespace pleurascope::imaging {

static_assert(std::endian::native == std::endian::little, "the array is written as it lies in memory");

core::Result<void> writeNpy(const std::filesystem::path& path, const core::PixelBuffer& map) {
    assert(map.type() == core::SampleType::f32 && map.channels() == 1);
    // numpy.lib.format: magic, version 1.0, u16 length, a Python literal padded so that the data start at a
    // multiple of 64
    std::string header = "{'descr': '<f4', 'fortran_order': False, 'shape': (" +
                         std::to_string(map.height()) + ", " + std::to_string(map.width()) + "), }";
    constexpr std::size_t prefix = 10;
    while ((prefix + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    std::string file("\x93NUMPY\x01\x00", 8);
    file += char(header.size() & 0xff);
    file += char(header.size() >> 8);
    file += header;
    file.append(reinterpret_cast<const char*>(map.bytes().data()), map.bytes().size());
    return core::writeFileAtomically(path, std::string_view(file));
}

} // namespace pleurascope::imaging
