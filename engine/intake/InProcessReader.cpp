// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/InProcessReader.h"

#include "engine/dicom/directory/DicomDirectory.h"
#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/intake/FileBytes.h"
#include "engine/intake/FilePlace.h"
#include "engine/intake/FilmArchive.h"
#include "engine/intake/FilmContent.h"

namespace pleurascope::intake {

namespace {

using Names = std::vector<std::string>;

/// What `read` makes of the file's bytes; an error names the file.
template <class Read>
auto reading(const std::filesystem::path& path, Read&& read) -> decltype(read(core::Bytes())) {
    const auto bytes = readFileBytes(path);
    if (!bytes)
        return core::failure(bytes);
    auto result = read(*bytes);
    if (!result)
        return core::failureIn(result.error(), path);
    return result;
}

} // namespace

InProcessReader::InProcessReader()
    : FilmReader({}) {}

core::Result<Film> InProcessReader::readFilm(const std::filesystem::path& path, int frame) {
    auto film = reading(path, [frame](const core::Bytes& bytes) { return filmFromBytes(bytes, frame); });
    if (film)
        film->header.path = path.string();
    return film;
}

std::vector<core::Result<FilmHeader>>
InProcessReader::readHeaders(std::span<const std::filesystem::path> paths) {
    std::vector<core::Result<FilmHeader>> headers;
    for (const auto& path : paths) {
        const bool isMember = !FilePlace::of(path).member.empty();
        headers.push_back(reading(path, [isMember](const core::Bytes& bytes) {
            return isMember ? memberHeaderFromBytes(bytes) : headerFromBytes(bytes);
        }));
        if (headers.back())
            headers.back()->path = path.string();
    }
    return headers;
}

core::Result<KnownHeader> InProcessReader::readKnown(const std::filesystem::path& path) {
    return reading(path,
                   [](const core::Bytes& bytes) { return core::Result<KnownHeader>(knownFromBytes(bytes)); });
}

core::Result<Names> InProcessReader::listMembers(const std::filesystem::path& path) {
    return reading(path, [](const core::Bytes& bytes) {
        return FilmArchive::open(bytes).and_then(
            [](const FilmArchive& archive) { return archive.members(); });
    });
}

core::Result<Names> InProcessReader::listDirectory(const std::filesystem::path& path) {
    return reading(path,
                   [](const core::Bytes& bytes) { return dicom::readDirectory(bytes).map(filesReferredTo); });
}

core::Result<dicom::DicomDirectory> InProcessReader::readDirectory(const std::filesystem::path& path) {
    return reading(path, [](const core::Bytes& bytes) { return dicom::readDirectory(bytes); });
}

core::Result<std::vector<dicom::TagLine>> InProcessReader::readTags(const std::filesystem::path& path) {
    return reading(path, [](const core::Bytes& bytes) { return dicom::readTags(bytes); });
}

core::Result<dicom::PresentationState> InProcessReader::readPresentation(const std::filesystem::path& path) {
    return reading(path, [](const core::Bytes& bytes) { return dicom::readPresentation(bytes); });
}

core::Result<weights::KerasFile> InProcessReader::readKeras(const std::filesystem::path& path) {
    return weights::readKerasFile(path);
}

} // namespace pleurascope::intake
