// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/learning/LearningModule.h"

#include <dlfcn.h>

#include <mutex>

namespace pleurascope::learning {

namespace {

using Entry = LearningModule* (*)();

core::Result<LearningModule*> load(const std::filesystem::path& file) {
    const auto unavailable = [&] {
        const char* word = ::dlerror();
        return core::failure(core::ErrorCode::learningUnavailable, word != nullptr ? word : "",
                             file.string());
    };
    void* library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        return unavailable();
    const auto entry = reinterpret_cast<Entry>(::dlsym(library, "pleurascopeLearningModule"));
    if (entry == nullptr)
        return unavailable();
    return entry();
}

} // namespace

core::Result<LearningModule*> openLearningModule(const std::filesystem::path& file) {
    static std::mutex mutex;
    static LearningModule* module = nullptr;
    const std::lock_guard lock(mutex);
    if (module == nullptr) {
        auto loaded = load(file);
        if (!loaded)
            return loaded;
        module = *loaded;
    }
    return module;
}

} // namespace pleurascope::learning
