// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Error.h"

#include <filesystem>
#include <string_view>

namespace pleurascope::desktop {

/// Starts the rotating log below `folder` (3 files of 1 MB). Without it, or where it cannot be written,
/// logging does nothing. Nothing of patients may be logged: no names, ids, or paths of films.
void startLog(const std::filesystem::path& folder);

void logInfo(std::string_view message);
void logWarning(std::string_view message);
/// An error by its code alone: details and paths may name patients.
void logError(std::string_view what, const core::Error& error);

} // namespace pleurascope::desktop
