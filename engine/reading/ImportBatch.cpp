// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ImportBatch.h"

#include "engine/intake/FilePlace.h"
#include "engine/reading/FilmRecords.h"
#include "engine/store/ContentFolder.h"

#include <sys/stat.h>

namespace pleurascope::reading {

namespace fs = std::filesystem;
using core::Result;

/// A file that is to be read, and where it came from.
struct BatchReader::Copied {
    fs::path path;
    fs::path origin; ///< `path` itself where it was not copied
    std::string sha256;
};

namespace {

/// Of a file or of the ZIP file that it lies in; size -1 where it is not there, which nothing known has.
store::FileStamp stampOf(const fs::path& path) {
    struct stat info {};
    if (::stat(intake::FilePlace::of(path).file.c_str(), &info) != 0)
        return {path.string(), -1, 0};
    return {path.string(), info.st_size,
            std::int64_t(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec};
}

/// A shared library has its paths in UTF-8, whatever a disk's file names are.
bool isUtf8(const std::string& text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto first = std::uint8_t(text[i]);
        const std::size_t length = first < 0x80   ? 1
                                   : first < 0xC2 ? 0
                                   : first < 0xE0 ? 2
                                   : first < 0xF0 ? 3
                                                  : 4;
        if (length == 0 || first > 0xF4 || i + length > text.size())
            return false;
        for (std::size_t k = 1; k < length; ++k)
            if ((std::uint8_t(text[i + k]) & 0xC0) != 0x80)
                return false;
        i += length;
    }
    return true;
}

} // namespace

Result<ImportBatch> BatchReader::read(std::span<const fs::path> files) {
    ImportBatch batch;
    batch.files = files.size();
    const auto unread = leaveKnownOut(files, batch);
    if (!unread)
        return core::failure(unread);
    const auto places = copied(*unread, batch);
    std::vector<fs::path> paths;
    for (const Copied& file : places)
        paths.push_back(file.path);
    auto headers = m_reader.readHeaders(paths);
    for (std::size_t i = 0; i < places.size(); ++i)
        take(headers[i], places[i], batch);
    return batch;
}

Result<std::vector<fs::path>> BatchReader::leaveKnownOut(std::span<const fs::path> files,
                                                         ImportBatch& batch) {
    std::vector<store::FileStamp> stamps;
    std::vector<fs::path> unread;
    for (const fs::path& file : files)
        stamps.push_back(stampOf(file));
    const auto known = m_library.knownFilms(stamps, !m_options.copyInto.empty());
    if (!known)
        return core::failure(known);
    for (std::size_t i = 0; i < files.size(); ++i) {
        if ((*known)[i].filmId != 0)
            batch.knownStudies.push_back((*known)[i].studyId);
        else if (m_library.location().isServer() && !isUtf8(files[i].string()))
            batch.refused.push_back(
                {core::Error{core::ErrorCode::invalidArgument, "a shared library needs file names in UTF-8",
                             files[i].string()}});
        else
            unread.push_back(files[i]);
    }
    return unread;
}

std::vector<BatchReader::Copied> BatchReader::copied(const std::vector<fs::path>& files, ImportBatch& batch) {
    std::vector<Copied> places;
    if (m_options.copyInto.empty()) {
        for (const fs::path& file : files)
            places.push_back({file, file, {}});
        return places;
    }
    std::vector<intake::FilePlace> wished; // a member of a ZIP file comes with that
    std::vector<fs::path> whole;
    for (const fs::path& file : files) {
        wished.push_back(intake::FilePlace::of(file));
        whole.push_back(wished.back().file);
    }
    const auto kept = store::ContentFolder(m_options.copyInto).keep(whole);
    for (std::size_t i = 0; i < files.size(); ++i)
        if (kept[i])
            places.push_back(
                {intake::FilePlace{kept[i]->path, wished[i].member}.path(), files[i], kept[i]->sha256});
        else
            batch.refused.push_back({core::failureIn(kept[i].error(), files[i].string()).value()});
    return places;
}

void BatchReader::take(Result<intake::FilmHeader>& header, const Copied& file, ImportBatch& batch) {
    if (!header && header.error().code == core::ErrorCode::noPixels)
        if (const auto state = m_reader.readPresentation(file.path)) {
            batch.presentations.push_back(presentationRecord(*state, file.path.string()));
            return;
        }
    const auto refuse = [&](core::Error error) {
        error.path = file.origin.string();
        batch.refused.push_back({std::move(error)});
    };
    if (!header)
        return refuse(header.error());
    header->path = file.origin.string(); // an image without a description is called by its file
    store::NewFilm film{studyRecord(*header, m_options.demonstration), {}};
    header->path = file.path.string();
    auto record = filmRecord(*header);
    if (!record)
        return refuse(record.error());
    film.film = std::move(*record);
    film.film.contentSha256 = file.sha256;
    if (file.origin != file.path)
        film.film.copiedFrom = file.origin.string();
    batch.films.push_back(std::move(film));
}

} // namespace pleurascope::reading
