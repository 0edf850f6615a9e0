// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"

#include <filesystem>

namespace pleurascope::intake {

/// The bytes at a path that may lead into a ZIP file (see FilePlace.h), unfolded in this process: for files
/// that an isolated reader has seen, or for debugging. Errors: those of core::readFile and FilmArchive, with
/// the path.
[[nodiscard]] core::Result<core::Bytes> readFileBytes(const std::filesystem::path& path);

} // namespace pleurascope::intake
