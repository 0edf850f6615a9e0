// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give an image within the limit or an error.
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ImageFile.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope;
    constexpr std::uint64_t limit = 1'000'000;
    const auto bytes = std::as_bytes(std::span(data, size));
    (void)imaging::readImageInfo(bytes);
    if (const auto image = imaging::decodeImage(bytes, limit)) {
        if (image->pixels.sampleCount() > limit * 3)
            std::abort();
        (void)imaging::renderDefault(*image);
    }
    return 0;
}
