// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/ElementBytes.h"

#include <dcmtk/dcmdata/dcelem.h>

#include <bit>

namespace pleurascope::dicom {

std::span<const std::uint8_t> elementBytes(DcmElement& element) {
    static_assert(std::endian::native == std::endian::little);
    Uint8* bytes = nullptr;
    Uint16* words = nullptr;
    Sint16* signedWords = nullptr;
    const std::size_t length = element.getLengthField();
    if (element.getUint8Array(bytes).good() && bytes)
        return {bytes, length};
    if (element.getUint16Array(words).good() && words)
        return {reinterpret_cast<const std::uint8_t*>(words), length};
    if (element.getSint16Array(signedWords).good() && signedWords)
        return {reinterpret_cast<const std::uint8_t*>(signedWords), length};
    return {};
}

std::span<const std::uint8_t> elementBytes(DcmItem& item, const DcmTagKey& tag) {
    DcmElement* element = nullptr;
    if (item.findAndGetElement(tag, element).bad() || !element)
        return {};
    return elementBytes(*element);
}

} // namespace pleurascope::dicom
