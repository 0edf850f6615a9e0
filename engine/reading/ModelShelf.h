// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/Library.h"
#include "engine/weights/KerasImport.h"

#include <filesystem>
#include <string>
#include <vector>

namespace pleurascope::reading {

struct ShelvedModel {
    std::filesystem::path file;
    std::string hash; ///< SHA-256 of the file
    std::string name; ///< as shown; renaming does not touch the file
    weights::ModelDescription description;
    std::int64_t fileSize = 0;
    std::string problem; ///< not empty: the file cannot be read (error code name)
};

/// The models of a profile: one `<hash>.psmodel` each in Profile::modelsFolder(), names beside them in
/// `names.json`. A model that stored predictions refer to is kept. Not thread-safe; used from one thread,
/// short calls.
class ModelShelf {
public:
    ModelShelf(std::filesystem::path folder, store::Library& library);

    [[nodiscard]] core::Result<std::vector<ShelvedModel>> models();
    /// Copies a .psmodel in (checked first); adding the same file again returns the one that is there.
    /// Errors: those of weights::readModelFile, diskFull, writeFailed.
    [[nodiscard]] core::Result<ShelvedModel> add(const std::filesystem::path& file);
    /// Makes a model of a Keras file, which `read` reads, and adds that. Errors: those of
    /// weights::importKeras and of add().
    [[nodiscard]] core::Result<ShelvedModel> addKeras(const std::filesystem::path& file,
                                                      const weights::KerasImportOptions& options,
                                                      const weights::KerasFileSource& read);
    [[nodiscard]] core::Result<void> rename(const std::string& hash, const std::string& name);
    /// Errors: inUse with the number of stored scores that refer to it, fileNotFound.
    [[nodiscard]] core::Result<void> remove(const std::string& hash);

private:
    std::filesystem::path m_folder;
    store::Library& m_library;
};

} // namespace pleurascope::reading
