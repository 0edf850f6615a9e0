// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

namespace pleurascope::core {

/// Program version, "0.1.0".
[[nodiscard]] std::string_view programVersion();

/// The folder of the running executable (Linux: /proc/self/exe).
[[nodiscard]] std::filesystem::path executableFolder();

/// `pleurascope-reader`, beside the running executable or in PLEURASCOPE_BIN; tests run from another folder
/// and set that.
[[nodiscard]] std::filesystem::path readerProgram();

/// `pleurascope-cli`, likewise.
[[nodiscard]] std::filesystem::path commandLineProgram();

/// `libpleurascope-learning.so`, in ../lib beside the executable's folder or in PLEURASCOPE_LIB.
[[nodiscard]] std::filesystem::path learningModuleFile();

/// `libpleurascope-window.so`, in the same folder.
[[nodiscard]] std::filesystem::path windowModuleFile();

} // namespace pleurascope::core
