// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/WindowModule.h"
#include "app/window/DesktopApplication.h"

namespace pleurascope::desktop {

namespace {

/// The library that is meant; the profile's own, if it is damaged, as its newest whole backup has it.
core::Result<OpenedLibrary> openLibrary(const WindowStart& start) {
    store::LibraryLocation location = start.profile.libraryFile();
    if (!start.library.isEmpty()) {
        const auto parsed = store::LibraryLocation::parse(start.library.toStdString());
        if (!parsed)
            return core::failure(parsed);
        location = *parsed;
    }
    OpenedLibrary opened;
    auto library = store::Library::open(location);
    if (!library && library.error().code == core::ErrorCode::databaseDamaged && start.library.isEmpty()) {
        if (auto salvaged = store::salvageLibrary(location.file(), start.profile.backupsFolder())) {
            opened.salvaged = std::move(*salvaged);
            library = store::Library::open(location);
        }
    }
    if (!library)
        return core::failure(library);
    opened.library = std::move(*library);
    return opened;
}

class Module : public WindowModule {
public:
    core::Result<std::unique_ptr<WindowContent>> fill(const WindowStart& start) override {
        auto opened = openLibrary(start);
        if (!opened)
            return core::failure(opened);
        return std::make_unique<DesktopApplication>(start, std::move(*opened));
    }

    bool handOver(const core::Profile& profile, const QStringList& paths) override {
        return FileHandover(profile.data).give(paths);
    }
};

} // namespace

extern "C" __attribute__((visibility("default"))) WindowModule* pleurascopeWindowModule() {
    static Module module;
    return &module;
}

} // namespace pleurascope::desktop
