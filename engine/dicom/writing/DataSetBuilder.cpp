// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/DataSetBuilder.h"

#include "engine/dicom/elements/PlainText.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcvrfl.h>
#include <dcmtk/dcmdata/dcvrsl.h>
#include <dcmtk/dcmdata/dcvrss.h>

#include <array>
#include <cstdio>

namespace pleurascope::dicom {

std::string decimalString(double value) {
    std::array<char, 32> text{};
    for (int digits = 15; digits > 0; --digits)
        if (std::snprintf(text.data(), text.size(), "%.*g", digits, value) <= 16)
            break;
    return text.data();
}

std::string longString(std::string_view text) {
    constexpr std::size_t limit = 64;
    return std::string(shortened(text, limit));
}

void DataSetBuilder::put(const DcmTagKey& tag, DcmEVR vr, const std::string& value) {
    keep(m_item.putAndInsertOFStringArray(DcmTag(tag, vr), OFString(value.data(), value.size())));
}

void DataSetBuilder::put(const DcmTagKey& tag, Uint16 value) {
    keep(m_item.putAndInsertUint16(DcmTag(tag, EVR_US), value));
}

void DataSetBuilder::putSigned(const DcmTagKey& tag, Sint16 value) {
    keep(m_item.putAndInsertSint16(DcmTag(tag, EVR_SS), value));
}

void DataSetBuilder::putSigneds(const DcmTagKey& tag, std::span<const std::int16_t> values) {
    auto element = std::make_unique<DcmSignedShort>(DcmTag(tag, EVR_SS));
    keep(element->putSint16Array(values.data(), static_cast<unsigned long>(values.size())));
    insert(std::move(element));
}

void DataSetBuilder::putWords(const DcmTagKey& tag, DcmEVR vr, std::span<const std::uint16_t> values) {
    keep(m_item.putAndInsertUint16Array(DcmTag(tag, vr), values.data(),
                                        static_cast<unsigned long>(values.size())));
}

void DataSetBuilder::putLongs(const DcmTagKey& tag, std::span<const std::int32_t> values) {
    auto element = std::make_unique<DcmSignedLong>(DcmTag(tag, EVR_SL));
    keep(element->putSint32Array(values.data(), static_cast<unsigned long>(values.size())));
    insert(std::move(element));
}

void DataSetBuilder::putFloats(const DcmTagKey& tag, std::span<const float> values) {
    auto element = std::make_unique<DcmFloatingPointSingle>(DcmTag(tag, EVR_FL));
    keep(element->putFloat32Array(values.data(), static_cast<unsigned long>(values.size())));
    insert(std::move(element));
}

/// The data set owns what it takes.
void DataSetBuilder::insert(std::unique_ptr<DcmElement> element) {
    const auto condition = m_item.insert(element.get(), OFTrue);
    keep(condition);
    if (condition.good())
        (void)element.release();
}

void DataSetBuilder::putItem(const DcmTagKey& tag, const std::function<void(DataSetBuilder&)>& fill) {
    constexpr signed long atTheEnd = -2;
    DcmItem* item = nullptr;
    keep(m_item.findOrCreateSequenceItem(DcmTag(tag, EVR_SQ), item, atTheEnd));
    if (!item)
        return;
    DataSetBuilder builder(*item);
    fill(builder);
    keep(builder.m_condition);
}

void DataSetBuilder::putSequence(const DcmTagKey& tag) {
    keep(m_item.insertEmptyElement(DcmTag(tag, EVR_SQ)));
}

void DataSetBuilder::putCode(const DcmTagKey& tag, const Code& code, int item) {
    DcmItem* entry = nullptr;
    keep(m_item.findOrCreateSequenceItem(DcmTag(tag, EVR_SQ), entry, item));
    if (!entry)
        return;
    DataSetBuilder builder(*entry);
    builder.put(DCM_CodeValue, EVR_SH, code.value);
    builder.put(DCM_CodingSchemeDesignator, EVR_SH, code.scheme);
    builder.put(DCM_CodeMeaning, EVR_LO, code.meaning);
    keep(builder.m_condition);
}

void DataSetBuilder::putPixels(const core::PixelBuffer& pixels) {
    const auto* bytes = reinterpret_cast<const Uint8*>(pixels.bytes().data());
    const auto count = static_cast<unsigned long>(pixels.bytes().size());
    if (pixels.type() == core::SampleType::u8)
        keep(m_item.putAndInsertUint8Array(DcmTag(DCM_PixelData, EVR_OB), bytes, count));
    else
        keep(m_item.putAndInsertUint16Array(DcmTag(DCM_PixelData, EVR_OW),
                                            reinterpret_cast<const Uint16*>(bytes), count / 2));
}

void DataSetBuilder::keep(const OFCondition& condition) {
    if (m_condition.good())
        m_condition = condition;
}

} // namespace pleurascope::dicom
