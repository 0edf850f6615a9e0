// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace pleurascope::intake {

/// Where a film's bytes are: in a file, or in a member of a ZIP file, whose path is written
/// "archive.zip!/folder/film.dcm". A member's name never becomes a path on the disk.
struct FilePlace {
    std::filesystem::path file;
    std::string member; ///< empty: the file itself

    /// A path that is there is a file, whatever it looks like.
    [[nodiscard]] static FilePlace of(const std::filesystem::path& path);
    [[nodiscard]] std::filesystem::path path() const;
};

} // namespace pleurascope::intake
