// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/JsonLine.h"

#include <cstdio>

namespace pleurascope::cli {

std::string jsonLine(const nlohmann::ordered_json& object) {
    return object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

void printJson(const nlohmann::ordered_json& object) {
    std::printf("%s\n", jsonLine(object).c_str());
}

} // namespace pleurascope::cli
