// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilePlace.h"

#include <system_error>

namespace pleurascope::intake {

namespace {

constexpr std::string_view mark = "!/";

} // namespace

FilePlace FilePlace::of(const std::filesystem::path& path) {
    const auto& text = path.native();
    std::error_code ignored;
    if (text.find(mark) == std::string::npos || std::filesystem::exists(path, ignored))
        return {path, {}};
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
        if (std::filesystem::is_regular_file(text.substr(0, at), ignored))
            return {text.substr(0, at), text.substr(at + mark.size())};
    return {path, {}};
}

std::filesystem::path FilePlace::path() const {
    return member.empty() ? file : std::filesystem::path(file.native() + std::string(mark) + member);
}

} // namespace pleurascope::intake
