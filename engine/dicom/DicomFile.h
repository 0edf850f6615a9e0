// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/Study.h"
#include "engine/imaging/Display.h"

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// What a DICOM file says about itself, without its pixels. `assumptions` are technical English, one line
/// each: what was inferred or repaired while reading.
struct DicomHeader {
    Patient patient;
    Study study;
    Series series;
    Instance instance;
    std::vector<std::string> assumptions;
};

/// One DICOM image: of several frames the first. Pixels are as stored, masked and sign-extended to Bits
/// Stored (PS3.5 8.1.1); colour comes as RGB u8.
struct DicomFilm : DicomHeader {
    imaging::Image image;
};

/// True where `bytes` begin as a DICOM file ('DICM' at 128, PS3.10 7.1) or as a bare data set with plausible
/// elements.
[[nodiscard]] bool looksLikeDicom(std::span<const std::byte> bytes);

/// Reads what DCMTK can decode: native in either byte order, deflated, RLE, JPEG, JPEG-LS. Errors:
/// notRecognised, truncated, damaged, noPixels, unsupportedFormat (names the transfer syntax), limitExceeded,
/// outOfMemory. Hostile files are expected: run it in the isolated reader.
[[nodiscard]] core::Result<DicomFilm> readFilm(std::span<const std::byte> bytes);
[[nodiscard]] core::Result<DicomFilm> readFilm(const std::filesystem::path& path);

/// The same without looking at the pixels; objects without an image are refused too (noPixels).
[[nodiscard]] core::Result<DicomHeader> readHeader(std::span<const std::byte> bytes);
[[nodiscard]] core::Result<DicomHeader> readHeader(const std::filesystem::path& path);

} // namespace pleurascope::dicom
