// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/core/Result.h"

#include <filesystem>
#include <stop_token>

namespace pleurascope::fetch {

/// What an archive may unfold to.
struct ExtractionLimits {
    std::uint64_t entries = 200'000;
    std::uint64_t bytes = std::uint64_t(64) << 30;
    std::uint64_t ratio = 200; ///< bytes for each byte of the archive, beyond the first 16 MiB of an entry
};

/// Unfolds a ZIP into `folder`, which must not be there or be empty. Written aside and renamed: the folder
/// appears whole or not at all. Nothing leaves it: absolute names, '..', backslashes, links and devices are
/// refused, and so are encrypted entries and names that come twice. Errors: fileNotFound, truncated, damaged,
/// unsafeArchive, limitExceeded, alreadyExists, diskFull, writeFailed.
[[nodiscard]] core::Result<core::Outcome>
extractZip(const std::filesystem::path& archive, const std::filesystem::path& folder,
           const ExtractionLimits& limits, const core::ProgressObserver& progress, std::stop_token stop);

} // namespace pleurascope::fetch
