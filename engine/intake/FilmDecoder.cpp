// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/DecodedLimit.h"
#include "engine/intake/AnswerDecoder.h"
#include "engine/intake/AttachmentReader.h"
#include "engine/intake/FieldReader.h"
#include "engine/intake/FilmMessage.h"
#include "engine/intake/MessageParts.h"

#include <charconv>

namespace pleurascope::intake {

namespace {

using nlohmann::json;

constexpr int anyInt = INT32_MAX;
constexpr int sideLimit = 1'000'000;
constexpr std::size_t listLimit = 1024;
constexpr std::size_t nameListLimit = 200'000;

/// Letters of a direction, or nothing.
std::string readDirection(const FieldReader& fields, const char* key) {
    auto letters = fields.text(key);
    if (!letters.empty() && !dicom::isDirection(letters))
        fields.markBroken();
    return letters;
}

dicom::Instance readInstance(const FieldReader& fields) {
    dicom::Instance instance;
    instance.uid = fields.text("uid");
    instance.sopClassUid = fields.text("sopClassUid");
    instance.transferSyntaxUid = fields.text("transferSyntaxUid");
    instance.viewPosition = fields.text("viewPosition");
    instance.laterality = fields.text("laterality");
    instance.photometricInterpretation = fields.text("photometricInterpretation");
    instance.number = fields.integer("number", -anyInt, anyInt);
    instance.rows = fields.integer("rows", -anyInt, anyInt);
    instance.columns = fields.integer("columns", -anyInt, anyInt);
    instance.frames = fields.integer("frames", 1, anyInt);
    instance.bitsAllocated = fields.integer("bitsAllocated", -anyInt, anyInt);
    instance.bitsStored = fields.integer("bitsStored", -anyInt, anyInt);
    instance.isSigned = fields.flag("isSigned");
    instance.isLossy = fields.flag("isLossy");
    instance.lossyRatio = fields.number("lossyRatio");
    instance.frameMilliseconds = fields.number("frameMilliseconds");
    const auto source =
        dicom::SpacingSource(fields.integer("spacingSource", 0, int(dicom::SpacingSource::calibrated)));
    instance.spacing = {fields.number("rowSpacing"), fields.number("columnSpacing"), source};
    instance.directions = {readDirection(fields, "rowDirection"), readDirection(fields, "columnDirection")};
    return instance;
}

/// Lower-case hexadecimal digits of a SHA-256, or nothing.
std::string readDigest(const FieldReader& fields) {
    auto digest = fields.text("contentDigest");
    const bool isHexadecimal = digest.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!isHexadecimal || (!digest.empty() && digest.size() != 64))
        fields.markBroken();
    return digest;
}

FilmHeader readHeader(const FieldReader& fields) {
    FilmHeader header;
    header.kind = FileKind(fields.integer("kind", 0, int(FileKind::archive)));
    header.patient = readPatientFields(fields.object("patient"));
    header.study = readStudyFields(fields.object("study"));
    header.series = readSeriesFields(fields.object("series"));
    header.instance = readInstance(fields.object("instance"));
    fields.each("assumptions", listLimit,
                [&](const json& value) { header.assumptions.push_back(fields.textOf(value)); });
    fields.each("warnings", listLimit,
                [&](const json& value) { header.warnings.push_back(fields.textOf(value)); });
    header.isPartial = fields.flag("isPartial");
    header.contentDigest = readDigest(fields);
    return header;
}

imaging::LookupTable readTable(const FieldReader& fields, const AttachmentReader& attachments) {
    return readTableFields(fields,
                           attachments.read<std::uint16_t>(fields.object("entries"), mostTableEntries));
}

imaging::Overlay readOverlay(const FieldReader& fields, const AttachmentReader& attachments) {
    return readOverlayFields(fields, [&](std::size_t bytes) {
        return attachments.read<std::uint8_t>(fields.object("bits"), bytes);
    });
}

/// The lists and what may be missing.
void readDisplayExtras(const FieldReader& fields, const AttachmentReader& attachments,
                       imaging::DisplayParameters& display) {
    fields.each("windows", listLimit,
                [&](const json& value) { display.windows.push_back(readWindowFields(fields.of(value))); });
    fields.each("voiTables", listLimit, [&](const json& value) {
        display.voiTables.push_back(readTable(fields.of(value), attachments));
    });
    fields.each("overlays", listLimit, [&](const json& value) {
        display.overlays.push_back(readOverlay(fields.of(value), attachments));
    });
    if (fields.has("modalityTable"))
        display.modalityTable = readTable(fields.object("modalityTable"), attachments);
    if (fields.has("presentationTable"))
        display.presentationTable = readTable(fields.object("presentationTable"), attachments);
    if (fields.has("padding"))
        display.padding = {fields.object("padding").number("low"), fields.object("padding").number("high")};
    if (fields.has("shutter"))
        display.shutter = readShutterFields(fields.object("shutter"));
}

imaging::DisplayParameters readDisplay(const FieldReader& fields, const AttachmentReader& attachments) {
    imaging::DisplayParameters display;
    display.rescaleSlope = fields.number("rescaleSlope");
    display.rescaleIntercept = fields.number("rescaleIntercept");
    display.inverted = fields.flag("inverted");
    display.bitsStored = fields.integer("bitsStored", 1, 64);
    display.isSigned = fields.flag("isSigned");
    display.pixelAspect = fields.number("pixelAspect");
    if (!(display.pixelAspect > 0))
        fields.markBroken();
    readDisplayExtras(fields, attachments, display);
    return display;
}

PixelShape readShape(const FieldReader& fields) {
    PixelShape shape;
    shape.width = fields.integer("width", 1, sideLimit);
    shape.height = fields.integer("height", 1, sideLimit);
    shape.channels = fields.integer("channels", 1, 3);
    shape.type = core::SampleType(fields.integer("type", 0, int(core::SampleType::f64)));
    const bool isColour = shape.channels == 3 && shape.type == core::SampleType::u8;
    if (shape.channels != 1 && !isColour)
        fields.markBroken();
    return shape;
}

/// Whether the file has so many bytes shows when they are read.
dicom::PixelsInFile readPlace(const FieldReader& fields, const PixelShape& shape) {
    const int bits = 8 * int(core::sampleSize(shape.type));
    dicom::PixelsInFile place{fields.size("offset", INT64_MAX - core::decodedLimit()),
                              shape.width,
                              shape.height,
                              shape.type,
                              fields.integer("bitsStored", 1, bits),
                              fields.integer("highBit", 0, bits - 1)};
    const bool isInteger = shape.type != core::SampleType::f32 && shape.type != core::SampleType::f64;
    if (!isInteger || shape.channels != 1 || place.highBit < place.bitsStored - 1 ||
        place.bytes() > core::decodedLimit())
        fields.markBroken();
    return place;
}

imaging::Image readNatural(const FieldReader& fields, const AttachmentReader& attachments) {
    const auto shape = readShape(fields.object("pixels"));
    auto samples = attachments.read<std::byte>(fields.object("samples"), core::decodedLimit());
    if (samples.size() != shape.bytes()) {
        fields.markBroken();
        return {};
    }
    const auto owner = std::make_shared<std::vector<std::byte>>(std::move(samples));
    return {core::PixelBuffer(shape.width, shape.height, shape.channels, shape.type, *owner, owner),
            readDisplay(fields.object("display"), attachments)};
}

} // namespace

