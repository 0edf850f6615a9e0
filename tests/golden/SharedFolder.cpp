// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/golden/SharedFolder.h"

#include "tests/support/SharedFolder.h"

#include <fstream>

namespace pleurascope::testing {

std::filesystem::path sharedFile(const std::string& relative) {
    return test::sharedFolder() / relative;
}

nlohmann::json readJson(const std::filesystem::path& path) {
    std::ifstream file(path);
    return nlohmann::json::parse(file);
}

} // namespace pleurascope::testing
