// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FileBytes.h"

#include "engine/intake/FilePlace.h"
#include "engine/intake/FilmArchive.h"

namespace pleurascope::intake {

core::Result<core::Bytes> readFileBytes(const std::filesystem::path& path) {
    const auto place = FilePlace::of(path);
    auto bytes = core::readFile(place.file);
    if (bytes && !place.member.empty())
        bytes = FilmArchive::open(*bytes).and_then(
            [&](const FilmArchive& archive) { return archive.read(place.member); });
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    return bytes;
}

} // namespace pleurascope::intake
