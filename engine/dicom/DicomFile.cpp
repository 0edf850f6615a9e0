// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"

#include "engine/core/DecodedLimit.h"
#include "engine/dicom/Codecs.h"
#include "engine/dicom/FrameMask.h"
#include "engine/dicom/HeaderReader.h"
#include "engine/dicom/ObjectName.h"
#include "engine/dicom/TransferSyntax.h"
#include "engine/dicom/display/DirectionReader.h"
#include "engine/dicom/display/DisplayReader.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/elements/ElementScan.h"
#include "engine/dicom/elements/Inflation.h"
#include "engine/dicom/elements/ParsedFile.h"
#include "engine/dicom/elements/Preamble.h"
#include "engine/dicom/pixels/PixelFormat.h"
#include "engine/dicom/pixels/PixelReader.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <string_view>
#include <utility>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

constexpr std::size_t preambleLength = 128;

/// One file while it is read: its layout, and DCMTK's parse of what comes before the pixel data.
class OpenFile {
public:
    explicit OpenFile(core::SharedBytes bytes)
        : m_bytes(std::move(bytes)) {}

    [[nodiscard]] core::Result<void> open() {
        prepareDcmtk();
        auto layout = scanElements(m_bytes.bytes);
        if (!layout)
            return failure(layout);
        m_layout = std::move(*layout);
        if (m_layout.isDeflated())
            if (auto opened = inflate(); !opened)
                return opened;
        const auto& uid = m_layout.transferSyntaxUid;
        if (!uid.empty() && pixelCoding(uid) == PixelCoding::unsupported && m_layout.hasPixelData())
            return failure(ErrorCode::unsupportedFormat, transferSyntaxName(uid));
        return parse();
    }

    [[nodiscard]] DcmDataset& dataset() { return m_dataset; }
    [[nodiscard]] const core::SharedBytes& bytes() const { return m_bytes; }
    [[nodiscard]] const FileLayout& layout() const { return m_layout; }

    /// As the meta header says, else as the data set turned out to be.
    [[nodiscard]] std::string transferSyntaxUid() const {
        if (!m_layout.transferSyntaxUid.empty())
            return m_layout.transferSyntaxUid;
        return DcmXfer(syntaxOf(m_layout.encoding)).getXferID();
    }

    [[nodiscard]] core::Result<DicomHeader> readHeader(AttributeReader& attributes) {
        auto header = readHeaderAttributes(attributes);
        header.instance.transferSyntaxUid = transferSyntaxUid();
        if (isAlwaysLossy(header.instance.transferSyntaxUid))
            header.instance.isLossy = true;
        if (m_layout.isWholeSeen && !m_layout.hasPixelData())
            return failure(ErrorCode::noPixels, objectName(attributes));
        if (!m_layout.hasMetaHeader)
            header.assumptions.emplace_back("no file meta header: the encoding is guessed");
        else if (m_layout.transferSyntaxUid.empty())
            header.assumptions.emplace_back("no transfer syntax in the meta header: the encoding is guessed");
        if (!m_parseNote.empty())
            header.assumptions.push_back(m_parseNote);
        if (!m_layout.isPreambleEmpty)
            header.warnings.push_back(preambleWarning());
        return header;
    }

private:
    /// From here on the data set alone is the file; what the meta header said stays.
    [[nodiscard]] core::Result<void> inflate() {
        m_preamble = m_layout.hasPreamble ? m_bytes.bytes.first(preambleLength) : m_preamble;
        auto dataSet =
            inflated(m_bytes.bytes.subspan(std::size_t(m_layout.dataSetOffset)), core::decodedLimit());
        if (!dataSet)
            return failure(dataSet);
        m_bytes = std::move(*dataSet);
        auto layout = scanDataSet(m_bytes.bytes);
        if (!layout)
            return failure(layout);
        layout->hasPreamble = m_layout.hasPreamble;
        layout->isPreambleEmpty = m_layout.isPreambleEmpty;
        layout->hasMetaHeader = m_layout.hasMetaHeader;
        layout->transferSyntaxUid = m_layout.transferSyntaxUid;
        m_layout = std::move(*layout);
        return {};
    }

