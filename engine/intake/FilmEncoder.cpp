// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmMessage.h"
#include "engine/intake/MessageParts.h"
#include "engine/intake/SealedMemory.h"

#include <nlohmann/json.hpp>

namespace pleurascope::intake {

namespace {

using nlohmann::json;

json toJson(const dicom::Instance& instance) {
    return {{"uid", instance.uid},
            {"sopClassUid", instance.sopClassUid},
            {"transferSyntaxUid", instance.transferSyntaxUid},
            {"viewPosition", instance.viewPosition},
            {"laterality", instance.laterality},
            {"photometricInterpretation", instance.photometricInterpretation},
            {"number", instance.number},
            {"rows", instance.rows},
            {"columns", instance.columns},
            {"frames", instance.frames},
            {"bitsAllocated", instance.bitsAllocated},
            {"bitsStored", instance.bitsStored},
            {"isSigned", instance.isSigned},
            {"isLossy", instance.isLossy},
            {"lossyRatio", instance.lossyRatio},
            {"frameMilliseconds", instance.frameMilliseconds},
            {"rowSpacing", instance.spacing.row},
            {"columnSpacing", instance.spacing.column},
            {"spacingSource", int(instance.spacing.source)},
            {"rowDirection", instance.directions.row},
            {"columnDirection", instance.directions.column}};
}

json toJson(const FilmHeader& header) {
    return {{"kind", int(header.kind)},
            {"patient", messageJson(header.patient)},
            {"study", messageJson(header.study)},
            {"series", messageJson(header.series)},
            {"instance", toJson(header.instance)},
            {"assumptions", header.assumptions},
            {"warnings", header.warnings},
            {"isPartial", header.isPartial},
            {"contentDigest", header.contentDigest}};
}

/// Gathers what follows the pixels in the message's memory and says where it lies.
class Attachments {
public:
    explicit Attachments(std::uint64_t pixelBytes)
        : m_start(alignedInMemory(pixelBytes)) {}

    [[nodiscard]] json add(std::span<const std::byte> bytes) {
        m_bytes.resize(std::size_t(alignedInMemory(m_bytes.size())));
        const json place{{"offset", m_start + m_bytes.size()}, {"length", bytes.size()}};
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
        return place;
    }

    [[nodiscard]] core::Bytes take() { return std::move(m_bytes); }

private:
    std::uint64_t m_start;
    core::Bytes m_bytes;
};

json toJson(const imaging::LookupTable& table, Attachments& attachments) {
    return messageJson(table, attachments.add(std::as_bytes(std::span(table.entries))));
}

json toJson(const imaging::Overlay& overlay, Attachments& attachments) {
    return messageJson(overlay, attachments.add(std::as_bytes(std::span(overlay.bits))));
}

json toJson(const imaging::DisplayParameters& display, Attachments& attachments) {
    json value{{"rescaleSlope", display.rescaleSlope},
               {"rescaleIntercept", display.rescaleIntercept},
               {"windows", json::array()},
               {"voiTables", json::array()},
               {"overlays", json::array()},
               {"inverted", display.inverted},
               {"bitsStored", display.bitsStored},
               {"isSigned", display.isSigned},
               {"pixelAspect", display.pixelAspect}};
    for (const auto& window : display.windows)
        value["windows"].push_back(messageJson(window));
    for (const auto& table : display.voiTables)
        value["voiTables"].push_back(toJson(table, attachments));
    for (const auto& overlay : display.overlays)
        value["overlays"].push_back(toJson(overlay, attachments));
    if (display.modalityTable)
        value["modalityTable"] = toJson(*display.modalityTable, attachments);
    if (display.presentationTable)
        value["presentationTable"] = toJson(*display.presentationTable, attachments);
    if (display.padding)
        value["padding"] = {{"low", display.padding->low}, {"high", display.padding->high}};
    if (display.shutter)
        value["shutter"] = messageJson(*display.shutter);
    return value;
}

json toJson(const PixelShape& shape) {
    return {{"width", shape.width},
            {"height", shape.height},
            {"channels", shape.channels},
            {"type", int(shape.type)}};
}

json toJson(const dicom::PixelsInFile& place) {
    return {{"offset", place.offset}, {"bitsStored", place.bitsStored}, {"highBit", place.highBit}};
}

PixelShape shapeOf(const core::PixelBuffer& pixels) {
    return {pixels.width(), pixels.height(), pixels.channels(), pixels.type()};
}

json toJson(const imaging::Image& natural, Attachments& attachments) {
    return {{"display", toJson(natural.display, attachments)},
            {"pixels", toJson(shapeOf(natural.pixels))},
            {"samples", attachments.add(natural.pixels.bytes())}};
}

} // namespace

std::string encodeError(const core::Error& error) {
    return messageText({{"error", {{"code", int(error.code)}, {"detail", error.detail}}}});
}

std::string encodeHeader(const FilmHeader& header) {
    return messageText({{"header", toJson(header)}});
}

std::string encodeOrder(const FilmOrder& order) {
    return std::to_string(order.frame) + "\n" + order.member;
}

std::string encodeKnown(const KnownHeader& known) {
    json value{{"header", toJson(known.header)}};
    if (known.kind)
        value["kind"] = int(*known.kind);
    return messageText(value);
}

std::string encodeNames(const std::vector<std::string>& names) {
    return messageText({{"names", names}});
}

std::string encodeFences(const Confinement& fences) {
    return messageText({{"systemCalls", fences.systemCalls}, {"fileSystem", fences.fileSystem}});
}

FilmMessage encodeFilm(const Film& film, const std::optional<dicom::PixelsInFile>& inFile) {
    Attachments attachments(film.image.pixels.bytes().size());
    const auto shape =
        inFile ? PixelShape{inFile->width, inFile->height, 1, inFile->type} : shapeOf(film.image.pixels);
    json message{{"header", toJson(film.header)},
                 {"display", toJson(film.image.display, attachments)},
                 {"pixels", toJson(shape)}};
    if (inFile)
        message["inFile"] = toJson(*inFile);
    if (film.natural)
        message["natural"] = toJson(*film.natural, attachments);
    return {messageText(message), attachments.take()};
}

} // namespace pleurascope::intake
