// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/ImageFile.h"

#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>

namespace pleurascope::benchmarks {

/// `count` films of noise in each of two classes, `size` square, one folder a class.
inline void writeFilms(const std::filesystem::path& folder, int count, int size = 512) {
    std::mt19937 generator(1);
    for (const char* name : {"effusion", "nofinding"}) {
        std::filesystem::create_directories(folder / name);
        for (int i = 0; i < count; ++i) {
            std::vector<std::uint8_t> pixels(std::size_t(size) * std::size_t(size));
            for (auto& pixel : pixels)
                pixel = static_cast<std::uint8_t>(generator());
            const auto film =
                core::PixelBuffer::fromVector(size, size, 1, core::SampleType::u8, std::move(pixels));
            if (!imaging::writePng(folder / name / (std::to_string(i) + ".png"), film))
                std::abort();
        }
    }
}

} // namespace pleurascope::benchmarks
