// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever an isolated reader sends, its client gets checked values or an error.
#include "engine/intake/FilmMessage.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope::intake;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)decodeHeader(text);
    if (const auto film = decodeFilm(text)) {
        if (film->shape.width <= 0 || film->shape.height <= 0)
            std::abort();
        for (const auto& window : film->display.windows)
            if (!(window.width > 0))
                std::abort();
    }
    return 0;
}
