// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/Study.h"
#include "engine/dicom/pixels/PixelsInFile.h"
#include "engine/imaging/Display.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace pleurascope::intake {

enum class FileKind : std::uint8_t {
    dicom,
    png,
    jpeg,
    tiff,
    dicomDirectory, ///< a DICOMDIR: no film, but a list of files
    archive         ///< a ZIP file: its members may be films
};

/// What a file says about itself, without its pixels. A non-DICOM image has the file's name as instance
/// UID-less film: all identifiers empty, rows and columns set.
struct FilmHeader {
    std::string path;
    FileKind kind = FileKind::dicom;
    dicom::Patient patient;
    dicom::Study study;
    dicom::Series series;
    dicom::Instance instance;
    std::vector<std::string>
        assumptions; ///< technical English, one line each: what was inferred or repaired while reading
    std::vector<std::string> warnings; ///< likewise: what a reader should know before trusting the picture
    bool isPartial = false;            ///< a part of the picture was missing and is shown as background
    std::string contentDigest{};       ///< of a header that is read from a ZIP file's member, else empty
};

/// What can be told of a file, film or not, readable or not.
struct KnownHeader {
    std::optional<FileKind> kind;
    FilmHeader header; ///< what is not known is empty
};

/// A film: header and pixels with their display parameters. Where the file asks for a mask to be subtracted
/// (PS3.3 C.7.6.10), `image` is the difference and `natural` the frame itself.
struct Film {
    FilmHeader header;
    imaging::Image image;
    std::optional<imaging::Image> natural{};

    /// The frame as it is stored.
    [[nodiscard]] const imaging::Image& asStored() const { return natural ? *natural : image; }
};

/// A film whose pixels may still be in its file: where `pixels` says so, `film.image` has none.
struct LocatedFilm {
    Film film;
    std::optional<dicom::PixelsInFile> pixels;
};

} // namespace pleurascope::intake
