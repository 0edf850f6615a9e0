// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/intake/FilmReader.h"

#include <algorithm>
#include <system_error>

namespace pleurascope::intake {

namespace {

namespace fs = std::filesystem;

bool isHidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

core::Result<std::vector<fs::path>> filesBelow(const fs::path& folder, const std::stop_token& stop) {
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::none, error);
    if (error)
        return tl::unexpected(core::errorFromErrno(error.value(), folder, false));
    entry = fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
    std::vector<fs::path> files;
    while (!error && entry != fs::recursive_directory_iterator() && !stop.stop_requested()) {
        std::error_code ignored; // a dangling link is no file, and no reason to stop
        if (isHidden(entry->path()))
            entry.disable_recursion_pending();
        else if (entry->is_regular_file(ignored))
            files.push_back(entry->path());
        entry.increment(error);
    }
    std::sort(files.begin(), files.end());
    return files;
}

} // namespace

core::Result<std::vector<fs::path>> listFiles(const fs::path& path, std::stop_token stop) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (status.type() == fs::file_type::not_found)
        return core::failure(core::ErrorCode::fileNotFound, {}, path);
    if (error)
        return tl::unexpected(core::errorFromErrno(error.value(), path, false));
    if (status.type() != fs::file_type::directory)
        return std::vector{path};
    return filesBelow(path, stop);
}

} // namespace pleurascope::intake
