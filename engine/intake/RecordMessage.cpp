// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/RecordMessage.h"

#include "engine/intake/AnswerDecoder.h"
#include "engine/intake/MessageParts.h"

namespace pleurascope::intake {

namespace {

using nlohmann::json;

constexpr std::size_t lineLimit = 200'000;
constexpr int anyInt = INT32_MAX;
constexpr int word = 0xffff;

/// The reader has looked at it; so does the client, who opens it.
bool staysInside(const std::string& file) {
    return !file.empty() && file.front() != '/' && ("/" + file + "/").find("/../") == std::string::npos &&
           file.find('\0') == std::string::npos;
}

dicom::TagLine readLine(const FieldReader& fields) {
    dicom::TagLine line;
    line.path = fields.text("path");
    line.depth = fields.integer("depth", 0, anyInt);
    line.group = std::uint16_t(fields.integer("group", 0, word));
    line.element = std::uint16_t(fields.integer("element", 0, word));
    line.vr = fields.text("vr");
    line.name = fields.text("name");
    line.length = std::uint32_t(fields.size("length", UINT32_MAX));
    line.value = fields.text("value");
    line.hash = fields.text("hash");
    return line;
}

dicom::DirectoryEntry readEntry(const FieldReader& fields) {
    dicom::DirectoryEntry entry;
    entry.file = fields.text("file");
    entry.recordType = fields.text("recordType");
    entry.patientName = fields.text("patientName");
    entry.patientId = fields.text("patientId");
    entry.studyUid = fields.text("studyUid");
    entry.studyDate = fields.text("studyDate");
    entry.studyDescription = fields.text("studyDescription");
    entry.seriesUid = fields.text("seriesUid");
    entry.modality = fields.text("modality");
    entry.instanceUid = fields.text("instanceUid");
    entry.sopClassUid = fields.text("sopClassUid");
    if (!staysInside(entry.file))
        fields.markBroken();
    return entry;
}

} // namespace

std::string encodeTags(const std::vector<dicom::TagLine>& lines) {
    auto values = json::array();
    for (const auto& line : lines)
        values.push_back({{"path", line.path},
                          {"depth", line.depth},
                          {"group", line.group},
                          {"element", line.element},
                          {"vr", line.vr},
                          {"name", line.name},
                          {"length", line.length},
                          {"value", line.value},
                          {"hash", line.hash}});
    return messageText({{"tags", std::move(values)}});
}

std::string encodeDirectory(const dicom::DicomDirectory& directory) {
    auto entries = json::array();
    for (const auto& entry : directory.entries)
        entries.push_back({{"file", entry.file},
                           {"recordType", entry.recordType},
                           {"patientName", entry.patientName},
                           {"patientId", entry.patientId},
                           {"studyUid", entry.studyUid},
                           {"studyDate", entry.studyDate},
                           {"studyDescription", entry.studyDescription},
                           {"seriesUid", entry.seriesUid},
                           {"modality", entry.modality},
                           {"instanceUid", entry.instanceUid},
                           {"sopClassUid", entry.sopClassUid}});
    return messageText({{"fileSetId", directory.fileSetId},
                        {"entries", std::move(entries)},
                        {"assumptions", directory.assumptions}});
}

core::Result<std::vector<dicom::TagLine>> decodeTags(std::string_view text) {
    return decodeAnswer(text, [](const FieldReader& fields) {
        std::vector<dicom::TagLine> lines;
        fields.each("tags", lineLimit,
                    [&](const json& value) { lines.push_back(readLine(fields.of(value))); });
        return lines;
    });
}

core::Result<dicom::DicomDirectory> decodeDirectory(std::string_view text) {
    return decodeAnswer(text, [](const FieldReader& fields) {
        dicom::DicomDirectory directory;
        directory.fileSetId = fields.text("fileSetId");
        fields.each("entries", lineLimit,
                    [&](const json& value) { directory.entries.push_back(readEntry(fields.of(value))); });
        fields.each("assumptions", lineLimit,
                    [&](const json& value) { directory.assumptions.push_back(fields.textOf(value)); });
        return directory;
    });
}

} // namespace pleurascope::intake
