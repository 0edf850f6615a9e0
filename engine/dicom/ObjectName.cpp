// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/ObjectName.h"

#include "engine/dicom/elements/PlainText.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace pleurascope::dicom {

namespace {

constexpr std::size_t titleLimit = 64;

/// UIDs that begin so are of this kind; the longer ones come first.
struct Kind {
    std::string_view uid;
    std::string_view name;
    bool isNamedFully = false; ///< the storage class says more
};

constexpr std::string_view storage = "1.2.840.10008.5.1.4.1.1.";

// PS3.4 B.5 below `storage`
constexpr std::array kinds{
    Kind{"88.59", "a key object selection"},
    Kind{"88.", "a structured report", true},
    Kind{"104.1", "an encapsulated PDF"},
    Kind{"104.2", "an encapsulated clinical document (CDA)"},
    Kind{"104.", "an encapsulated 3D model"},
    Kind{"11.", "a presentation state", true},
    Kind{"9.", "a waveform", true},
    Kind{"4.2", "a spectrum", true},
    Kind{"66.1", "a spatial registration"},
    Kind{"66.2", "a set of spatial fiducials"},
    Kind{"66.3", "a spatial registration"},
    Kind{"66.4", "a segmentation"},
    Kind{"66.5", "a surface segmentation"},
    Kind{"66.6", "a set of tracks"},
    Kind{"66", "raw data"},
    Kind{"67", "a real world value mapping"},
    Kind{"68.", "a surface scan", true},
    Kind{"78.", "a set of eye measurements", true},
    Kind{"481.2", "a radiotherapy dose"},
    Kind{"481.3", "a radiotherapy structure set"},
    Kind{"481.5", "a radiotherapy plan"},
    Kind{"481.8", "a radiotherapy plan"},
    Kind{"481.1", "an object of radiotherapy", true}, // records, newer objects; RT images have pixels
    Kind{"481.", "a radiotherapy record", true},
};

bool startsWord(std::string_view text, std::size_t i) {
    const auto upper = [&](std::size_t at) {
        return at < text.size() && std::isupper(static_cast<unsigned char>(text[at])) != 0;
    };
    const auto lower = [&](std::size_t at) {
        return at < text.size() && std::islower(static_cast<unsigned char>(text[at])) != 0;
    };
    return i > 0 && upper(i) && (lower(i - 1) || lower(i + 1));
}

const Kind* kindOf(std::string_view uid) {
    if (!uid.starts_with(storage))
        return nullptr;
    uid.remove_prefix(storage.size());
    const auto* found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return uid.starts_with(kind.uid); });
    return found == kinds.end() ? nullptr : found;
}

/// Document Title, or what the first concept name of a report says.
std::string titleOf(AttributeReader& attributes) {
    auto title = attributes.text(DCM_DocumentTitle);
    DcmItem* item = nullptr;
    if (title.empty() && attributes.item().findAndGetSequenceItem(DCM_ConceptNameCodeSequence, item).good() &&
        item)
        title = AttributeReader(*item, attributes).text(DCM_CodeMeaning);
    const std::string cut(shortened(title, titleLimit));
    return cut.size() < title.size() ? cut + "..." : cut;
}

} // namespace

std::string sopClassName(std::string_view uid) {
    const char* keyword = dcmFindNameOfUID(std::string(uid).c_str());
    if (!keyword)
        return std::string(uid);
    const std::string_view joined(keyword);
    std::string words;
    for (std::size_t i = 0; i < joined.size(); ++i) {
        if (startsWord(joined, i))
            words += ' ';
        words += joined[i];
    }
    constexpr std::string_view ending = " Storage";
    return words.ends_with(ending) ? words.substr(0, words.size() - ending.size()) : words;
}

std::string objectName(AttributeReader& attributes) {
    const auto uid = attributes.code(DCM_SOPClassUID);
    if (attributes.item().tagExists(DCM_DirectoryRecordSequence))
        return "a DICOMDIR";
    if (uid == UID_HangingProtocolStorage)
        return "a hanging protocol";
    if (uid == UID_ColorPaletteStorage)
        return "a colour palette";
    if (uid.empty())
        return "a data set without a class";
    std::string particulars;
    const auto* kind = kindOf(uid);
    if (!kind || kind->isNamedFully)
        particulars = sopClassName(uid);
    if (kind)
        if (const auto title = titleOf(attributes); !title.empty())
            particulars += (particulars.empty() ? "'" : ", '") + title + "'";
    const std::string name(kind ? kind->name : "an object");
    return particulars.empty() ? name : name + " (" + particulars + ")";
}

} // namespace pleurascope::dicom
