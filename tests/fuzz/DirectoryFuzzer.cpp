// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give a list of files or an error; no file of the list leads out of the DICOMDIR's folder.
#include "engine/dicom/directory/DicomDirectory.h"

#include <cstdlib>
#include <filesystem>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace pleurascope;
    const auto directory = dicom::readDirectory(std::as_bytes(std::span(data, size)));
    if (!directory)
        return 0;
    for (const auto& entry : directory->entries) {
        const std::filesystem::path file(entry.file);
        if (file.is_absolute() || entry.file.empty())
            std::abort();
        for (const auto& component : file)
            if (component == ".." || component.empty())
                std::abort();
    }
    return 0;
}
