// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>

namespace pleurascope::test {

/// Reference material beside the project: PLEURASCOPE_SHARED, else `../shared`. Tests that need it skip where
/// it is absent.
inline std::filesystem::path sharedFolder() {
    if (const char* folder = std::getenv("PLEURASCOPE_SHARED"))
        return folder;
    return std::filesystem::path(PLEURASCOPE_SOURCE_DIR).parent_path() / "shared";
}

} // namespace pleurascope::test
