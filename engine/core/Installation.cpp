// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Installation.h"

#include <cstdlib>

namespace pleurascope::core {

namespace {

std::filesystem::path folderFrom(const char* variable, const std::filesystem::path& otherwise) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0' ? std::filesystem::path(value) : otherwise;
}

std::filesystem::path moduleFolder() {
    return folderFrom("PLEURASCOPE_LIB", executableFolder().parent_path() / "lib");
}

} // namespace

std::string_view programVersion() {
    return PLEURASCOPE_VERSION;
}

std::filesystem::path executableFolder() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    return error ? std::filesystem::current_path(error) : program.parent_path();
}

std::filesystem::path readerProgram() {
    return folderFrom("PLEURASCOPE_BIN", executableFolder()) / "pleurascope-reader";
}

std::filesystem::path commandLineProgram() {
    return folderFrom("PLEURASCOPE_BIN", executableFolder()) / "pleurascope-cli";
}

std::filesystem::path learningModuleFile() {
    return moduleFolder() / "libpleurascope-learning.so";
}

std::filesystem::path windowModuleFile() {
    return moduleFolder() / "libpleurascope-window.so";
}

} // namespace pleurascope::core
