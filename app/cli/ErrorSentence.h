// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Error.h"

#include <string>

namespace pleurascope::cli {

/// What happened, in plain English, without the file: "is cut short (7FE0,0010 ends at byte 12)".
[[nodiscard]] std::string reasonText(const core::Error& error);

/// The whole sentence with the file, as printed: "films/a.dcm: is cut short (...)".
[[nodiscard]] std::string sentence(const core::Error& error);

/// Prints `pleurascope-cli: sentence` on standard error.
void printError(const core::Error& error);
/// Prints the error, and is the command's exit code: `failed`.
[[nodiscard]] int fail(const core::Error& error);
/// Of a run: where memory was too small also what needs less.
[[nodiscard]] int failRun(const core::Error& error);

} // namespace pleurascope::cli
