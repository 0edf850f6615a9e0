// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/display/LookupTableReader.h"

#include "engine/dicom/elements/ElementBytes.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

constexpr unsigned long tableLimit = 32;

/// The three values of a LUT Descriptor, PS3.3 C.11.1.1: entries (0 means 65536), first value mapped, bits.
struct TableDescriptor {
    std::size_t entries = 0;
    std::int32_t first = 0;
    int bits = 16;
};

std::optional<TableDescriptor> readDescriptor(AttributeReader& attributes, bool isInputSigned) {
    const auto values = attributes.numbers(DCM_LUTDescriptor);
    if (values.size() < 3 || !std::isfinite(values[0]) || !std::isfinite(values[1]) ||
        !std::isfinite(values[2]))
        return std::nullopt;
    // written as US or SS: the entries are unsigned in any case, the first value is signed as the input is
    const auto entries = std::uint16_t(std::int32_t(values[0]));
    const auto first = std::uint16_t(std::int32_t(values[1]));
    TableDescriptor descriptor;
    descriptor.entries = entries == 0 ? 65536 : entries;
    descriptor.first = isInputSigned ? std::int32_t(std::int16_t(first)) : std::int32_t(first);
    descriptor.bits = int(values[2]);
    return descriptor;
}

/// LUT Data (US, SS, OW, OB, UN): a word an entry, or two entries a word where they have 8 bits and the
/// words are too few.
std::vector<std::uint16_t> readEntries(DcmItem& item, const TableDescriptor& descriptor) {
    const auto bytes = elementBytes(item, DCM_LUTData);
    std::vector<std::uint16_t> entries;
    if (descriptor.bits <= 8 && bytes.size() >= descriptor.entries && bytes.size() / 2 < descriptor.entries)
        entries.assign(bytes.begin(), bytes.end());
    else
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
            entries.push_back(std::uint16_t(bytes[i] | bytes[i + 1] << 8));
    entries.resize(std::min(entries.size(), descriptor.entries));
    return entries;
}

std::optional<imaging::LookupTable> readTable(DcmItem& item, const AttributeReader& parent,
                                              bool isInputSigned) {
    AttributeReader attributes(item, parent);
    const auto descriptor = readDescriptor(attributes, isInputSigned);
    if (!descriptor)
        return std::nullopt;
    auto entries = readEntries(item, *descriptor);
    if (entries.size() < descriptor->entries) // a table that ends early would show the rest white
        return std::nullopt;
    return imaging::LookupTable{descriptor->first, descriptor->bits, std::move(entries),
                                attributes.text(DCM_LUTExplanation)};
}

} // namespace

std::vector<imaging::LookupTable> readTables(AttributeReader& attributes, const DcmTagKey& sequence,
                                             bool isInputSigned, std::vector<std::string>& assumptions) {
    std::vector<imaging::LookupTable> tables;
    DcmSequenceOfItems* items = nullptr;
    if (attributes.item().findAndGetSequence(sequence, items).bad() || !items)
        return tables;
    const auto count = std::min(items->card(), tableLimit);
    for (unsigned long i = 0; i < count; ++i) {
        auto table = readTable(*items->getItem(i), attributes, isInputSigned);
        if (table)
            tables.push_back(std::move(*table));
        else
            assumptions.emplace_back(
                "a look-up table without usable descriptor or with too few entries is left out");
    }
    return tables;
}

} // namespace pleurascope::dicom
