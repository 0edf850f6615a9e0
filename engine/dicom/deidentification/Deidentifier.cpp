// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/deidentification/Deidentifier.h"

#include "engine/core/Sha256.h"
#include "engine/dicom/ObjectName.h"
#include "engine/dicom/deidentification/ConfidentialityProfile.h"
#include "engine/dicom/deidentification/IdentityTrace.h"
#include "engine/dicom/deidentification/ObjectProfile.h"
#include "engine/dicom/deidentification/PixelMask.h"
#include "engine/dicom/elements/AttributeReader.h"
#include "engine/dicom/elements/DicomDate.h"
#include "engine/dicom/elements/ParsedFile.h"
#include "engine/dicom/writing/DataSetBuilder.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "engine/dicom/writing/FileEncoder.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <memory>

namespace pleurascope::dicom {

namespace {

using Action = ConfidentialityAction;
using Dates = DeidentificationOptions::Dates;

constexpr std::string_view standardUids = "1.2.840.10008."; // classes, transfer syntaxes, coding schemes
constexpr int longestShift = 3652;                          // days, ten years

bool isDateOrTime(DcmEVR vr) {
    return vr == EVR_DA || vr == EVR_DT || vr == EVR_TM;
}

std::string valueOf(DcmElement& element) {
    OFString raw;
    element.getOFStringArray(raw);
    return {raw.data(), raw.size()};
}

/// `function` of each of the values that backslashes separate.
template <class Function>
std::string mapped(std::string_view values, const Function& function) {
    std::string result;
    for (;;) {
        const auto end = values.find('\\');
        result += function(values.substr(0, end));
        if (end == std::string_view::npos)
            return result;
        result += '\\';
        values.remove_prefix(end + 1);
    }
}

/// The walk over one data set that changes it in place.
class Deidentification {
public:
    Deidentification(DcmDataset& dataset, ObjectKind kind, const DeidentificationOptions& options)
        : m_options(options)
        , m_kind(kind)
        , m_trace(dataset) {
        const auto patient = AttributeReader(dataset).text(DCM_PatientID) + '\n' +
                             AttributeReader(dataset).personName(DCM_PatientName).alphabetic;
        const auto hash = core::sha256(options.seed + "\npatient\n" + patient);
        unsigned number = 0;
        std::from_chars(hash.data() + 16, hash.data() + 24, number, 16);
        m_pseudonym = "ANON-" + hash.substr(0, 12);
        m_shiftDays = -1 - int(number % unsigned(longestShift));
        cleanItem(dataset, "");
    }

    [[nodiscard]] const IdentityTrace& trace() const { return m_trace; }
    [[nodiscard]] std::vector<DeidentificationChange> takeChanges() { return std::move(m_changes); }

private:
    void cleanItem(DcmItem& item, const std::string& prefix) {
        for (unsigned long i = 0; i < item.card();) {
            auto* element = item.getElement(i);
            if (isRemoved(*element, pathOf(*element, prefix)))
                delete item.remove(i);
            else
                ++i;
        }
    }

    static std::string pathOf(DcmElement& element, const std::string& prefix) {
        std::array<char, 16> text{};
        std::snprintf(text.data(), text.size(), "%04X,%04X", unsigned(element.getGTag()),
                      unsigned(element.getETag()));
        return prefix + text.data();
    }

    /// Changes the element, or tells that it has to go.
    bool isRemoved(DcmElement& element, const std::string& path) {
        const auto vr = element.ident() == EVR_PixelData ? EVR_OW : element.getVR();
        if (isDateOrTime(vr) && m_options.dates != Dates::remove && isDateRetainable(element.getTag()))
            return takeDate(element, vr, path);
        const auto ofKind = objectAction(m_kind, element.getTag());
        switch (ofKind ? *ofKind : confidentialityAction(element.getTag(), vr)) {
        case Action::remove:
            note(path, "removed");
            return true;
        case Action::empty:
            replace(element, "", path);
            return false;
        case Action::dummy:
            replace(element, dummyValue(vr), path);
            return false;
        case Action::pseudonym:
            replace(element, m_pseudonym, path);
            return false;
        case Action::uid:
            replaceUids(element, path);
            return false;
        case Action::clean:
            return cleanSequence(element, path);
        case Action::keep:
            break;
        }
        sweep(element, path);
        return false;
    }

