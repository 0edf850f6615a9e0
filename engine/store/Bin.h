// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Library.h"

namespace pleurascope::store {

/// What went when the bin was emptied.
struct EmptiedBin {
    int studies = 0;
    int copies = 0; ///< files of the library's own
};

/// Takes what is in the bin out of the library for good, and then deletes the copies that it kept of it.
/// Errors: the library's.
[[nodiscard]] core::Result<EmptiedBin> emptyBin(Library& library);

} // namespace pleurascope::store