core::Result<FilmHeader> decodeHeader(std::string_view text) {
    return decodeAnswer(text, [](const FieldReader& fields) { return readHeader(fields.object("header")); });
}

FilmOrder decodeOrder(std::string_view text) {
    FilmOrder order;
    const auto line = text.find('\n');
    const auto number = text.substr(0, line);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), order.frame);
    if (line == std::string_view::npos || error != std::errc() || end != number.data() + number.size())
        return {};
    order.member = text.substr(line + 1);
    return order;
}

core::Result<KnownHeader> decodeKnown(std::string_view text) {
    return decodeAnswer(text, [](const FieldReader& fields) {
        KnownHeader known{std::nullopt, readHeader(fields.object("header"))};
        if (fields.has("kind"))
            known.kind = FileKind(fields.integer("kind", 0, int(FileKind::archive)));
        return known;
    });
}

core::Result<std::vector<std::string>> decodeNames(std::string_view text) {
    return decodeAnswer(text, [](const FieldReader& fields) {
        std::vector<std::string> names;
        fields.each("names", nameListLimit,
                    [&](const json& value) { names.push_back(fields.textOf(value)); });
        return names;
    });
}

core::Result<Confinement> decodeFences(std::string_view text) {
    return decodeAnswer(text, [](const FieldReader& fields) {
        return Confinement{fields.flag("systemCalls"), fields.flag("fileSystem")};
    });
}

core::Result<FilmAnswer> decodeFilm(std::string_view text, std::span<const std::byte> memory) {
    return decodeAnswer(text, [memory](const FieldReader& fields) {
        FilmAnswer answer{readHeader(fields.object("header")),
                          readDisplay(fields.object("display"), AttachmentReader(memory)),
                          readShape(fields.object("pixels"))};
        if (fields.has("inFile"))
            answer.inFile = readPlace(fields.object("inFile"), answer.shape);
        else if (answer.shape.bytes() > memory.size())
            fields.markBroken();
        if (fields.has("natural"))
            answer.natural = readNatural(fields.object("natural"), AttachmentReader(memory));
        return answer;
    });
}

} // namespace pleurascope::intake
