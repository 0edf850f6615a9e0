// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace pleurascope::cli {

/// An object on one line, without its end. Bytes that are not UTF-8, as names of files may have, become
/// U+FFFD.
[[nodiscard]] std::string jsonLine(const nlohmann::ordered_json& object);

/// `--json`: the object as a line on standard output.
void printJson(const nlohmann::ordered_json& object);

} // namespace pleurascope::cli
