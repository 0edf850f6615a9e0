// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/SharedFolder.h"

#include <cstdlib>
#include <fstream>

namespace pleurascope::testing {

std::filesystem::path sharedFile(const std::string& relative) {
    const char* folder = std::getenv("PLEURASCOPE_SHARED");
    const std::filesystem::path base = folder != nullptr
                                           ? std::filesystem::path(folder)
                                           : std::filesystem::path(PLEURASCOPE_SOURCE_DIR) / "../shared";
    return base / relative;
}

nlohmann::json readJson(const std::filesystem::path& path) {
    std::ifstream file(path);
    return nlohmann::json::parse(file);
}

} // namespace pleurascope::testing