    /// DCMTK sees what the walk has seen, and no pixel data. What it could read before it gave up is used.
    [[nodiscard]] core::Result<void> parse() {
        const auto condition = parseElements(m_bytes.bytes, m_layout, m_dataset, syntaxOf(m_layout.encoding));
        if (condition == EC_MemoryExhausted || (condition.bad() && !m_layout.hasPixelData()))
            return tl::unexpected(parseError(condition));
        if (condition.bad())
            m_parseNote = std::string("the data set breaks its format: ") + condition.text();
        return {};
    }

    [[nodiscard]] std::string preambleWarning() const {
        const auto kind = preambleKind(m_preamble.empty() ? m_bytes.bytes.first(preambleLength) : m_preamble);
        return kind.empty()
                   ? "the preamble is not empty: another kind of file may hide in it"
                   : "the preamble is that of " + std::string(kind) + ": other programs may take it for one";
    }

    core::SharedBytes m_bytes;
    FileLayout m_layout;
    std::span<const std::byte> m_preamble; ///< of a deflated file
    DcmDataset m_dataset;
    std::string m_parseNote;
};

/// Overlays of old lie in unused bits of native pixels (60xx,0102), and whoever reads them looks for these in
/// the data set. They are put there for such films alone.
void lendPixelsToOverlays(OpenFile& file) {
    const auto& layout = file.layout();
    bool isEmbedded = false;
    for (Uint16 group = 0x6000; group <= 0x601e; group = Uint16(group + 2))
        isEmbedded = isEmbedded || (file.dataset().tagExists(DcmTagKey(group, 0x0102)) &&
                                    !file.dataset().tagExists(DcmTagKey(group, 0x3000)));
    const auto& element = *layout.pixelData;
    if (!isEmbedded || layout.isEncapsulated() || element.element != 0x0010)
        return;
    const auto rest = file.bytes().bytes.subspan(std::size_t(element.valueOffset));
    std::vector<Uint16> words(std::min<std::size_t>(rest.size(), element.length) / 2);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto first = std::to_integer<unsigned>(rest[2 * i]),
                   second = std::to_integer<unsigned>(rest[2 * i + 1]);
        words[i] = Uint16(layout.encoding.bigEndian ? first << 8 | second : second << 8 | first);
    }
    file.dataset().putAndInsertUint16Array(DcmTag(DCM_PixelData, EVR_OW), words.data(), words.size());
}

/// Another frame of the same file, decoded.
core::Result<imaging::Image> readOtherFrame(OpenFile& file, AttributeReader& attributes,
                                            std::string_view transferSyntaxUid, int frame) {
    std::vector<std::string> ignored; // it says again what the frame itself has said
    auto stored = readPixels(file.bytes(), file.layout(), attributes, transferSyntaxUid, {frame}, ignored);
    if (!stored)
        return failure(stored);
    auto display = readDisplay(attributes, stored->bitsStored, stored->isSigned, frame, ignored);
    return imaging::Image{std::move(stored->pixels), std::move(display)};
}

/// Puts the difference in the frame's place where the file asks for it and its mask can be had.
core::Result<void> applyMask(OpenFile& file, AttributeReader& attributes, LocatedFilm& located, int frame) {
    auto& film = located.film;
    const auto mask = readMask(attributes, frame, film.instance.frames, film.assumptions, film.warnings);
    if (!mask)
        return {};
    const auto other = [&](int number) {
        return readOtherFrame(file, attributes, film.instance.transferSyntaxUid, number);
    };
    if (located.pixels) { // they are looked at after all
        auto natural = other(frame);
        if (!natural)
            return failure(natural);
        film.image = std::move(*natural);
        located.pixels.reset();
    }
    auto difference = subtracted(film.image, *mask, other);
    if (!difference) {
        film.warnings.push_back("the file asks for mask subtraction, but its mask cannot be had (" +
                                difference.error().detail + "): the film is shown without it");
        return {};
    }
    film.natural = std::exchange(film.image, std::move(*difference));
    film.assumptions.push_back("the file asks for its mask, frame " + frameList(mask->maskFrames) + " (" +
                               mask->operation + "), to be subtracted");
    return {};
}

