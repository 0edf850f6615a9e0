// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/DicomWriter.h"

#include "engine/core/Files.h"
#include "engine/dicom/Codecs.h"
#include "engine/imaging/GreyScale.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcostrmb.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace pleurascope::dicom {

namespace {

using core::ErrorCode;
using core::failure;

struct Code {
    const char* value;
    const char* meaning;
};

constexpr Code chest{"51185008", "Chest"};                       // PS3.16 CID 4009
constexpr Code posteroAnterior{"272479007", "postero-anterior"}; // PS3.16 CID 4010
constexpr Code anteroPosterior{"399348003", "antero-posterior"};

std::string withoutPunctuation(std::string text) {
    std::erase_if(text, [](char c) { return c < '0' || c > '9'; });
    return text;
}

/// A DS value has at most 16 characters (PS3.5 6.2).
std::string decimalString(double value) {
    std::array<char, 32> text{};
    for (int digits = 15; digits > 0; --digits)
        if (std::snprintf(text.data(), text.size(), "%.*g", digits, value) <= 16)
            break;
    return text.data();
}

/// Fills a data set; VRs are given, so that no dictionary is needed. The first failure is kept.
class DataSetBuilder {
public:
    explicit DataSetBuilder(DcmItem& item)
        : m_item(item) {}

    void put(const DcmTagKey& tag, DcmEVR vr, const std::string& value) {
        keep(m_item.putAndInsertOFStringArray(DcmTag(tag, vr), OFString(value.data(), value.size())));
    }
    void put(const DcmTagKey& tag, Uint16 value) {
        keep(m_item.putAndInsertUint16(DcmTag(tag, EVR_US), value));
    }
    void putSigned(const DcmTagKey& tag, Sint16 value) {
        keep(m_item.putAndInsertSint16(DcmTag(tag, EVR_SS), value));
    }
    void putSequence(const DcmTagKey& tag) { keep(m_item.insertEmptyElement(DcmTag(tag, EVR_SQ))); }
    void putCode(const DcmTagKey& tag, const Code& code) {
        DcmItem* item = nullptr;
        keep(m_item.findOrCreateSequenceItem(DcmTag(tag, EVR_SQ), item));
        if (!item)
            return;
        DataSetBuilder builder(*item);
        builder.put(DCM_CodeValue, EVR_SH, code.value);
        builder.put(DCM_CodingSchemeDesignator, EVR_SH, "SCT");
        builder.put(DCM_CodeMeaning, EVR_LO, code.meaning);
        keep(builder.m_condition);
    }
    void putPixels(const core::PixelBuffer& pixels) {
        const auto* bytes = reinterpret_cast<const Uint8*>(pixels.bytes().data());
        const auto count = static_cast<unsigned long>(pixels.bytes().size());
        if (pixels.type() == core::SampleType::u8)
            keep(m_item.putAndInsertUint8Array(DcmTag(DCM_PixelData, EVR_OB), bytes, count));
        else
            keep(m_item.putAndInsertUint16Array(DcmTag(DCM_PixelData, EVR_OW),
                                                reinterpret_cast<const Uint16*>(bytes), count / 2));
    }

    [[nodiscard]] const OFCondition& condition() const { return m_condition; }

private:
    void keep(const OFCondition& condition) {
        if (m_condition.good())
            m_condition = condition;
    }

