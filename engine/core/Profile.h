// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <filesystem>
#include <optional>

namespace pleurascope::core {

/// Where a user's things are kept. By default the XDG base directories (freedesktop.org Base Directory
/// Specification); with `--profile DIR` everything stands below DIR.
struct Profile {
    std::filesystem::path data;   ///< library, models, runs, logs: must survive
    std::filesystem::path config; ///< settings
    std::filesystem::path cache;  ///< may be deleted at any time

    [[nodiscard]] std::filesystem::path libraryFile() const { return data / "library.sqlite"; }
    /// Copies of the library, one a day.
    [[nodiscard]] std::filesystem::path backupsFolder() const { return data / "backups"; }
    [[nodiscard]] std::filesystem::path modelsFolder() const { return data / "models"; }
    [[nodiscard]] std::filesystem::path runsFolder() const { return data / "runs"; }
    /// Pre-trained weights that were fetched.
    [[nodiscard]] std::filesystem::path weightsFolder() const { return data / "weights"; }
    [[nodiscard]] std::filesystem::path logsFolder() const { return data / "logs"; }
    [[nodiscard]] std::filesystem::path demonstrationFolder() const { return data / "demonstration"; }
    [[nodiscard]] std::filesystem::path settingsFile() const { return config / "settings.ini"; }
    [[nodiscard]] std::filesystem::path downloadsFolder() const { return cache / "downloads"; }
    [[nodiscard]] std::filesystem::path thumbnailsFolder() const { return cache / "thumbnails"; }
    [[nodiscard]] std::filesystem::path featuresFolder() const { return cache / "features"; }

    /// The profile below `folder`, or the user's own when there is none. Folders are created. Errors:
    /// writeFailed, diskFull.
    [[nodiscard]] static Result<Profile> open(const std::optional<std::filesystem::path>& folder);
};

} // namespace pleurascope::core
