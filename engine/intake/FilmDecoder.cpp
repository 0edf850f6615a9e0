// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FieldReader.h"
#include "engine/intake/FilmMessage.h"

namespace pleurascope::intake {

namespace {

using nlohmann::json;

constexpr int anyInt = INT32_MAX;
constexpr int sideLimit = 1'000'000;
constexpr std::size_t listLimit = 1024;
constexpr std::size_t tableLimit = 65536;

dicom::Patient readPatient(const FieldReader& fields) {
    return {fields.text("name"), fields.text("id"),          fields.text("birthDate"),
            fields.text("sex"),  fields.text("ideographic"), fields.text("phonetic")};
}

dicom::Study readStudy(const FieldReader& fields) {
    return {fields.text("uid"),
            fields.text("id"),
            fields.text("date"),
            fields.text("time"),
            fields.text("accessionNumber"),
            fields.text("description"),
            fields.text("age")};
}

dicom::Series readSeries(const FieldReader& fields) {
    return {fields.text("uid"), fields.text("modality"), fields.text("description"), fields.text("bodyPart"),
            fields.integer("number", -anyInt, anyInt)};
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
    instance.frameMilliseconds = fields.number("frameMilliseconds");
    const auto source =
        dicom::SpacingSource(fields.integer("spacingSource", 0, int(dicom::SpacingSource::calibrated)));
    instance.spacing = {fields.number("rowSpacing"), fields.number("columnSpacing"), source};
    return instance;
}

FilmHeader readHeader(const FieldReader& fields) {
    FilmHeader header;
    header.kind = FileKind(fields.integer("kind", 0, int(FileKind::tiff)));
    header.patient = readPatient(fields.object("patient"));
    header.study = readStudy(fields.object("study"));
    header.series = readSeries(fields.object("series"));
    header.instance = readInstance(fields.object("instance"));
    fields.each("assumptions", listLimit,
                [&](const json& value) { header.assumptions.push_back(fields.textOf(value)); });
    fields.each("warnings", listLimit,
                [&](const json& value) { header.warnings.push_back(fields.textOf(value)); });
    header.isPartial = fields.flag("isPartial");
    return header;
}

imaging::LookupTable readTable(const FieldReader& fields) {
    imaging::LookupTable table;
    table.firstMapped = fields.integer("firstMapped", -65536, 65536);
    table.bitsPerEntry = fields.integer("bitsPerEntry", -anyInt, anyInt);
    table.explanation = fields.text("explanation");
    fields.each("entries", tableLimit, [&](const json& value) {
        const bool fits = value.is_number_unsigned() && value.get<std::uint64_t>() <= 0xffff;
        if (!fits)
            fields.markBroken();
        table.entries.push_back(fits ? value.get<std::uint16_t>() : std::uint16_t(0));
    });
    if (table.entries.empty())
        fields.markBroken();
    return table;
}

imaging::Window readWindow(const FieldReader& fields) {
    const imaging::Window window{
        fields.number("centre"), fields.number("width"),
        imaging::VoiFunction(fields.integer("function", 0, int(imaging::VoiFunction::sigmoid))),
        fields.text("explanation")};
    if (!(window.width > 0))
        fields.markBroken();
    return window;
}

imaging::DisplayParameters readDisplay(const FieldReader& fields) {
    imaging::DisplayParameters display;
    display.rescaleSlope = fields.number("rescaleSlope");
    display.rescaleIntercept = fields.number("rescaleIntercept");
    display.inverted = fields.flag("inverted");
    display.bitsStored = fields.integer("bitsStored", 1, 64);
    display.isSigned = fields.flag("isSigned");
    fields.each("windows", listLimit,
                [&](const json& value) { display.windows.push_back(readWindow(fields.of(value))); });
    fields.each("voiTables", listLimit,
                [&](const json& value) { display.voiTables.push_back(readTable(fields.of(value))); });
    if (fields.has("modalityTable"))
        display.modalityTable = readTable(fields.object("modalityTable"));
    if (fields.has("padding"))
        display.padding = {fields.object("padding").number("low"), fields.object("padding").number("high")};
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

core::Error malformed() {
    return {core::ErrorCode::readerCrashed, "the reader's answer is malformed", {}};
}

/// Parses the text, hands out the reader's error if it is one, else what `take` makes of the fields.
template <class Take>
auto decode(std::string_view text, Take&& take) -> core::Result<decltype(take(std::declval<FieldReader>()))> {
    const auto message = json::parse(text, nullptr, false);
    bool isBroken = message.is_discarded();
    const FieldReader fields(message, isBroken);
    if (fields.has("error")) {
        const auto error = fields.object("error");
        const auto code = core::ErrorCode(error.integer("code", 0, int(core::ErrorCode::internal)));
        core::Error reported{code, error.text("detail"), {}};
        return tl::unexpected(isBroken ? malformed() : std::move(reported));
    }
    auto value = take(fields);
    if (isBroken)
        return tl::unexpected(malformed());
    return value;
}

} // namespace

core::Result<FilmHeader> decodeHeader(std::string_view text) {
    return decode(text, [](const FieldReader& fields) { return readHeader(fields.object("header")); });
}

core::Result<FilmAnswer> decodeFilm(std::string_view text) {
    return decode(text, [](const FieldReader& fields) {
        return FilmAnswer{readHeader(fields.object("header")), readDisplay(fields.object("display")),
                          readShape(fields.object("pixels"))};
    });
}

} // namespace pleurascope::intake
