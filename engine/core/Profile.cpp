// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Profile.h"

#include "engine/core/Files.h"

#include <cstdlib>
#include <string>

namespace pleurascope::core {

namespace {

/// XDG_<what>_HOME if it is absolute (the specification wants relative ones ignored), else ~/<otherwise>.
std::filesystem::path xdgFolder(const char* variable, const char* otherwise) {
    const char* value = std::getenv(variable);
    if (value != nullptr && std::filesystem::path(value).is_absolute())
        return std::filesystem::path(value) / "pleurascope";
    const char* home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : "/") / otherwise / "pleurascope";
}

} // namespace

Result<Profile> Profile::open(const std::optional<std::filesystem::path>& folder) {
    Profile profile;
    if (folder) {
        std::error_code error;
        const auto base = std::filesystem::absolute(*folder, error);
        profile = {base / "data", base / "config", base / "cache"};
    } else {
        profile = {xdgFolder("XDG_DATA_HOME", ".local/share"), xdgFolder("XDG_CONFIG_HOME", ".config"),
                   xdgFolder("XDG_CACHE_HOME", ".cache")};
    }
    for (const auto& path : {profile.data, profile.config, profile.cache, profile.modelsFolder(),
                             profile.runsFolder(), profile.logsFolder(), profile.thumbnailsFolder()})
        if (const auto made = createFolders(path); !made)
            return failure(made);
    return profile;
}

} // namespace pleurascope::core
