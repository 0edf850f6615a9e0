// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pleurascope::cli {

/// A file that was asked for, or the reason why an argument stands for none.
using Input = core::Result<std::filesystem::path>;

/// The files behind PATH arguments, in order; a folder stands for all files below it.
[[nodiscard]] std::vector<Input> inputsOf(const std::vector<std::string>& arguments);

/// "512,128" as numbers. Errors: invalidArgument.
[[nodiscard]] core::Result<std::vector<double>> numberList(const std::string& text);

} // namespace pleurascope::cli
