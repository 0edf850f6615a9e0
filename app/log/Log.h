// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace pleurascope::log {

/// Starts the rotating log `name`.log below `folder` (3 files of 1 MB). Without it, or where it cannot be
/// written, logging does nothing. Nothing of patients may be logged: no names, ids, or paths of films.
void start(const std::filesystem::path& folder, const std::string& name);

void info(std::string_view message);
void warning(std::string_view message);
/// An error by its code alone: details and paths may name patients.
void error(std::string_view what, const core::Error& reason);

} // namespace pleurascope::log
