// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/intake/Film.h"
#include "engine/intake/SealedPixels.h"

#include <string>
#include <string_view>

namespace pleurascope::intake {

/// What a client may ask of the reader; the file comes as an open descriptor with the question. The text of
/// `film` is the frame's number from 0.
enum class Question : std::uint32_t { film = 1, header = 2 };

/// The reader's answers as text (JSON). A film's pixels go beside it, in a sealed memfd.
[[nodiscard]] std::string encodeError(const core::Error& error);
[[nodiscard]] std::string encodeHeader(const FilmHeader& header);
[[nodiscard]] std::string encodeFilm(const Film& film);

/// A film whose pixels are still to be mapped.
struct FilmAnswer {
    FilmHeader header;
    imaging::DisplayParameters display;
    PixelShape shape;
};

/// The reader is not believed: every field's type and range is checked. The error is the reader's own, or
/// readerCrashed where the answer is malformed.
[[nodiscard]] core::Result<FilmHeader> decodeHeader(std::string_view text);
[[nodiscard]] core::Result<FilmAnswer> decodeFilm(std::string_view text);

} // namespace pleurascope::intake
