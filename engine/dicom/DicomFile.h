// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/SharedBytes.h"
#include "engine/dicom/Study.h"
#include "engine/dicom/pixels/PixelsInFile.h"
#include "engine/imaging/Display.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// What a DICOM file says about itself, without its pixels. `assumptions` and `warnings` are technical
/// English, one line each: what was inferred or repaired while reading; what a reader should know before
/// trusting the picture.
struct DicomHeader {
    Patient patient;
    Study study;
    Series series;
    Instance instance;
    std::vector<std::string> assumptions;
    std::vector<std::string> warnings;
    bool isPartial = false; ///< a part of the picture was missing and is shown as background
};

/// One frame of a DICOM image. Pixels are as stored, masked and sign-extended to Bits
/// Stored (PS3.5 8.1.1); colour comes as RGB u8. Where the file asks for a mask to be subtracted (PS3.3
/// C.7.6.10), `image` is the difference and `natural` the frame itself.
struct DicomFilm : DicomHeader {
    imaging::Image image;
    std::optional<imaging::Image> natural{};
};

/// A film whose pixels may still be in its file: where `pixels` says so, `film.image` has none.
struct LocatedFilm {
    DicomFilm film;
    std::optional<PixelsInFile> pixels;
};

/// True where `bytes` begin as a DICOM file ('DICM' at 128, PS3.10 7.1) or as a bare data set with plausible
/// elements.
[[nodiscard]] bool looksLikeDicom(std::span<const std::byte> bytes);

/// Reads every transfer syntax but JPEG XL and video, one frame without decoding the others. Native pixels
/// that need no change are not copied: they stay in `bytes` where these have an owner, and in the file's
/// mapping where a path is given. Errors: notRecognised, truncated, damaged, noPixels, unsupportedFormat
/// (names the transfer syntax), limitExceeded, outOfMemory, invalidArgument (no such frame; they count from
/// 0). Hostile files are expected: run it in the isolated reader.
[[nodiscard]] core::Result<DicomFilm> readFilm(const core::SharedBytes& bytes, int frame = 0);
[[nodiscard]] core::Result<DicomFilm> readFilm(std::span<const std::byte> bytes, int frame = 0);
[[nodiscard]] core::Result<DicomFilm> readFilm(const std::filesystem::path& path, int frame = 0);

/// As readFilm, but pixels that need no decoder are neither read nor looked at: whoever has the file open
/// takes them from there.
[[nodiscard]] core::Result<LocatedFilm> locateFilm(std::span<const std::byte> bytes, int frame = 0);

/// The header alone, without looking at the pixels; objects without an image are refused too (noPixels).
[[nodiscard]] core::Result<DicomHeader> readHeader(std::span<const std::byte> bytes);
[[nodiscard]] core::Result<DicomHeader> readHeader(const std::filesystem::path& path);

} // namespace pleurascope::dicom
