// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomFile.h"

#include "engine/core/Files.h"
#include "engine/dicom/AttributeReader.h"
#include "engine/dicom/Codecs.h"
#include "engine/dicom/DisplayReader.h"
#include "engine/dicom/ElementScan.h"
#include "engine/dicom/HeaderReader.h"
#include "engine/dicom/ObjectName.h"
#include "engine/dicom/PixelReader.h"
#include "engine/dicom/TransferSyntax.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <new>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

core::Error parseError(const OFCondition& condition) {
    auto code = ErrorCode::damaged;
    if (condition == EC_StreamNotifyClient || condition == EC_EndOfStream)
        code = ErrorCode::truncated;
    if (condition == EC_MemoryExhausted)
        code = ErrorCode::outOfMemory;
    return {code, condition.text(), {}};
}

/// One file while it is read: its layout and DCMTK's parse of it.
class OpenFile {
public:
    explicit OpenFile(std::span<const std::byte> bytes)
        : m_bytes(bytes) {}

    [[nodiscard]] core::Result<void> open(const DcmTagKey& stopAt) {
        prepareDcmtk();
        auto layout = scanElements(m_bytes);
        if (!layout)
            return failure(layout);
        m_layout = std::move(*layout);
        const auto& uid = m_layout.transferSyntaxUid;
        if (!uid.empty() && pixelCoding(uid) == PixelCoding::unsupported && m_layout.hasPixelData)
            return failure(ErrorCode::unsupportedFormat, transferSyntaxName(uid));
        DcmInputBufferStream stream;
        stream.setBuffer(m_bytes.data(), offile_off_t(m_bytes.size()));
        stream.setEos();
        m_file.transferInit();
        const auto condition =
            m_file.readUntilTag(stream, EXS_Unknown, EGL_noChange, DCM_MaxReadLength, stopAt);
        m_file.transferEnd();
        if (condition.bad())
            return tl::unexpected(parseError(condition));
        return {};
    }

    [[nodiscard]] DcmDataset& dataset() { return *m_file.getDataset(); }
    [[nodiscard]] const FileLayout& layout() const { return m_layout; }

    /// As the meta header says, else as DCMTK found the data set to be.
    [[nodiscard]] std::string transferSyntaxUid() {
        if (!m_layout.transferSyntaxUid.empty())
            return m_layout.transferSyntaxUid;
        const char* uid = DcmXfer(dataset().getOriginalXfer()).getXferID();
        return uid ? uid : "";
    }

    [[nodiscard]] core::Result<DicomHeader> readHeader(AttributeReader& attributes) {
        auto header = readHeaderAttributes(attributes);
        header.instance.transferSyntaxUid = transferSyntaxUid();
        if (m_layout.isWholeSeen && !m_layout.hasPixelData && !isDeflated())
            return failure(ErrorCode::noPixels, objectName(attributes));
        if (!m_layout.hasMetaHeader)
            header.assumptions.emplace_back("no file meta header: the encoding is guessed");
        else if (m_layout.transferSyntaxUid.empty())
            header.assumptions.emplace_back("no transfer syntax in the meta header: the encoding is guessed");
        if (!m_layout.isPreambleEmpty)
            header.assumptions.emplace_back("the preamble is not empty: another kind of file may hide in it");
        return header;
    }

private:
    [[nodiscard]] bool isDeflated() const { return m_layout.transferSyntaxUid == "1.2.840.10008.1.2.1.99"; }

    std::span<const std::byte> m_bytes;
    FileLayout m_layout;
    DcmFileFormat m_file;
};

core::Result<DicomFilm> readOpened(OpenFile& file, int frame) {
    AttributeReader attributes(file.dataset());
    auto header = file.readHeader(attributes);
    if (!header)
        return failure(header);
    DicomFilm film{std::move(*header), {}};
    const auto coding = pixelCoding(film.instance.transferSyntaxUid);
    if (frame < 0 || frame >= film.instance.frames)
        return failure(ErrorCode::invalidArgument,
                       "frame " + std::to_string(frame) + " of " + std::to_string(film.instance.frames));
    auto stored = readPixels(file.dataset(), attributes, file.layout(), coding, frame, film.assumptions);
    if (!stored)
        return failure(stored);
    film.image.display =
        readDisplay(attributes, stored->bitsStored, stored->isSigned, frame, film.assumptions);
    film.image.pixels = std::move(stored->pixels);
    film.instance.rows = film.image.pixels.height();
    film.instance.columns = film.image.pixels.width();
    return film;
}

/// Memory that a file asks for and does not get is an error of that file.
template <class Function>
auto guarded(Function&& function) -> decltype(function()) {
    try {
        return function();
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::outOfMemory, "while reading");
    } catch (const std::exception& exception) {
        return failure(ErrorCode::damaged, exception.what());
    }
}

template <class Function>
auto withBytesOf(const std::filesystem::path& path, Function&& function)
    -> decltype(function(core::Bytes())) {
    const auto bytes = core::readFile(path);
    if (!bytes)
        return failure(bytes);
    auto result = function(*bytes);
    if (!result)
        return core::failureIn(result.error(), path);
    return result;
}

} // namespace

core::Result<DicomFilm> readFilm(std::span<const std::byte> bytes, int frame) {
    return guarded([&]() -> core::Result<DicomFilm> {
        OpenFile file(bytes);
        if (auto opened = file.open(DCM_UndefinedTagKey); !opened)
            return failure(opened);
        return readOpened(file, frame);
    });
}

core::Result<DicomHeader> readHeader(std::span<const std::byte> bytes) {
    return guarded([&]() -> core::Result<DicomHeader> {
        OpenFile file(bytes);
        if (auto opened = file.open(DCM_PixelData); !opened)
            return failure(opened);
        AttributeReader attributes(file.dataset());
        return file.readHeader(attributes);
    });
}

core::Result<DicomFilm> readFilm(const std::filesystem::path& path, int frame) {
    return withBytesOf(path, [frame](std::span<const std::byte> bytes) { return readFilm(bytes, frame); });
}

core::Result<DicomHeader> readHeader(const std::filesystem::path& path) {
    return withBytesOf(path, [](std::span<const std::byte> bytes) { return readHeader(bytes); });
}

} // namespace pleurascope::dicom
