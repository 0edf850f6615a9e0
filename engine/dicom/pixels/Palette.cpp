// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/Palette.h"

#include "engine/imaging/FreshPixels.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>

#include <algorithm>
#include <cmath>

namespace pleurascope::dicom {

namespace {

using Entries = std::vector<std::uint32_t>;

struct Tags {
    DcmTagKey descriptor, data, segmented;
};

const std::array<Tags, 3>& colourTags() {
    static const std::array<Tags, 3> tags{
        {{DCM_RedPaletteColorLookupTableDescriptor, DCM_RedPaletteColorLookupTableData,
          DCM_SegmentedRedPaletteColorLookupTableData},
         {DCM_GreenPaletteColorLookupTableDescriptor, DCM_GreenPaletteColorLookupTableData,
          DCM_SegmentedGreenPaletteColorLookupTableData},
         {DCM_BluePaletteColorLookupTableDescriptor, DCM_BluePaletteColorLookupTableData,
          DCM_SegmentedBluePaletteColorLookupTableData}}};
    return tags;
}

/// Number of entries (0 means 65536), first value mapped, bits an entry.
struct Descriptor {
    std::size_t entries = 0;
    std::int32_t first = 0;
    int bits = 16;
};

std::optional<Descriptor> readDescriptor(AttributeReader& attributes, const DcmTagKey& tag, bool isSigned) {
    const auto values = attributes.numbers(tag);
    if (values.size() < 3 || !std::all_of(values.begin(), values.end(),
                                          [](double v) { return std::isfinite(v) && std::abs(v) <= 65536; }))
        return std::nullopt;
    const auto entries = std::uint16_t(std::int32_t(values[0]));
    const auto first = std::uint16_t(std::int32_t(values[1]));
    return Descriptor{entries == 0 ? std::size_t(65536) : entries,
                      isSigned ? std::int32_t(std::int16_t(first)) : std::int32_t(first),
                      values[2] <= 8 ? 8 : 16};
}

/// The value's bytes, little endian whatever its VR.
std::vector<std::uint8_t> bytesOf(DcmItem& item, const DcmTagKey& tag) {
    DcmElement* element = nullptr;
    if (item.findAndGetElement(tag, element).bad() || !element)
        return {};
    if (Uint16* words = nullptr; element->getUint16Array(words).good() && words) {
        const auto* first = reinterpret_cast<const std::uint8_t*>(words);
        return {first, first + element->getLength()};
    }
    if (Uint8* bytes = nullptr; element->getUint8Array(bytes).good() && bytes)
        return {bytes, bytes + element->getLength()};
    return {};
}

Entries wordsOf(const std::vector<std::uint8_t>& bytes) {
    Entries words;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        words.push_back(std::uint32_t(bytes[i]) | std::uint32_t(bytes[i + 1]) << 8);
    return words;
}

/// 8-bit entries lie two a word, or one a word.
Entries plainEntries(const std::vector<std::uint8_t>& bytes, const Descriptor& descriptor) {
    if (descriptor.bits == 8 && bytes.size() < 2 * descriptor.entries)
        return {bytes.begin(), bytes.end()};
    return wordsOf(bytes);
}

/// Expands segments: discrete, linear and indirect ones (C.7.9.2.1 to .3). Ends at what breaks the rules.
class SegmentExpansion {
public:
    SegmentExpansion(const std::vector<std::uint8_t>& bytes, const Descriptor& descriptor)
        : m_words(descriptor.bits == 8 ? Entries(bytes.begin(), bytes.end()) : wordsOf(bytes))
        , m_limit(descriptor.entries)
        , m_isByte(descriptor.bits == 8) {}

    [[nodiscard]] Entries run() {
        std::size_t position = 0;
        while (m_entries.size() < m_limit && expand(position, false)) {
        }
        return std::move(m_entries);
    }

private:
    [[nodiscard]] bool expand(std::size_t& position, bool isIndirect) {
        if (position + 2 > m_words.size())
            return false;
        const auto opcode = m_words[position];
        const auto length = std::size_t(m_words[position + 1]);
        position += 2;
        switch (opcode) {
        case 0:
            return addDiscrete(position, length);
        case 1:
            return addLinear(position, length);
        case 2:
            return !isIndirect && addIndirect(position, length);
        default:
            return false;
        }
    }

    [[nodiscard]] bool addDiscrete(std::size_t& position, std::size_t length) {
        if (position + length > m_words.size() || m_entries.size() + length > m_limit)
            return false;
        m_entries.insert(m_entries.end(), m_words.begin() + std::ptrdiff_t(position),
                         m_words.begin() + std::ptrdiff_t(position + length));
        position += length;
        return true;
    }

