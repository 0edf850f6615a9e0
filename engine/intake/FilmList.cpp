// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Files.h"
#include "engine/dicom/elements/BareHeader.h"
#include "engine/intake/FilePlace.h"
#include "engine/intake/FilmContent.h"
#include "engine/intake/FilmReader.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>

namespace pleurascope::intake {

namespace {

namespace fs = std::filesystem;
using core::ErrorCode;

using Films = std::vector<core::Result<fs::path>>;

/// A file's first bytes tell whether the isolated reader should be asked for what it holds.
struct Beginning {
    explicit Beginning(const fs::path& file) {
        std::array<char, 1024> start{};
        std::ifstream stream(file, std::ios::binary);
        stream.read(start.data(), start.size());
        const std::string_view text(start.data(), std::size_t(stream.gcount()));
        isArchive = fileKind(std::as_bytes(std::span(text))) == FileKind::archive;
        // the class stands in the meta header, right behind 'DICM'
        isDirectory = text.size() > 132 && text.substr(128, 4) == "DICM" &&
                      text.find(dicom::directoryClassUid) != std::string_view::npos;
    }

    bool isArchive = false;
    bool isDirectory = false;
};

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool isAlike(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lowered(x) == lowered(y); });
}

/// What lies in `folder` by that name, whatever its case: discs are written in capitals and copied in small
/// letters.
std::optional<fs::path> found(const fs::path& folder, const fs::path& name) {
    std::error_code error;
    if (fs::exists(folder / name, error))
        return folder / name;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (isAlike(entry->path().filename().native(), name.native()))
            return entry->path();
    return std::nullopt;
}

void addMembers(const fs::path& archive, FilmReader& reader, Films& films) {
    const auto members = reader.listMembers(archive);
    if (!members)
        films.emplace_back(core::failureIn(members.error(), archive));
    else
        for (const auto& member : *members)
            films.emplace_back(FilePlace{archive, member}.path());
}

/// What the DICOMDIR refers to and is not listed yet; what is missing only once, however many refer to it.
class ReferredFiles {
public:
    explicit ReferredFiles(FilmReader& reader)
        : m_reader(reader) {}

    void addTo(Films& films, const fs::path& directory) {
        for (; m_counted < films.size(); ++m_counted)
            m_known.insert(placeOf(films[m_counted]));
        const auto references = m_reader.listDirectory(directory);
        if (!references) {
            films.emplace_back(core::failureIn(references.error(), directory));
            return;
        }
        for (const auto& reference : *references) {
            auto file = referredFile(directory.parent_path(), reference);
            if (m_known.insert(placeOf(file)).second)
                films.push_back(std::move(file));
        }
    }

private:
    static fs::path placeOf(const core::Result<fs::path>& film) {
        return film ? *film : fs::path(film.error().path);
    }

    FilmReader& m_reader;
    std::set<fs::path> m_known;
    std::size_t m_counted = 0; ///< films that are in m_known
};

} // namespace

core::Result<fs::path> referredFile(const fs::path& folder, const std::string& reference) {
    fs::path file = folder;
    for (const auto& component : fs::path(reference)) {
        const auto next = found(file, component);
        if (!next)
            return core::failure(ErrorCode::fileNotFound, "the DICOMDIR refers to it",
                                 (folder / reference).string());
        file = *next;
    }
    std::error_code error;
    const auto inside = fs::relative(fs::canonical(file, error), fs::canonical(folder, error), error);
    if (error || inside.empty() || *inside.begin() == "..")
        return core::failure(ErrorCode::fileUnreadable, "lies outside of the DICOMDIR's folder",
                             file.string());
    return file;
}

std::vector<core::Result<fs::path>> listFilms(const fs::path& path, FilmReader& reader,
                                              DirectoryFiles directories, std::stop_token stop) {
    if (!FilePlace::of(path).member.empty())
        return {path};
    const auto files = listFiles(path, stop);
    if (!files)
        return {core::failureIn(files.error(), path)};
    Films films;
    std::vector<fs::path> dicomDirectories;
    for (const auto& file : *files) {
        if (stop.stop_requested())
            break;
        const Beginning beginning(file);
        if (beginning.isArchive)
            addMembers(file, reader, films);
        if (!beginning.isArchive && (!beginning.isDirectory || directories == DirectoryFiles::listed))
            films.emplace_back(file);
        if (beginning.isDirectory && (file == path || directories == DirectoryFiles::leftOut))
            dicomDirectories.push_back(file);
    }
    ReferredFiles referred(reader);
    for (const auto& directory : dicomDirectories)
        referred.addTo(films, directory);
    return films;
}

} // namespace pleurascope::intake
