// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <zip.h>

namespace pleurascope::intake {

/// Writes a ZIP file; with a password its members are encrypted.
inline void writeArchive(const std::filesystem::path& path,
                         const std::vector<std::pair<std::string, std::string>>& members,
                         const char* password = nullptr) {
    zip_t* archive = zip_open(path.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [name, content] : members) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        const auto index = zip_uint64_t(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
        if (password != nullptr)
            zip_file_set_encryption(archive, index, ZIP_EM_AES_256, password);
    }
    zip_close(archive);
}

} // namespace pleurascope::intake
