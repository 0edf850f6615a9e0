// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PixelBuffer.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dctag.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// A coded entry, PS3.3 8.
struct Code {
    const char* value;
    const char* scheme;
    const char* meaning;
};

/// A DS value of at most 16 characters (PS3.5 6.2).
[[nodiscard]] std::string decimalString(double value);

/// An LO value: at most 64 characters, here bytes (PS3.5 6.2).
[[nodiscard]] std::string longString(std::string_view text);

/// Fills a data set; VRs are given, so that no dictionary is needed. The first failure is kept.
class DataSetBuilder {
public:
    explicit DataSetBuilder(DcmItem& item)
        : m_item(item) {}

    void put(const DcmTagKey& tag, DcmEVR vr, const std::string& value);
    void put(const DcmTagKey& tag, Uint16 value);
    void putSigned(const DcmTagKey& tag, Sint16 value);
    void putSigneds(const DcmTagKey& tag, std::span<const std::int16_t> values);           ///< SS
    void putWords(const DcmTagKey& tag, DcmEVR vr, std::span<const std::uint16_t> values); ///< US or OW
    void putLongs(const DcmTagKey& tag, std::span<const std::int32_t> values);             ///< SL
    void putFloats(const DcmTagKey& tag, std::span<const float> values);                   ///< FL
    void putSequence(const DcmTagKey& tag);                                                ///< without items
    /// Adds an item to a sequence and lets `fill` fill it.
    void putItem(const DcmTagKey& tag, const std::function<void(DataSetBuilder&)>& fill);
    void putCode(const DcmTagKey& tag, const Code& code, int item = 0);
    /// u8 or u16.
    void putPixels(const core::PixelBuffer& pixels);

    [[nodiscard]] const OFCondition& condition() const { return m_condition; }

private:
    void keep(const OFCondition& condition);
    void insert(std::unique_ptr<DcmElement> element);

    DcmItem& m_item;
    OFCondition m_condition = EC_Normal;
};

} // namespace pleurascope::dicom
