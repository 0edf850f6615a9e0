// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Progress.h"
#include "engine/fetch/PartialFile.h"

#include <stop_token>

namespace pleurascope::fetch {

/// One HTTP exchange that fills a PartialFile from where it stands: a Range with If-Range where it bears a
/// mark, so that a server that has another version by now, or no ranges, sends the whole. Libcurl.
struct Transfer {
    const std::string& url;
    std::uint64_t limit; ///< bytes of the whole file
    const core::ProgressObserver& progress;
    std::stop_token stop;

    /// Errors: networkFailed, serverRefused, timedOut, limitExceeded, diskFull, writeFailed.
    [[nodiscard]] core::Result<core::Outcome> run(PartialFile& file) const;
};

} // namespace pleurascope::fetch