    DcmItem& m_item;
    OFCondition m_condition = EC_Normal;
};

void putIdentity(DataSetBuilder& builder, const DicomFilm& film) {
    builder.put(DCM_SpecificCharacterSet, EVR_CS, "ISO_IR 192");
    builder.put(DCM_SOPClassUID, EVR_UI, UID_DigitalXRayImageStorageForPresentation);
    builder.put(DCM_SOPInstanceUID, EVR_UI, film.instance.uid);
    builder.put(DCM_PatientName, EVR_PN, film.patient.name);
    builder.put(DCM_PatientID, EVR_LO, film.patient.id);
    builder.put(DCM_PatientBirthDate, EVR_DA, withoutPunctuation(film.patient.birthDate));
    builder.put(DCM_PatientSex, EVR_CS, film.patient.sex);
    if (!film.study.age.empty())
        builder.put(DCM_PatientAge, EVR_AS, film.study.age);
}

void putStudy(DataSetBuilder& builder, const DicomFilm& film) {
    const auto date = withoutPunctuation(film.study.date);
    const auto time = withoutPunctuation(film.study.time);
    builder.put(DCM_StudyInstanceUID, EVR_UI, film.study.uid);
    builder.put(DCM_StudyID, EVR_SH, film.study.id);
    builder.put(DCM_StudyDate, EVR_DA, date);
    builder.put(DCM_StudyTime, EVR_TM, time);
    builder.put(DCM_AccessionNumber, EVR_SH, film.study.accessionNumber);
    builder.put(DCM_ReferringPhysicianName, EVR_PN, "");
    if (!film.study.description.empty())
        builder.put(DCM_StudyDescription, EVR_LO, film.study.description);
    builder.put(DCM_SeriesInstanceUID, EVR_UI, film.series.uid);
    builder.put(DCM_SeriesNumber, EVR_IS, std::to_string(film.series.number));
    if (!film.series.description.empty())
        builder.put(DCM_SeriesDescription, EVR_LO, film.series.description);
    builder.put(DCM_Modality, EVR_CS, "DX");
    builder.put(DCM_PresentationIntentType, EVR_CS, "FOR PRESENTATION");
    builder.put(DCM_Manufacturer, EVR_LO, "PleuraScope");
    builder.put(DCM_InstanceNumber, EVR_IS, std::to_string(film.instance.number));
    builder.put(DCM_ContentDate, EVR_DA, date);
    builder.put(DCM_ContentTime, EVR_TM, time);
    builder.put(DCM_AcquisitionDate, EVR_DA, date);
    builder.put(DCM_AcquisitionTime, EVR_TM, time);
}

/// DX Anatomy Imaged, DX Positioning, DX Detector (PS3.3 C.8.11).
void putExposure(DataSetBuilder& builder, const DicomFilm& film) {
    const auto& spacing = film.instance.spacing;
    const auto written = decimalString(spacing.row) + '\\' + decimalString(spacing.column);
    const bool isAp = film.instance.viewPosition == "AP";
    builder.put(DCM_BodyPartExamined, EVR_CS, film.series.bodyPart.empty() ? "CHEST" : film.series.bodyPart);
    builder.putCode(DCM_AnatomicRegionSequence, chest);
    builder.put(DCM_ImageLaterality, EVR_CS,
                film.instance.laterality.empty() ? "U" : film.instance.laterality);
    builder.put(DCM_ViewPosition, EVR_CS, isAp ? "AP" : "PA");
    builder.putCode(DCM_ViewCodeSequence, isAp ? anteroPosterior : posteroAnterior);
    builder.put(DCM_PatientOrientation, EVR_CS,
                "L\\F"); // as hung: the patient's left at the right of the picture
    builder.put(DCM_PositionerType, EVR_CS, "");
    builder.put(DCM_DetectorType, EVR_CS, "");
    builder.put(DCM_ImagerPixelSpacing, EVR_DS, written);
    if (spacing.source == SpacingSource::calibrated) {
        builder.put(DCM_PixelSpacing, EVR_DS, written);
        builder.put(DCM_PixelSpacingCalibrationType, EVR_CS, "GEOMETRY");
    }
    builder.putSequence(DCM_AcquisitionContextSequence);
}

void putWindows(DataSetBuilder& builder, const imaging::Image& image) {
    auto windows = image.display.windows;
    if (windows.empty())
        windows.push_back(imaging::automaticWindow(image));
    std::array<std::string, 3> values;
    for (const auto& window : windows) {
        const char* separator = &window == &windows.front() ? "" : "\\";
        values[0] += separator + decimalString(window.centre);
        values[1] += separator + decimalString(window.width);
        values[2] += separator + window.explanation;
    }
    builder.put(DCM_WindowCenter, EVR_DS, values[0]);
    builder.put(DCM_WindowWidth, EVR_DS, values[1]);
    if (values[2].size() >= windows.size())
        builder.put(DCM_WindowCenterWidthExplanation, EVR_LO, values[2]);
    constexpr std::array functions{"LINEAR", "LINEAR_EXACT", "SIGMOID"};
    builder.put(DCM_VOILUTFunction, EVR_CS, functions[std::size_t(windows.front().function)]);
}

/// DX Image, Image Pixel and VOI LUT modules. Bright tissue is dense tissue: with MONOCHROME2 high values are
/// little radiation (PS3.3 C.8.11.3.1.2).
void putImage(DataSetBuilder& builder, const imaging::Image& image) {
    const auto& pixels = image.pixels;
    const bool isWide = pixels.type() == core::SampleType::u16;
    const auto bitsStored = Uint16(isWide ? image.display.bitsStored : 8);
    const bool isInverted = image.display.inverted;
    builder.put(DCM_ImageType, EVR_CS, "ORIGINAL\\PRIMARY");
    builder.put(DCM_SamplesPerPixel, 1);
    builder.put(DCM_PhotometricInterpretation, EVR_CS, isInverted ? "MONOCHROME1" : "MONOCHROME2");
    builder.put(DCM_Rows, Uint16(pixels.height()));
    builder.put(DCM_Columns, Uint16(pixels.width()));
    builder.put(DCM_BitsAllocated, isWide ? 16 : 8);
    builder.put(DCM_BitsStored, bitsStored);
    builder.put(DCM_HighBit, Uint16(bitsStored - 1));
    builder.put(DCM_PixelRepresentation, 0);
    builder.put(DCM_PixelIntensityRelationship, EVR_CS, "LOG");
    builder.putSigned(DCM_PixelIntensityRelationshipSign, isInverted ? 1 : -1);
    builder.put(DCM_RescaleIntercept, EVR_DS, "0");
    builder.put(DCM_RescaleSlope, EVR_DS, "1");
    builder.put(DCM_RescaleType, EVR_LO, "US");
    builder.put(DCM_PresentationLUTShape, EVR_CS, isInverted ? "INVERSE" : "IDENTITY");
    builder.put(DCM_LossyImageCompression, EVR_CS, "00");
    builder.put(DCM_BurnedInAnnotation, EVR_CS, "NO");
    putWindows(builder, image);
    builder.putPixels(pixels);
}

core::Result<void> check(const DicomFilm& film) {
    const auto& pixels = film.image.pixels;
    const bool isWide = pixels.type() == core::SampleType::u16;
    const auto& display = film.image.display;
    if (film.study.uid.empty() || film.series.uid.empty() || film.instance.uid.empty())
        return failure(ErrorCode::invalidArgument, "study, series and instance UIDs must be set");
    if (pixels.isEmpty() || !film.image.isGrey() || (!isWide && pixels.type() != core::SampleType::u8))
        return failure(ErrorCode::invalidArgument, "only grey u8 and u16 films are written");
    if (pixels.width() > 65535 || pixels.height() > 65535)
        return failure(ErrorCode::invalidArgument, "rows and columns have 16 bits");
    if (isWide && (display.bitsStored < 9 || display.bitsStored > 16))
        return failure(ErrorCode::invalidArgument, "bits stored must be 9 to 16 for u16 pixels");
    if (display.rescaleSlope != 1 || display.rescaleIntercept != 0 || display.modalityTable)
        return failure(ErrorCode::invalidArgument, "films for presentation have no modality transform");
    if (!(film.instance.spacing.row > 0) || !(film.instance.spacing.column > 0))
        return failure(ErrorCode::invalidArgument, "the spacing at the detector must be set");
    if (film.instance.viewPosition != "PA" && film.instance.viewPosition != "AP")
        return failure(ErrorCode::invalidArgument, "the view must be PA or AP");
    return {};
}

core::Result<core::Bytes> encode(DcmFileFormat& file) {
    constexpr Uint32 metaHeaderRoom = 4096;
    core::Bytes bytes(file.getDataset()->calcElementLength(EXS_LittleEndianExplicit, EET_ExplicitLength) +
                      metaHeaderRoom);
    bytes.resize(bytes.size() + bytes.size() % 2);
    DcmOutputBufferStream stream(bytes.data(), offile_off_t(bytes.size()));
    file.transferInit();
    const auto condition =
        file.write(stream, EXS_LittleEndianExplicit, EET_ExplicitLength, nullptr, EGL_withoutGL);
    file.transferEnd();
    if (condition.bad())
        return failure(ErrorCode::internal, condition.text());
    void* written = nullptr;
    offile_off_t length = 0;
    stream.flushBuffer(written, length);
    bytes.resize(std::size_t(length));
    return bytes;
}

} // namespace

core::Result<void> writeFilm(const std::filesystem::path& path, const DicomFilm& film) {
    if (auto checked = check(film); !checked)
        return core::failureIn(checked.error(), path);
    prepareDcmtk();
    DcmFileFormat file;
    DataSetBuilder builder(*file.getDataset());
    putIdentity(builder, film);
    putStudy(builder, film);
    putExposure(builder, film);
    putImage(builder, film.image);
    if (builder.condition().bad())
        return failure(ErrorCode::invalidArgument, builder.condition().text(), path);
    const auto bytes = encode(file);
    if (!bytes)
        return core::failureIn(bytes.error(), path);
    return core::writeFileAtomically(path, std::span<const std::byte>(*bytes));
}

} // namespace pleurascope::dicom