    /// From the last entry, which is not repeated, to a new one in `length` equal steps.
    [[nodiscard]] bool addLinear(std::size_t& position, std::size_t length) {
        if (m_entries.empty() || length == 0 || position >= m_words.size() ||
            m_entries.size() + length > m_limit)
            return false;
        const double begin = m_entries.back();
        const double step = (double(m_words[position++]) - begin) / double(length);
        for (std::size_t i = 1; i <= length; ++i)
            m_entries.push_back(std::uint32_t(std::lround(begin + step * double(i))));
        return true;
    }

    /// So many segments again, from a byte offset into the table.
    [[nodiscard]] bool addIndirect(std::size_t& position, std::size_t segments) {
        const std::size_t parts = m_isByte ? 4 : 2;
        if (position + parts > m_words.size())
            return false;
        std::size_t offset = 0;
        for (std::size_t i = 0; i < parts; ++i)
            offset |= std::size_t(m_words[position + i]) << ((m_isByte ? 8 : 16) * i);
        position += parts;
        std::size_t there = m_isByte ? offset : offset / 2;
        for (std::size_t i = 0; i < segments; ++i)
            if (!expand(there, true))
                return false;
        return true;
    }

    Entries m_words;
    std::size_t m_limit;
    bool m_isByte;
    Entries m_entries;
};

struct Table {
    Entries entries;
    Descriptor descriptor;
};

std::optional<Table> readTable(AttributeReader& attributes, const Tags& tags, bool isSigned) {
    const auto descriptor = readDescriptor(attributes, tags.descriptor, isSigned);
    if (!descriptor)
        return std::nullopt;
    auto entries = plainEntries(bytesOf(attributes.item(), tags.data), *descriptor);
    if (entries.empty())
        entries = SegmentExpansion(bytesOf(attributes.item(), tags.segmented), *descriptor).run();
    if (entries.empty())
        return std::nullopt;
    entries.resize(std::min(entries.size(), descriptor->entries));
    return Table{std::move(entries), *descriptor};
}

std::vector<std::uint8_t> toBytes(const Entries& entries, int shift) {
    std::vector<std::uint8_t> bytes;
    bytes.reserve(entries.size());
    for (const auto entry : entries)
        bytes.push_back(std::uint8_t(std::min<std::uint32_t>(entry >> shift, 255)));
    return bytes;
}

template <class T>
core::PixelBuffer mapped(const Palette& palette, const core::PixelBuffer& indices) {
    imaging::FreshPixels<std::uint8_t> rgb(indices.width(), indices.height(), 3);
    auto* target = rgb.samples().data();
    for (const auto sample : indices.samples<T>()) {
        const auto index = std::max<std::int64_t>(0, std::int64_t(sample) - palette.firstMapped);
        for (const auto& table : palette.tables)
            *target++ = table[std::min(std::size_t(index), table.size() - 1)];
    }
    return rgb.finish();
}

} // namespace

core::PixelBuffer Palette::apply(const core::PixelBuffer& indices) const {
    using core::SampleType;
    switch (indices.type()) {
    case SampleType::u8:
        return mapped<std::uint8_t>(*this, indices);
    case SampleType::s8:
        return mapped<std::int8_t>(*this, indices);
    case SampleType::u16:
        return mapped<std::uint16_t>(*this, indices);
    case SampleType::s16:
        return mapped<std::int16_t>(*this, indices);
    case SampleType::u32:
        return mapped<std::uint32_t>(*this, indices);
    default:
        return mapped<std::int32_t>(*this, indices);
    }
}

core::Result<Palette> readPalette(AttributeReader& attributes, bool isIndexSigned,
                                  std::vector<std::string>& assumptions) {
    std::array<Table, 3> tables;
    std::uint32_t largest = 0;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        auto table = readTable(attributes, colourTags()[i], isIndexSigned);
        if (!table)
            return core::failure(core::ErrorCode::damaged,
                                 "a colour table of the palette is missing or broken");
        if (table->entries.size() < table->descriptor.entries)
            assumptions.emplace_back("a colour table of the palette ends early: its last entry is repeated");
        largest = std::max(largest, *std::max_element(table->entries.begin(), table->entries.end()));
        tables[i] = std::move(*table);
    }
    // the tables' real maximum tells: 16 bits are announced over 8-bit entries, and the other way round
    const int shift = largest > 255 ? 8 : 0;
    Palette palette;
    palette.firstMapped = tables[0].descriptor.first;
    for (std::size_t i = 0; i < tables.size(); ++i)
        palette.tables[i] = toBytes(tables[i].entries, shift);
    return palette;
}

} // namespace pleurascope::dicom
