// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/intake/Film.h"

#include <optional>
#include <span>

namespace pleurascope::intake {

/// Told by content, never by name: 'DICM' at 128 or plausible elements, else the magic of an image format.
[[nodiscard]] std::optional<FileKind> fileKind(std::span<const std::byte> bytes);

/// A film from a file's bytes, in this process: what the isolated reader does for its client. The path stays
/// empty. Frames count from 0; image files have one. Errors: notRecognised, invalidArgument (no such frame),
/// and those of dicom::readFilm and imaging::decodeImage.
[[nodiscard]] core::Result<Film> filmFromBytes(std::span<const std::byte> bytes, int frame = 0);
[[nodiscard]] core::Result<FilmHeader> headerFromBytes(std::span<const std::byte> bytes);

} // namespace pleurascope::intake
