// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/WindowModule.h"

#include <dlfcn.h>

namespace pleurascope::desktop {

core::Result<WindowModule*> openWindowModule(const std::filesystem::path& file) {
    using Entry = WindowModule* (*)();
    const auto broken = [&] {
        const char* word = ::dlerror();
        return core::failure(core::ErrorCode::internal, word != nullptr ? word : "", file.string());
    };
    void* library = ::dlopen(file.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library == nullptr)
        return broken();
    const auto entry = reinterpret_cast<Entry>(::dlsym(library, "pleurascopeWindowModule"));
    if (entry == nullptr)
        return broken();
    return entry();
}

} // namespace pleurascope::desktop
