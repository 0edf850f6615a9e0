// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/intake/FilmReader.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace pleurascope::cli {

/// A file that was asked for, or the reason why an argument stands for none.
using Input = core::Result<std::filesystem::path>;

/// The films behind PATH arguments, in order: see intake::listFilms.
[[nodiscard]] std::vector<Input>
inputsOf(const std::vector<std::string>& arguments, intake::FilmReader& reader,
         intake::DirectoryFiles directories = intake::DirectoryFiles::leftOut);

/// The isolated reader, or one in this process.
[[nodiscard]] std::unique_ptr<intake::FilmReader> filmReader(bool inProcess);
/// `--in-process`
void addInProcessFlag(CLI::App& command, bool& inProcess);

/// "512,128" as numbers. Errors: invalidArgument.
[[nodiscard]] core::Result<std::vector<double>> numberList(const std::string& text);

/// Empty where the text is an MD5 as it is written down, else what is wrong with it.
[[nodiscard]] std::string md5Problem(const std::string& text);

} // namespace pleurascope::cli
