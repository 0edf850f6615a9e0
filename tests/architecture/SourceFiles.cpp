// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/architecture/SourceFiles.h"

#include <fstream>
#include <regex>

namespace pleurascope::testing {

namespace {

SourceFile readSource(const std::filesystem::path& file, const std::filesystem::path& root) {
    static const std::regex include(R"re(^\s*#\s*include\s*[<"]([^>"]+)[>"])re");
    SourceFile source;
    source.path = std::filesystem::relative(file, root);
    auto part = source.path.begin();
    source.folder = part->string();
    source.folder += "/" + (++part)->string();
    std::ifstream stream(file);
    for (std::string line; std::getline(stream, line);)
        if (std::smatch match; std::regex_search(line, match, include))
            source.includes.push_back(match[1]);
    return source;
}

} // namespace

std::vector<SourceFile> sourceFiles() {
    const std::filesystem::path root(PLEURASCOPE_SOURCE_DIR);
    std::vector<SourceFile> files;
    for (const char* top : {"app", "ui", "engine"})
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root / top))
            if (entry.path().extension() == ".h" || entry.path().extension() == ".cpp")
                files.push_back(readSource(entry.path(), root));
    return files;
}

} // namespace pleurascope::testing
