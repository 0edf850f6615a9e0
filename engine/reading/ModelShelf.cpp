// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ModelShelf.h"

#include "engine/core/Files.h"
#include "engine/core/Sha256.h"
#include "engine/reading/ShelfNames.h"
#include "engine/weights/ModelFile.h"

#include <algorithm>

namespace pleurascope::reading {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;

namespace {

constexpr const char* extension = ".psmodel";

/// Hashes become file names: nothing else than one may.
bool isHash(const std::string& text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string::npos;
}

fs::path namesFile(const fs::path& folder) {
    return folder / "names.json";
}
fs::path modelFile(const fs::path& folder, const std::string& hash) {
    return folder / (hash + extension);
}

Result<void> checkPresent(const fs::path& folder, const std::string& hash) {
    std::error_code code;
    if (!isHash(hash) || !fs::is_regular_file(modelFile(folder, hash), code))
        return core::failure(ErrorCode::fileNotFound, "no model " + hash, folder.string());
    return {};
}

ShelvedModel shelvedModel(const fs::path& file, const ShelfNames& names) {
    ShelvedModel model;
    model.file = file;
    model.hash = file.stem().string();
    std::error_code code;
    const auto size = fs::file_size(file, code);
    model.fileSize = code ? 0 : std::int64_t(size);
    if (auto description = weights::readModelDescription(file))
        model.description = std::move(*description);
    else
        model.problem = core::errorCodeName(description.error().code);
    const std::string given = names.nameOf(model.hash);
    model.name = !given.empty()                    ? given
                 : !model.description.name.empty() ? model.description.name
                                                   : model.hash.substr(0, 8);
    return model;
}

} // namespace

ModelShelf::ModelShelf(fs::path folder, store::Library& library)
    : m_folder(std::move(folder))
    , m_library(library) {}

Result<std::vector<ShelvedModel>> ModelShelf::models() {
    std::vector<ShelvedModel> models;
    const ShelfNames names(namesFile(m_folder));
    std::error_code code;
    for (fs::directory_iterator it(m_folder, code), end; !code && it != end; it.increment(code))
        if (it->path().extension() == extension && isHash(it->path().stem().string()))
            models.push_back(shelvedModel(it->path(), names));
    if (code && code != std::errc::no_such_file_or_directory)
        return core::failure(ErrorCode::fileUnreadable, code.message(), m_folder.string());
    std::sort(models.begin(), models.end(), [](const ShelvedModel& a, const ShelvedModel& b) {
        return a.name != b.name ? a.name < b.name : a.hash < b.hash;
    });
    return models;
}

Result<ShelvedModel> ModelShelf::add(const fs::path& file) {
    const auto contents = weights::readModelFile(file);
    if (!contents)
        return core::failureIn(contents.error(), file.string());
    const auto bytes = core::readFile(file);
    if (!bytes)
        return core::failure(bytes);
    const std::string hash = core::sha256(*bytes);
    const fs::path place = modelFile(m_folder, hash);
    ShelfNames names(namesFile(m_folder));
    if (checkPresent(m_folder, hash))
        return shelvedModel(place, names);

    if (const auto made = core::createFolders(m_folder); !made)
        return core::failure(made);
    if (const auto written = core::writeFileAtomically(place, *bytes); !written)
        return core::failure(written);
    if (contents->description.name.empty())
        if (const auto named = names.set(hash, file.stem().string()); !named)
            return core::failure(named);
    return shelvedModel(place, names);
}

Result<ShelvedModel> ModelShelf::addKeras(const fs::path& file, const weights::KerasImportOptions& options,
                                          const weights::KerasFileSource& read) {
    const auto import = weights::importKeras(file, options, read);
    if (!import)
        return core::failure(import);
    if (const auto made = core::createFolders(m_folder); !made)
        return core::failure(made);
    const fs::path aside = m_folder / (".import-" + core::sha256(file.string()).substr(0, 16));
    auto added = weights::writeModelFile(aside, import->model).and_then([&] { return add(aside); });
    std::error_code ignored;
    fs::remove(aside, ignored);
    return added;
}

Result<void> ModelShelf::rename(const std::string& hash, const std::string& name) {
    if (const auto present = checkPresent(m_folder, hash); !present)
        return present;
    if (name.empty())
        return core::failure(ErrorCode::invalidArgument, "an empty name");
    return ShelfNames(namesFile(m_folder)).set(hash, name);
}

Result<void> ModelShelf::remove(const std::string& hash) {
    if (const auto present = checkPresent(m_folder, hash); !present)
        return present;
    const fs::path file = modelFile(m_folder, hash);
    const auto scores = m_library.predictionCount(hash);
    if (!scores)
        return core::failure(scores);
    if (*scores > 0)
        return core::failure(ErrorCode::inUse, std::to_string(*scores), file.string());
    std::error_code code;
    if (!fs::remove(file, code))
        return core::failure(ErrorCode::writeFailed, code.message(), file.string());
    return ShelfNames(namesFile(m_folder)).set(hash, {});
}

} // namespace pleurascope::reading
