// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmContent.h"

#include "engine/dicom/DicomFile.h"
#include "engine/dicom/elements/BareHeader.h"
#include "engine/imaging/ImageFile.h"
#include "engine/intake/ContentDigest.h"
#include "engine/intake/FilmArchive.h"

#include <set>
#include <string_view>

namespace pleurascope::intake {

namespace {

using core::ErrorCode;

FileKind kindOf(imaging::ImageFormat format) {
    switch (format) {
    case imaging::ImageFormat::png:
        return FileKind::png;
    case imaging::ImageFormat::jpeg:
        return FileKind::jpeg;
    case imaging::ImageFormat::tiff:
        break;
    }
    return FileKind::tiff;
}

FilmHeader headerOf(dicom::DicomHeader header) {
    return {{},
            FileKind::dicom,
            std::move(header.patient),
            std::move(header.study),
            std::move(header.series),
            std::move(header.instance),
            std::move(header.assumptions),
            std::move(header.warnings),
            header.isPartial};
}

FilmHeader headerOf(FileKind kind, const imaging::RasterInfo& info) {
    FilmHeader header;
    header.kind = kind;
    header.instance.rows = info.height;
    header.instance.columns = info.width;
    header.instance.bitsAllocated = info.bits;
    header.instance.bitsStored = info.bits;
    header.instance.photometricInterpretation = info.channels == 3 ? "RGB" : "MONOCHROME2";
    return header;
}

Film imageFilm(FileKind kind, imaging::Image image) {
    const auto& pixels = image.pixels;
    const int bits = int(core::sampleSize(pixels.type())) * 8;
    auto header = headerOf(kind, {pixels.width(), pixels.height(), pixels.channels(), bits});
    return {std::move(header), std::move(image)};
}

LocatedFilm locatedFilm(dicom::LocatedFilm located) {
    auto image = std::move(located.film.image);
    auto natural = std::move(located.film.natural);
    return {{headerOf(std::move(located.film)), std::move(image), std::move(natural)}, located.pixels};
}

/// What both ways of reading a film have in common.
template <class ReadDicom>
core::Result<LocatedFilm> filmOf(std::span<const std::byte> bytes, int frame, ReadDicom&& readDicom) {
    const auto kind = fileKind(bytes);
    if (!kind)
        return core::failure(ErrorCode::notRecognised);
    if (*kind == FileKind::archive)
        return core::failure(ErrorCode::noPixels, "a ZIP archive");
    if (*kind == FileKind::dicom)
        return readDicom(bytes, frame).map(locatedFilm);
    if (frame != 0)
        return core::failure(ErrorCode::invalidArgument, "frame " + std::to_string(frame) + " of 1");
    return imaging::decodeImage(bytes).map([&](imaging::Image image) {
        return LocatedFilm{imageFilm(*kind, std::move(image)), {}};
    });
}

core::Result<dicom::LocatedFilm> readDicomFilm(std::span<const std::byte> bytes, int frame) {
    return dicom::readFilm(bytes, frame).map([](dicom::DicomFilm film) {
        return dicom::LocatedFilm{std::move(film), {}};
    });
}

} // namespace

std::optional<FileKind> fileKind(std::span<const std::byte> bytes) {
    if (dicom::looksLikeDicom(bytes))
        return FileKind::dicom;
    if (const auto format = imaging::imageFormat(bytes))
        return kindOf(*format);
    if (looksLikeArchive(bytes))
        return FileKind::archive;
    return std::nullopt;
}

core::Result<Film> filmFromBytes(std::span<const std::byte> bytes, int frame) {
    return filmOf(bytes, frame, readDicomFilm).map([](LocatedFilm located) {
        return std::move(located.film);
    });
}

core::Result<LocatedFilm> locatedFilmFromBytes(std::span<const std::byte> bytes, int frame) {
    return filmOf(bytes, frame, dicom::locateFilm);
}

core::Result<FilmHeader> headerFromBytes(std::span<const std::byte> bytes) {
    const auto kind = fileKind(bytes);
    if (!kind)
        return core::failure(ErrorCode::notRecognised);
    if (*kind == FileKind::archive)
        return core::failure(ErrorCode::noPixels, "a ZIP archive");
    if (*kind != FileKind::dicom)
        return imaging::readImageInfo(bytes).map(
            [&](const imaging::RasterInfo& info) { return headerOf(*kind, info); });
    return dicom::readHeader(bytes).map(
        [](dicom::DicomHeader header) { return headerOf(std::move(header)); });
}

core::Result<FilmHeader> memberHeaderFromBytes(std::span<const std::byte> bytes) {
    auto header = headerFromBytes(bytes);
    if (header)
        header->contentDigest = contentDigest(bytes);
    return header;
}

KnownHeader knownFromBytes(std::span<const std::byte> bytes) {
    KnownHeader known{fileKind(bytes), {}};
    if (known.kind == FileKind::dicom) {
        if (auto header = dicom::readBareHeader(bytes))
            known.header = headerOf(std::move(*header));
        if (known.header.instance.sopClassUid == dicom::directoryClassUid)
            known.kind = FileKind::dicomDirectory;
    } else if (known.kind && *known.kind != FileKind::archive) {
        if (const auto info = imaging::readImageInfo(bytes))
            known.header = headerOf(*known.kind, *info);
    }
    return known;
}

std::vector<std::string> filesReferredTo(const dicom::DicomDirectory& directory) {
    std::vector<std::string> files;
    std::set<std::string_view> seen;
    for (const auto& entry : directory.entries)
        if (seen.insert(entry.file).second)
            files.push_back(entry.file);
    return files;
}

} // namespace pleurascope::intake
