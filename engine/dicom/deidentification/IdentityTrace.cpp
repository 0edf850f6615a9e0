// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/IdentityTrace.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <functional>

namespace pleurascope::dicom {

namespace {

constexpr std::size_t shortestPart = 4;
constexpr std::size_t shortestInBytes = 6;
constexpr std::size_t partLimit = 256;

bool isIdentity(const DcmTagKey& tag) {
    static const std::array tags{DCM_PatientID,
                                 DCM_RETIRED_OtherPatientIDs,
                                 DCM_PatientBirthDate,
                                 DCM_PatientAddress,
                                 DCM_PatientTelephoneNumbers,
                                 DCM_MilitaryRank,
                                 DCM_AccessionNumber,
                                 DCM_AdmissionID,
                                 DCM_InstitutionName,
                                 DCM_InstitutionAddress,
                                 DCM_PlacerOrderNumberImagingServiceRequest,
                                 DCM_FillerOrderNumberImagingServiceRequest};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

bool isInstanceUid(const DcmTagKey& tag) {
    return tag == DCM_SOPInstanceUID || tag == DCM_StudyInstanceUID || tag == DCM_SeriesInstanceUID;
}

/// What others and this program write in place of a name.
bool isPlaceholder(std::string_view part) {
    constexpr std::array<std::string_view, 4> placeholders{"REMOVED", "ANONYMOUS", "ANONYMIZED", "UNKNOWN"};
    return std::find(placeholders.begin(), placeholders.end(), part) != placeholders.end();
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::string valueOf(DcmElement& element) {
    OFString raw;
    element.getOFStringArray(raw);
    return {raw.data(), raw.size()};
}

} // namespace

IdentityTrace::IdentityTrace(DcmItem& dataset) {
    collect(dataset, 0);
}

void IdentityTrace::collect(DcmItem& item, int depth) {
    for (auto* object = item.nextInContainer(nullptr); object; object = item.nextInContainer(object)) {
        auto* element = dynamic_cast<DcmElement*>(object);
        if (auto* sequence = dynamic_cast<DcmSequenceOfItems*>(object)) {
            for (auto* inner = sequence->nextInContainer(nullptr); inner;
                 inner = sequence->nextInContainer(inner))
                if (auto* innerItem = dynamic_cast<DcmItem*>(inner))
                    collect(*innerItem, depth + 1);
        } else if (element && (element->ident() == EVR_PN || isIdentity(element->getTag()))) {
            add(valueOf(*element));
        } else if (element && depth == 0 && isInstanceUid(element->getTag())) {
            m_uids.push_back(valueOf(*element));
        }
    }
}

void IdentityTrace::add(std::string_view value) {
    constexpr std::string_view separators = "\\^= ,;/";
    while (!value.empty() && m_parts.size() < partLimit) {
        const auto end = std::min(value.find_first_of(separators), value.size());
        std::string part(value.substr(0, end));
        if (part.size() >= shortestPart && !isPlaceholder(part) &&
            std::find(m_parts.begin(), m_parts.end(), part) == m_parts.end())
            m_parts.push_back(std::move(part));
        value.remove_prefix(std::min(end + 1, value.size()));
    }
}

bool IdentityTrace::isIn(std::string_view text) const {
    const auto isFound = [&](const std::string& part) {
        return std::search(text.begin(), text.end(), part.begin(), part.end(),
                           [](char a, char b) { return lower(a) == lower(b); }) != text.end();
    };
    return std::any_of(m_parts.begin(), m_parts.end(), isFound);
}

bool IdentityTrace::isInBytes(std::span<const std::byte> bytes) const {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const auto isFound = [&](const std::string& part) {
        return part.size() >= shortestInBytes &&
               std::search(text.begin(), text.end(),
                           std::boyer_moore_horspool_searcher(part.begin(), part.end())) != text.end();
    };
    return std::any_of(m_parts.begin(), m_parts.end(), isFound) ||
           std::any_of(m_uids.begin(), m_uids.end(), isFound);
}

} // namespace pleurascope::dicom
