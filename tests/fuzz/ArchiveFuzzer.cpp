// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give members or an error, and members give bytes within the limits or an error.
#include "engine/intake/FilmArchive.h"
#include "engine/intake/FilmContent.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope::intake;
    constexpr std::size_t read = 8; // members of one archive; more only cost time
    const auto archive = FilmArchive::open(std::as_bytes(std::span(data, size)));
    const auto members = archive.and_then([](const FilmArchive& opened) { return opened.members(); });
    for (std::size_t i = 0; members && i < members->size() && i < read; ++i)
        if (const auto bytes = archive->read((*members)[i]))
            (void)fileKind(*bytes);
    return 0;
}
