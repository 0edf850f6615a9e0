// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/exchange/SharedFilms.h"

#include "engine/imaging/ImageFile.h"
#include "tests/golden/SharedFolder.h"

#include <algorithm>
#include <fstream>

namespace pleurascope::testing {

std::vector<imaging::InputPlanes> sharedFilms(int count, int size) {
    std::vector<imaging::InputPlanes> films;
    for (const char* label : {"effusion", "nofinding"}) {
        std::vector<std::filesystem::path> files;
        for (const auto& entry :
             std::filesystem::directory_iterator(sharedFile(std::string("data/cxr-effusion/") + label)))
            files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        files.resize(std::min(files.size(), static_cast<std::size_t>(count) / 2));
        for (const auto& file : files)
            films.push_back(
                imaging::inputPlanes(imaging::decodeImage(core::readFile(file).value()).value(), size));
    }
    return films;
}

void writeFilms(const std::filesystem::path& path, std::span<const imaging::InputPlanes> films) {
    std::ofstream file(path, std::ios::binary);
    for (const auto& film : films)
        for (int repeat = 0; repeat < 3 / film.channels; ++repeat)
            file.write(reinterpret_cast<const char*>(film.values.data()),
                       static_cast<std::streamsize>(film.values.size() * sizeof(float)));
}

} // namespace pleurascope::testing