    bool cleanSequence(DcmElement& element, const std::string& path) {
        auto* sequence = dynamic_cast<DcmSequenceOfItems*>(&element);
        if (!sequence) {
            note(path, "removed");
            return true;
        }
        const auto before = sequence->card();
        dropItems(*sequence, path);
        if (before > 0 && sequence->card() == 0)
            return true;
        for (unsigned long i = 0; i < sequence->card(); ++i)
            cleanItem(*sequence->getItem(i), path + '[' + std::to_string(i + 1) + "].");
        return false;
    }

    /// They are named by the places that they had.
    void dropItems(DcmSequenceOfItems& sequence, const std::string& path) {
        for (unsigned long i = sequence.card(); i-- > 0;)
            if (!isItemKept(m_kind, sequence.getTag(), *sequence.getItem(i))) {
                delete sequence.remove(i);
                note(path + '[' + std::to_string(i + 1) + ']', "removed");
            }
    }

    void replace(DcmElement& element, std::string_view value, const std::string& path) {
        if (auto* sequence = dynamic_cast<DcmSequenceOfItems*>(&element)) {
            while (sequence->card() > 0)
                delete sequence->remove(0UL);
        } else if (value.empty()) {
            element.clear();
        } else {
            put(element, value);
        }
        note(path, value.empty() ? "emptied" : "replaced");
    }

    static void put(DcmElement& element, std::string_view value) {
        element.putOFStringArray(OFString(value.data(), value.size()));
    }

    void replaceUids(DcmElement& element, const std::string& path) {
        const auto written = valueOf(element);
        const auto replaced = mapped(written, [&](std::string_view uid) {
            while (uid.ends_with('\0') || uid.ends_with(' '))
                uid.remove_suffix(1);
            if (uid.empty() || uid.starts_with(standardUids))
                return std::string(uid);
            return uidFromSeed(m_options.seed + "\nuid\n" + std::string(uid));
        });
        if (replaced == written)
            return;
        put(element, replaced);
        note(path, "UID replaced");
    }

    bool takeDate(DcmElement& element, DcmEVR vr, const std::string& path) {
        if (m_options.dates == Dates::keep || vr == EVR_TM)
            return false;
        const auto shifted = mapped(valueOf(element), [&](std::string_view date) {
            return shiftedDate(date, m_shiftDays).value_or("");
        });
        put(element, shifted);
        note(path, "date shifted");
        return false;
    }

    /// Names and numbers turn up where the profile does not expect them.
    void sweep(DcmElement& element, const std::string& path) {
        if (element.isaString() && m_trace.isIn(valueOf(element)))
            replace(element, "", path);
    }

    void note(const std::string& path, const char* action) { m_changes.push_back({path, action}); }

