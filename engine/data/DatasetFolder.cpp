// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Dataset.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace pleurascope::data {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::Result;

namespace {

constexpr std::array<std::string_view, 6> filmExtensions{".png", ".jpg", ".jpeg", ".tif", ".tiff", ".dcm"};
/// keras/src/utils/image_dataset_utils.py, ALLOWLIST_FORMATS
constexpr std::array<std::string_view, 5> kerasExtensions{".bmp", ".gif", ".jpeg", ".jpg", ".png"};

bool isListed(const fs::path& file, std::span<const std::string_view> extensions) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return std::find(extensions.begin(), extensions.end(), extension) != extensions.end();
}

tl::unexpected<core::Error> unreadable(const fs::path& folder, const std::error_code& code) {
    const bool missing = code == std::errc::no_such_file_or_directory || code == std::errc::not_a_directory;
    return core::failure(missing ? ErrorCode::fileNotFound : ErrorCode::fileUnreadable, code.message(),
                         folder.string());
}

/// Sub-folder names not starting with ".", sorted by code units as Python sorts them.
Result<std::vector<std::string>> classFolders(const fs::path& root) {
    std::vector<std::string> names;
    std::error_code code;
    for (fs::directory_iterator it(root, code), end; !code && it != end; it.increment(code)) {
        const std::string name = it->path().filename().string();
        if (name[0] != '.' && it->is_directory())
            names.push_back(name);
    }
    if (code)
        return unreadable(root, code);
    std::sort(names.begin(), names.end());
    return names;
}

struct FoundFilm {
    std::string folder; ///< relative to the root
    std::string name;
};

/// The films below one class folder in Keras' order: folders by their whole path as text, then files by name.
Result<std::vector<FoundFilm>> filmsBelow(const fs::path& root, const std::string& className,
                                          std::span<const std::string_view> extensions) {
    std::vector<FoundFilm> films;
    std::error_code code;
    fs::recursive_directory_iterator it(root / className, code);
    for (; !code && it != fs::recursive_directory_iterator(); it.increment(code)) {
        std::error_code ignored; // a dangling link is no film
        if (!isListed(it->path(), extensions) || !it->is_regular_file(ignored))
            continue;
        const fs::path relative = it->path().lexically_relative(root);
        films.push_back({relative.parent_path().string(), relative.filename().string()});
    }
    if (code)
        return unreadable(root / className, code);
    std::sort(films.begin(), films.end(), [](const FoundFilm& a, const FoundFilm& b) {
        return a.folder != b.folder ? a.folder < b.folder : a.name < b.name;
    });
    return films;
}

} // namespace

Result<Dataset> datasetFromFolder(const fs::path& root, const std::string& positive, FolderListing listing) {
    auto classes = classFolders(root);
    if (!classes)
        return core::failure(classes);
    if (classes->size() < 2)
        return core::failure(ErrorCode::invalidArgument, "fewer than two class folders", root.string());
    const auto positiveIndex = positiveClass(*classes, positive);
    if (!positiveIndex)
        return core::failureIn(positiveIndex.error(), root.string());

    const bool asKeras = listing == FolderListing::asKeras;
    const std::span<const std::string_view> extensions =
        asKeras ? std::span<const std::string_view>(kerasExtensions) : filmExtensions;
    Dataset dataset{root, std::move(*classes), {}, *positiveIndex};
    for (std::size_t label = 0; label < dataset.classes.size(); ++label) {
        const auto films = filmsBelow(root, dataset.classes[label], extensions);
        if (!films)
            return core::failure(films);
        if (films->empty() && !asKeras)
            return core::failure(ErrorCode::emptyClass, dataset.classes[label],
                                 (root / dataset.classes[label]).string());
        for (const FoundFilm& film : *films)
            dataset.samples.push_back(
                {(fs::path(film.folder) / film.name).string(), int(label), {}, {}, {}, {}});
    }
    return dataset;
}

} // namespace pleurascope::data
