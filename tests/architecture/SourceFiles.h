// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace pleurascope::testing {

/// A source file and what it includes.
struct SourceFile {
    std::filesystem::path path;        ///< relative to the checkout
    std::string folder;                ///< "engine/dicom", "ui/browse", "app/cli"
    std::vector<std::string> includes; ///< as written, without quotes or brackets
};

/// Every .h and .cpp below app, ui and engine.
[[nodiscard]] std::vector<SourceFile> sourceFiles();

} // namespace pleurascope::testing
