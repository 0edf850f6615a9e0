// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/InputPlanes.h"

#include <filesystem>
#include <span>

namespace pleurascope::testing {

/// The first `count` films of ../shared/data/cxr-effusion, half of them of each class, as a network takes
/// them.
[[nodiscard]] std::vector<imaging::InputPlanes> sharedFilms(int count, int size);

/// As (films, 3, size, size) float32 values in a file; a grey film three times.
void writeFilms(const std::filesystem::path& path, std::span<const imaging::InputPlanes> films);

} // namespace pleurascope::testing
