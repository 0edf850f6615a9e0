// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/directory/DicomDirectory.h"

#include "engine/dicom/directory/DirectoryScan.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/elements/ParsedFile.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <unordered_map>

namespace pleurascope::dicom {

namespace {

constexpr std::size_t componentLimit = 64; // PS3.10 8.2 has 8 characters; media in the wild have more

/// One part of a File ID. Anything that is no plain name of a file or folder is refused.
bool isSafeComponent(const std::string& component) {
    return !component.empty() && component.size() <= componentLimit && component != "." &&
           component != ".." && std::all_of(component.begin(), component.end(), [](char c) {
               return c > 0x20 && c < 0x7f && c != '/' && c != '\\' && c != ':';
           });
}

/// Components joined by '/'; nothing where one is unsafe.
std::optional<std::string> joined(const std::vector<std::string>& components) {
    std::string path;
    for (const auto& component : components) {
        if (!isSafeComponent(component))
            return std::nullopt;
        path += (path.empty() ? "" : "/") + component;
    }
    return path;
}

/// The records of one file, and the walk over them.
class RecordWalk {
public:
    RecordWalk(DcmDataset& dataset, std::span<const std::byte> bytes)
        : m_attributes(dataset) {
        DcmSequenceOfItems* sequence = nullptr;
        if (dataset.findAndGetSequence(DCM_DirectoryRecordSequence, sequence).good() && sequence)
            for (auto* object = sequence->nextInContainer(nullptr); object;
                 object = sequence->nextInContainer(object))
                if (auto* record = dynamic_cast<DcmItem*>(object))
                    m_records.push_back(record);
        const auto offsets = recordOffsets(bytes);
        if (offsets.size() == m_records.size())
            for (std::size_t i = 0; i < offsets.size(); ++i)
                m_indexAt.emplace(offsets[i], i);
        m_isVisited.resize(m_records.size());
    }

    [[nodiscard]] DicomDirectory run() {
        m_directory.fileSetId = m_attributes.text(DCM_FileSetID);
        const auto root = indexAt(m_attributes, DCM_OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity);
        if (root)
            followOffsets(*root);
        const bool isWhole = std::find(m_isVisited.begin(), m_isVisited.end(), false) == m_isVisited.end();
        if (!isWhole) {
            m_directory.assumptions.emplace_back(
                "records are not linked by usable offsets: the rest is taken in the file's order");
            followOrder();
        }
        return std::move(m_directory);
    }

private:
    [[nodiscard]] std::optional<std::size_t> indexAt(AttributeReader& attributes,
                                                     const DcmTagKey& tag) const {
        const auto offset = attributes.integer(tag);
        const auto found = offset && *offset > 0 ? m_indexAt.find(std::uint64_t(*offset)) : m_indexAt.end();
        return found == m_indexAt.end() ? std::nullopt : std::optional(found->second);
    }

    /// Depth first, without recursion: files may link thousands of levels.
    void followOffsets(std::size_t root) {
        struct Step {
            std::size_t index;
            DirectoryEntry above;
        };
        std::vector<Step> steps{{root, {}}};
        while (!steps.empty()) {
            const auto [index, above] = std::move(steps.back());
            steps.pop_back();
            if (m_isVisited[index])
                continue;
            AttributeReader record(*m_records[index], m_attributes);
            const auto next = indexAt(record, DCM_OffsetOfTheNextDirectoryRecord);
            const auto lower = indexAt(record, DCM_OffsetOfReferencedLowerLevelDirectoryEntity);
            if (next)
                steps.push_back({*next, above});
            auto entry = above;
            take(index, record, entry);
            if (lower)
                steps.push_back({*lower, std::move(entry)});
        }
    }

    /// What follows a patient, study or series belongs to it.
    void followOrder() {
        DirectoryEntry above;
        for (std::size_t i = 0; i < m_records.size(); ++i)
            if (!m_isVisited[i]) {
                AttributeReader record(*m_records[i], m_attributes);
                take(i, record, above);
            }
    }

    /// Completes `entry` by the record; one with a file is added to the list.
    void take(std::size_t index, AttributeReader& record, DirectoryEntry& entry) {
        m_isVisited[index] = true;
        const auto type = record.code(DCM_DirectoryRecordType);
        if (type == "PATIENT")
            entry = {};
        const auto complete = [&](std::string& field, std::string value) {
            if (!value.empty())
                field = std::move(value);
        };
        complete(entry.patientName, record.personName(DCM_PatientName).alphabetic);
        complete(entry.patientId, record.text(DCM_PatientID));
        complete(entry.studyUid, record.code(DCM_StudyInstanceUID));
        complete(entry.studyDate, record.date(DCM_StudyDate));
        complete(entry.studyDescription, record.text(DCM_StudyDescription));
        complete(entry.seriesUid, record.code(DCM_SeriesInstanceUID));
        complete(entry.modality, record.code(DCM_Modality));
        if (record.has(DCM_ReferencedFileID))
            addFile(record, type, entry);
    }

    void addFile(AttributeReader& record, const std::string& type, DirectoryEntry entry) {
        const auto file = joined(record.texts(DCM_ReferencedFileID));
        if (!file) {
            m_directory.assumptions.emplace_back("a record refers to an unsafe file name: left out");
            return;
        }
        entry.file = *file;
        entry.recordType = type;
        entry.instanceUid = record.code(DCM_ReferencedSOPInstanceUIDInFile);
        entry.sopClassUid = record.code(DCM_ReferencedSOPClassUIDInFile);
        m_directory.entries.push_back(std::move(entry));
    }

    AttributeReader m_attributes;
    std::vector<DcmItem*> m_records;
    std::unordered_map<std::uint64_t, std::size_t> m_indexAt;
    std::vector<bool> m_isVisited;
    DicomDirectory m_directory;
};

} // namespace

namespace {

core::Result<DicomDirectory> readRecords(std::span<const std::byte> bytes, OpenEnds openEnds) {
    return guardedParse([&]() -> core::Result<DicomDirectory> {
        DcmFileFormat file;
        if (auto parsed = parseFile(bytes, file, ScanExtent::wholeFile, openEnds); !parsed)
            return core::failure(parsed);
        if (!file.getDataset()->tagExists(DCM_DirectoryRecordSequence))
            return core::failure(core::ErrorCode::notRecognised, "no Directory Record Sequence");
        return RecordWalk(*file.getDataset(), bytes).run();
    });
}

} // namespace

core::Result<DicomDirectory> readDirectory(std::span<const std::byte> bytes) {
    auto directory = readRecords(bytes, OpenEnds::refused);
    if (directory || directory.error().code != core::ErrorCode::truncated)
        return directory;
    auto asFarAsItGoes = readRecords(bytes, OpenEnds::taken);
    if (!asFarAsItGoes)
        return directory;
    asFarAsItGoes->assumptions.emplace_back(
        "records announce more than the file has: all that are there are taken");
    return asFarAsItGoes;
}

} // namespace pleurascope::dicom
