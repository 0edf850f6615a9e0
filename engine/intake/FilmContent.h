// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/dicom/directory/DicomDirectory.h"
#include "engine/intake/Film.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace pleurascope::intake {

/// Told by content, never by name: 'DICM' at 128 or plausible elements, else the magic of an image format or
/// of a ZIP file. A DICOMDIR counts as DICOM here.
[[nodiscard]] std::optional<FileKind> fileKind(std::span<const std::byte> bytes);

/// A film from a file's bytes, in this process: what the isolated reader does for its client. The path stays
/// empty. Frames count from 0; image files have one. Errors: notRecognised, invalidArgument (no such frame),
/// and those of dicom::readFilm and imaging::decodeImage.
[[nodiscard]] core::Result<Film> filmFromBytes(std::span<const std::byte> bytes, int frame = 0);

/// As filmFromBytes, for whoever has the file open: pixels that need no decoder are left in it.
[[nodiscard]] core::Result<LocatedFilm> locatedFilmFromBytes(std::span<const std::byte> bytes, int frame = 0);

[[nodiscard]] core::Result<FilmHeader> headerFromBytes(std::span<const std::byte> bytes);
/// The same of a ZIP file's member, which its client cannot look into: with its contentDigest.
[[nodiscard]] core::Result<FilmHeader> memberHeaderFromBytes(std::span<const std::byte> bytes);

/// What can be told of a file that those refuse; never fails.
[[nodiscard]] KnownHeader knownFromBytes(std::span<const std::byte> bytes);

/// Each file once, in order.
[[nodiscard]] std::vector<std::string> filesReferredTo(const dicom::DicomDirectory& directory);

} // namespace pleurascope::intake
