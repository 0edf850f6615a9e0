// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace pleurascope::test {

/// A binary PGM of 8 bits, as DCMTK's tools write it; empty where the file is none.
inline core::PixelBuffer readPgm(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string magic;
    int width = 0, height = 0, top = 0;
    stream >> magic >> width >> height >> top;
    stream.get();
    if (!stream || magic != "P5" || top != 255 || width <= 0 || height <= 0)
        return {};
    std::vector<std::uint8_t> levels(std::size_t(width) * std::size_t(height));
    stream.read(reinterpret_cast<char*>(levels.data()), std::streamsize(levels.size()));
    return core::PixelBuffer::fromVector(width, height, 1, core::SampleType::u8, std::move(levels));
}

/// Whether a program can be started.
inline bool isProgramThere(const std::string& name) {
    return std::system(("command -v " + name + " > /dev/null 2>&1").c_str()) == 0;
}

} // namespace pleurascope::test
