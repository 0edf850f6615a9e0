// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace pleurascope::test {

/// dicom3tools' checker of DICOM objects.
inline bool isDciodvfyThere() {
    return std::system("command -v dciodvfy > /dev/null 2>&1") == 0;
}

/// Its lines that begin with 'Error'.
inline std::string dciodvfyErrors(const std::filesystem::path& file) {
    std::FILE* output = ::popen(("dciodvfy '" + file.string() + "' 2>&1").c_str(), "r");
    std::string errors;
    std::array<char, 1024> line{};
    while (output && std::fgets(line.data(), int(line.size()), output))
        if (std::string(line.data()).starts_with("Error"))
            errors += line.data();
    if (output)
        ::pclose(output);
    return errors;
}

} // namespace pleurascope::test
