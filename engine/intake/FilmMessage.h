// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/core/Result.h"
#include "engine/intake/Confinement.h"
#include "engine/intake/Film.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::intake {

/// What a client may ask of the reader; the file comes as an open descriptor with the question.
enum class Question : std::uint32_t {
    film = 1,    ///< the text is a FilmOrder
    header,      ///< likewise
    known,       ///< likewise: a KnownHeader
    fences,      ///< without a file: what the reader is confined by
    members,     ///< of a ZIP file: their names
    directory,   ///< of a DICOMDIR: the files that it refers to
    records,     ///< of a DICOMDIR: the same with what the records say
    tags,        ///< the text is a FilmOrder: all elements
    keras,       ///< of a Keras file: a KerasMessage; `pleurascope-keras-reader` alone answers it
    presentation ///< the text is a FilmOrder: a presentation state
};

/// Which frame of which member of a ZIP file; none: the file itself.
struct FilmOrder {
    int frame = 0;
    std::string member;
};
[[nodiscard]] std::string encodeOrder(const FilmOrder& order);
/// Frame 0 of the file itself where the text is malformed.
[[nodiscard]] FilmOrder decodeOrder(std::string_view text);

/// A film as it is sent: `text` (JSON), and memory that begins with the pixels, unless these are in the file.
/// What else is bulky (bitmaps of overlays, tables, the natural frame) follows in `attachments`, which begin
/// at the next multiple of memoryAlignment.
struct FilmMessage {
    std::string text;
    core::Bytes attachments;
};

[[nodiscard]] std::string encodeError(const core::Error& error);
[[nodiscard]] std::string encodeHeader(const FilmHeader& header);
[[nodiscard]] std::string encodeFences(const Confinement& fences);
[[nodiscard]] std::string encodeKnown(const KnownHeader& known);
[[nodiscard]] std::string encodeNames(const std::vector<std::string>& names);
[[nodiscard]] FilmMessage encodeFilm(const Film& film, const std::optional<dicom::PixelsInFile>& inFile = {});

/// What the pixels at the start of a message's memory are.
struct PixelShape {
    int width = 0;
    int height = 0;
    int channels = 1;
    core::SampleType type = core::SampleType::u8;

    [[nodiscard]] std::uint64_t bytes() const {
        return std::uint64_t(width) * std::uint64_t(height) * std::uint64_t(channels) *
               core::sampleSize(type);
    }
};

/// A film whose pixels are still to be taken: the first shape.bytes() of the memory, or from the file.
struct FilmAnswer {
    FilmHeader header;
    imaging::DisplayParameters display;
    PixelShape shape;
    std::optional<imaging::Image> natural{};     ///< a copy
    std::optional<dicom::PixelsInFile> inFile{}; ///< of `shape`; no larger than core::decodedLimit()
};

/// The reader is not believed: every field's type and range is checked, and that what is said to lie in
/// `memory` lies there. What it says lies in the file may not. The error is the reader's own, or
/// readerCrashed where the answer is malformed.
[[nodiscard]] core::Result<FilmHeader> decodeHeader(std::string_view text);
[[nodiscard]] core::Result<Confinement> decodeFences(std::string_view text);
[[nodiscard]] core::Result<KnownHeader> decodeKnown(std::string_view text);
[[nodiscard]] core::Result<std::vector<std::string>> decodeNames(std::string_view text);
[[nodiscard]] core::Result<FilmAnswer> decodeFilm(std::string_view text, std::span<const std::byte> memory);

} // namespace pleurascope::intake
