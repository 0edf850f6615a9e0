// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/OpenLibrary.h"

#include <pwd.h>
#include <unistd.h>

namespace pleurascope::cli {

namespace {

std::string userName() {
    const passwd* entry = ::getpwuid(::geteuid());
    return entry ? entry->pw_name : std::to_string(::geteuid());
}

} // namespace

void addLibraryOption(CLI::App& command, std::string& library) {
    command
        .add_option("--library", library,
                    "The library: a file, or postgresql://user@host/database (default: the profile's)")
        ->type_name("PATH|URI");
}

core::Result<store::LibraryLocation> libraryLocation(const std::string& library, const Context& context) {
    if (!library.empty())
        return store::LibraryLocation::parse(library);
    const auto profile = core::Profile::open(context.profile);
    if (!profile)
        return core::failure(profile);
    return store::LibraryLocation(profile->libraryFile());
}

core::Result<std::unique_ptr<store::Library>> openLibrary(const std::string& library, const Context& context,
                                                          bool mayBeMade) {
    const auto location = libraryLocation(library, context);
    if (!location)
        return core::failure(location);
    std::error_code unknown;
    if (!location->isServer() && !mayBeMade && !std::filesystem::exists(location->file(), unknown))
        return core::failure(core::ErrorCode::fileNotFound, "there is no library", location->name());
    auto opened = store::Library::open(*location);
    if (opened)
        (*opened)->setActor(userName());
    return opened;
}

} // namespace pleurascope::cli
