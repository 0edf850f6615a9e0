// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/store/Library.h"

#include <functional>
#include <stop_token>

namespace pleurascope::reading {

struct VerificationReport {
    core::Outcome outcome = core::Outcome::finished;
    int sound = 0;
    int changed = 0;
    int missing = 0;
};

/// Reads the file of every film again, whole, whether it is there and what came in, and notes in the library
/// what it finds. Where its SHA-256 is not known yet, its size and the digest of its import
/// (intake::contentDigest) must do, and the SHA-256 is kept for the next time. `found` is called for each
/// film that is not sound. Files are never changed. Errors: the library's.
[[nodiscard]] core::Result<VerificationReport>
verifyLibrary(store::Library& library, const std::function<void(const store::FilmRecord&)>& found,
              const core::ProgressObserver& progress, std::stop_token stop);

} // namespace pleurascope::reading
