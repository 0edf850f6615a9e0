// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an isolated reader sends, its client gets checked values or an error. The text ends at the first
// zero byte; what follows is the memory that came with it.
#include "engine/core/DecodedLimit.h"
#include "engine/intake/FilmMessage.h"

#include <algorithm>
#include <cstdlib>

namespace {

void expect(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope;
    using namespace pleurascope::intake;
    const auto* end = std::find(data, data + size, 0);
    const std::string_view text(reinterpret_cast<const char*>(data), std::size_t(end - data));
    const std::span<const std::uint8_t> memory(end, data + size);
    (void)decodeHeader(text);
    const auto film = decodeFilm(text, std::as_bytes(memory));
    if (!film)
        return 0;
    expect(film->shape.width > 0 && film->shape.height > 0);
    expect(film->shape.bytes() <= (film->inFile ? core::decodedLimit() : memory.size()));
    for (const auto& direction :
         {film->header.instance.directions.row, film->header.instance.directions.column})
        expect(direction.empty() || dicom::isDirection(direction));
    for (const auto& window : film->display.windows)
        expect(window.width > 0);
    for (const auto& overlay : film->display.overlays)
        if (overlay.rows > 0 && overlay.columns > 0)
            (void)overlay.isSet(overlay.rows - 1, overlay.columns - 1);
    return 0;
}
