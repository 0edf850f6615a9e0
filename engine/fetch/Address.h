// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <string>

namespace pleurascope::fetch {

/// Whether an address may be fetched from: https, or http from this machine itself. Errors: insecureAddress,
/// invalidArgument (not an address).
[[nodiscard]] core::Result<void> checkAddress(const std::string& url);

/// Where Kaggle gives a public dataset, "owner/name", as a ZIP. Errors: invalidArgument.
[[nodiscard]] core::Result<std::string> kaggleAddress(const std::string& dataset);

} // namespace pleurascope::fetch
