// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/writing/DataSetBuilder.h"

#include <dcmtk/dcmdata/dcdeftag.h>

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

void DataSetBuilder::put(const DcmTagKey& tag, DcmEVR vr, const std::string& value) {
    keep(m_item.putAndInsertOFStringArray(DcmTag(tag, vr), OFString(value.data(), value.size())));
}

void DataSetBuilder::put(const DcmTagKey& tag, Uint16 value) {
    keep(m_item.putAndInsertUint16(DcmTag(tag, EVR_US), value));
}

void DataSetBuilder::putSigned(const DcmTagKey& tag, Sint16 value) {
    keep(m_item.putAndInsertSint16(DcmTag(tag, EVR_SS), value));
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
