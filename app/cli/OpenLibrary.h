// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Command.h"
#include "engine/store/Library.h"

#include <memory>
#include <string>

namespace pleurascope::cli {

/// `--library`, with what it may be.
void addLibraryOption(CLI::App& command, std::string& library);

/// Where `--library` says, or the profile's. Errors: those of LibraryLocation::parse, and of the profile.
[[nodiscard]] core::Result<store::LibraryLocation> libraryLocation(const std::string& library,
                                                                   const Context& context);

/// The library that is meant, with this user as who works with it. Errors: those of libraryLocation and
/// store::Library::open; fileNotFound where a library in a file is not there and may not be made.
[[nodiscard]] core::Result<std::unique_ptr<store::Library>>
openLibrary(const std::string& library, const Context& context, bool mayBeMade);

} // namespace pleurascope::cli
