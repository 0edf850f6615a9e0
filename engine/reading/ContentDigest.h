// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/intake/Film.h"

#include <string>

namespace pleurascope::reading {

/// What tells true copies of a film from films that only share its SOP Instance UID: SHA-256 over what the
/// header says and over samples spread evenly through the pixels, which stand at the end of the file. Quick
/// (64 KiB are read) at the price that a change between the samples goes unseen. Empty where the file cannot
/// be read.
[[nodiscard]] std::string contentDigest(const intake::FilmHeader& header);

} // namespace pleurascope::reading