core::Result<LocatedFilm> readOpened(OpenFile& file, FrameRequest request) {
    AttributeReader attributes(file.dataset());
    auto header = file.readHeader(attributes);
    if (!header)
        return failure(header);
    LocatedFilm located{{std::move(*header), {}}, {}};
    auto& film = located.film;
    auto stored = readPixels(file.bytes(), file.layout(), attributes, film.instance.transferSyntaxUid,
                             request, film.assumptions);
    if (!stored)
        return failure(stored);
    lendPixelsToOverlays(file);
    film.image.display =
        readDisplay(attributes, stored->bitsStored, stored->isSigned, request.frame, film.assumptions);
    film.instance.rows = stored->height();
    film.instance.columns = stored->width();
    film.instance.frames = stored->frames;
    film.instance.directions = readDirections(attributes, request.frame);
    film.image.pixels = std::move(stored->pixels);
    located.pixels = stored->inFile;
    film.isPartial = stored->isPartial;
    film.warnings.insert(film.warnings.end(), stored->warnings.begin(), stored->warnings.end());
    if (auto masked = applyMask(file, attributes, located, request.frame); !masked)
        return failure(masked);
    return located;
}

core::Result<LocatedFilm> readFrame(const core::SharedBytes& bytes, FrameRequest request) {
    return guardedParse([&]() -> core::Result<LocatedFilm> {
        OpenFile file(bytes);
        if (auto opened = file.open(); !opened)
            return failure(opened);
        return readOpened(file, request);
    });
}

template <class Function>
auto withBytesOf(const std::filesystem::path& path, Function&& function)
    -> decltype(function(core::SharedBytes())) {
    const auto bytes = core::mapFile(path);
    if (!bytes)
        return failure(bytes);
    auto result = function(*bytes);
    if (!result)
        return core::failureIn(result.error(), path);
    return result;
}

} // namespace

core::Result<DicomFilm> readFilm(const core::SharedBytes& bytes, int frame) {
    return readFrame(bytes, {frame}).map([](LocatedFilm located) { return std::move(located.film); });
}

core::Result<LocatedFilm> locateFilm(std::span<const std::byte> bytes, int frame) {
    return readFrame({bytes, nullptr}, {frame, true});
}

core::Result<DicomFilm> readFilm(std::span<const std::byte> bytes, int frame) {
    return readFilm(core::SharedBytes{bytes, nullptr}, frame);
}

core::Result<DicomHeader> readHeader(std::span<const std::byte> bytes) {
    return guardedParse([&]() -> core::Result<DicomHeader> {
        OpenFile file({bytes, nullptr});
        if (auto opened = file.open(); !opened)
            return failure(opened);
        AttributeReader attributes(file.dataset());
        auto header = file.readHeader(attributes);
        if (!header)
            return header;
        const auto extent = readPixelExtent(file.bytes().bytes, file.layout(), attributes);
        header->instance.frames = extent.frames;
        header->isPartial = !extent.warnings.empty();
        header->warnings.insert(header->warnings.end(), extent.warnings.begin(), extent.warnings.end());
        return header;
    });
}

core::Result<DicomFilm> readFilm(const std::filesystem::path& path, int frame) {
    return withBytesOf(path, [frame](const core::SharedBytes& bytes) { return readFilm(bytes, frame); });
}

core::Result<DicomHeader> readHeader(const std::filesystem::path& path) {
    return withBytesOf(path, [](const core::SharedBytes& bytes) { return readHeader(bytes.bytes); });
}

} // namespace pleurascope::dicom