    const DeidentificationOptions& m_options;
    ObjectKind m_kind;
    IdentityTrace m_trace;
    std::string m_pseudonym;
    int m_shiftDays = 0;
    std::vector<DeidentificationChange> m_changes;
};

/// What was done, in the file: PS3.15 E.1.1, PS3.3 C.7.1.1, C.12.1.1.
void putStatement(DcmDataset& dataset, ObjectKind kind, const DeidentificationOptions& options) {
    constexpr Code basicProfile{"113100", "DCM", "Basic Application Confidentiality Profile"};
    constexpr Code cleanPixels{"113101", "DCM", "Clean Pixel Data Option"};
    constexpr Code cleanGraphics{"113103", "DCM", "Clean Graphics Option"};
    constexpr Code fullDates{"113106", "DCM", "Retain Longitudinal Temporal Information Full Dates Option"};
    constexpr Code modifiedDates{"113107", "DCM",
                                 "Retain Longitudinal Temporal Information Modified Dates Option"};
    DataSetBuilder builder(dataset);
    int item = 0;
    builder.put(DCM_PatientIdentityRemoved, EVR_CS, "YES");
    builder.put(DCM_DeidentificationMethod, EVR_LO, "PleuraScope, DICOM PS3.15 Basic Profile");
    dataset.findAndDeleteElement(DCM_DeidentificationMethodCodeSequence);
    builder.putCode(DCM_DeidentificationMethodCodeSequence, basicProfile, item++);
    if (!options.masks.empty())
        builder.putCode(DCM_DeidentificationMethodCodeSequence, cleanPixels, item++);
    if (kind == ObjectKind::presentationState)
        builder.putCode(DCM_DeidentificationMethodCodeSequence, cleanGraphics, item++);
    if (options.dates == Dates::keep)
        builder.putCode(DCM_DeidentificationMethodCodeSequence, fullDates, item++);
    if (options.dates == Dates::shift)
        builder.putCode(DCM_DeidentificationMethodCodeSequence, modifiedDates, item++);
    constexpr std::array temporal{"REMOVED", "UNMODIFIED", "MODIFIED"};
    builder.put(DCM_LongitudinalTemporalInformationModified, EVR_CS, temporal[std::size_t(options.dates)]);
    if (!options.masks.empty() || options.isTextLeft)
        builder.put(DCM_BurnedInAnnotation, EVR_CS, options.isTextLeft ? "YES" : "NO");
}

/// Encapsulated pixels stay as they are, all others are written native and explicit.
core::Result<E_TransferSyntax> outputSyntax(DcmFileFormat& file) {
    OFString uid;
    file.getMetaInfo()->findAndGetOFString(DCM_TransferSyntaxUID, uid);
    if (!uid.empty() && DcmXfer(uid.c_str()).getXfer() == EXS_Unknown)
        return core::failure(core::ErrorCode::unsupportedFormat,
                             "transfer syntax " + std::string(uid.c_str()));
    const auto current = file.getDataset()->getCurrentXfer();
    return DcmXfer(current).isEncapsulated() ? current : EXS_LittleEndianExplicit;
}

core::Result<DeidentifiedFile> cleaned(DcmFileFormat& file, ObjectKind kind,
                                       std::span<const std::byte> original,
                                       const DeidentificationOptions& options) {
    if (!options.masks.empty())
        if (auto masked = maskPixels(*file.getDataset(), original, options.masks); !masked)
            return core::failure(masked);
    const auto syntax = options.masks.empty() ? outputSyntax(file) : EXS_LittleEndianExplicit;
    if (!syntax)
        return core::failure(syntax);
    auto& dataset = *file.getDataset();
    Deidentification walk(dataset, kind, options);
    putStatement(dataset, kind, options);
    DeidentifiedFile result;
    result.instanceUid = AttributeReader(dataset).code(DCM_SOPInstanceUID);
    result.changes = walk.takeChanges();
    if (!options.masks.empty())
        result.changes.push_back({"7FE0,0010", "masked"});
    DcmFileFormat clean(file.getAndRemoveDataset(), OFFalse); // nothing of the old meta header or preamble
    auto bytes = encodeFile(clean, *syntax);
    if (!bytes)
        return core::failure(bytes);
    if (walk.trace().isInBytes(*bytes))
        return core::failure(core::ErrorCode::unsupportedFormat,
                             "identifying text remains in the encoded bytes");
    result.bytes = std::move(*bytes);
    return result;
}

} // namespace

core::Result<DeidentifiedFile> deidentify(std::span<const std::byte> bytes,
                                          const DeidentificationOptions& options) {
    return guardedParse([&]() -> core::Result<DeidentifiedFile> {
        DcmFileFormat file;
        if (auto parsed = parseFile(bytes, file); !parsed)
            return core::failure(parsed);
        auto& dataset = *file.getDataset();
        const auto kind = objectKind(dataset);
        if (!kind) {
            AttributeReader attributes(dataset);
            return core::failure(core::ErrorCode::noPixels, objectName(attributes));
        }
        return cleaned(file, *kind, bytes, options);
    });
}

} // namespace pleurascope::dicom
