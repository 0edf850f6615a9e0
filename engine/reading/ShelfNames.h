// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <filesystem>
#include <map>
#include <string>

namespace pleurascope::reading {

/// The names that a reader gave to models, by the models' hashes: `names.json` on the shelf. A file that is
/// missing or damaged stands for no names: the models' own are shown then.
class ShelfNames {
public:
    explicit ShelfNames(std::filesystem::path file);

    /// Empty where none was given.
    [[nodiscard]] std::string nameOf(const std::string& hash) const;
    /// An empty name takes the entry out. Errors: diskFull, writeFailed.
    [[nodiscard]] core::Result<void> set(const std::string& hash, const std::string& name);

private:
    std::filesystem::path m_file;
    std::map<std::string, std::string> m_names;
};

} // namespace pleurascope::reading
