// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <soci/soci.h>

namespace pleurascope::store {

/// Copies every row of every table from one library into another that has none, of the same version, whatever
/// databases they are in. Inside the callers' transactions. Throws what SOCI throws.
void copyLibrary(soci::session& from, soci::session& to);

} // namespace pleurascope::store
