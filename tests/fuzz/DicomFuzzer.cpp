// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give a film or an error; a film can be shown. The claims are checked first, then DCMTK and the
// decoders see the file.
#include "engine/dicom/DicomFile.h"
#include "engine/dicom/elements/BareHeader.h"
#include "engine/dicom/elements/TagList.h"
#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/imaging/GreyScale.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope;
    constexpr std::size_t shown = 100'000; // samples; larger films only cost time
    const auto bytes = std::as_bytes(std::span(data, size));
    (void)dicom::readHeader(bytes);
    (void)dicom::readBareHeader(bytes);
    (void)dicom::readTags(bytes);
    (void)dicom::readPresentation(bytes);
    for (const int frame : {0, 1})
        if (const auto film = dicom::readFilm(bytes, frame); film && film->image.pixels.sampleCount() < shown)
            (void)imaging::renderDefault(film->image);
    return 0;
}
