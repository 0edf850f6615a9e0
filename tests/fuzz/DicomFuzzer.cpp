// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give a film or an error; a film can be shown.
#include "engine/dicom/DicomFile.h"
#include "engine/imaging/GreyScale.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope;
    const auto bytes = std::as_bytes(std::span(data, size));
    (void)dicom::readHeader(bytes);
    if (const auto film = dicom::readFilm(bytes); film && film->image.pixels.sampleCount() < 1'000'000)
        (void)imaging::renderDefault(film->image);
    return 0;
}
