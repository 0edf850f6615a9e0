// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Profile.h"
#include "engine/reading/ModelShelf.h"
#include "engine/store/Library.h"
#include "ui/widgets/Settings.h"

#include <filesystem>

namespace pleurascope::ui::shell {

/// What the window works with. app makes and owns all of it, and keeps it until the window and the global
/// thread pool's work are gone.
struct Services {
    core::Profile profile;
    std::filesystem::path readerProgram;
    store::Library& library;
    reading::ModelShelf& shelf;
    widgets::Settings& settings;
};

} // namespace pleurascope::ui::shell
