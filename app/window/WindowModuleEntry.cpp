// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/WindowModule.h"
#include "app/window/DesktopApplication.h"

namespace pleurascope::desktop {

namespace {

class Module : public WindowModule {
public:
    core::Result<std::unique_ptr<WindowContent>> fill(const WindowStart& start) override {
        auto library = store::Library::open(start.profile.libraryFile());
        if (!library)
            return core::failure(library);
        return std::make_unique<DesktopApplication>(start, std::move(*library));
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
