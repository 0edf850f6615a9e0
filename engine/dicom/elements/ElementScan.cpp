// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/ElementScan.h"

#include "engine/dicom/DicomFile.h"
#include "engine/dicom/elements/ElementCursor.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

namespace pleurascope::dicom {

namespace {

constexpr std::size_t preambleLength = 128;
constexpr std::uint64_t toDelimiter = std::numeric_limits<std::uint64_t>::max();
/// A sequence and its item are a level each. DCMTK overflows a stack of 8 MB at about 5,700 sequences.
constexpr std::size_t levelLimit = 128;

bool hasText(std::span<const std::byte> bytes, std::uint64_t offset, std::string_view text) {
    if (offset + text.size() > bytes.size())
        return false;
    return std::string_view(reinterpret_cast<const char*>(bytes.data()) + offset, text.size()) == text;
}

bool hasDicomPrefix(std::span<const std::byte> bytes) {
    return hasText(bytes, preambleLength, "DICM");
}

/// Without a preamble: at least three elements in ascending order whose lengths fit, beginning with the meta
/// header or the identifying group.
bool beginsWithElements(std::span<const std::byte> bytes) {
    const auto encoding = guessEncoding(bytes, 0);
    std::uint64_t offset = 0;
    std::uint32_t lastTag = 0;
    for (int i = 0; i < 3; ++i) {
        const auto header = elementAt(bytes, offset, encoding);
        if (!header || header->length > bytes.size() - header->valueOffset)
            return false;
        const bool isFirst = i == 0;
        if (isFirst ? header->group != 0x0002 && header->group != 0x0008 : header->tag() <= lastTag)
            return false;
        lastTag = header->tag();
        offset = header->valueOffset + header->length;
    }
    return true;
}

/// The walk itself: a flat loop with a stack of its own, so that no file can make it recurse.
class Walk {
public:
    Walk(std::span<const std::byte> bytes, ScanExtent extent, OpenEnds openEnds)
        : m_bytes(bytes)
        , m_endsAtPixelData(extent == ScanExtent::toPixelData)
        , m_takesOpenEnds(openEnds == OpenEnds::taken) {}

    [[nodiscard]] core::Result<FileLayout> run() {
        readStart();
        if (m_layout.isDeflated()) {
            m_layout.dataSetOffset = m_layout.dataSetEnd = m_offset;
            return m_layout;
        }
        return runDataSet();
    }

    [[nodiscard]] core::Result<FileLayout> runDataSet() {
        m_encoding = guessEncoding(m_bytes, m_offset);
        m_layout.encoding = m_encoding;
        m_layout.dataSetOffset = m_offset;
        while (m_offset + 8 <= m_bytes.size() && !m_isLost && !isDone())
            if (auto stepped = step(); !stepped)
                return core::failure(stepped);
        if (!m_isLost && !m_isPadded && m_offset < m_bytes.size() && !m_layout.hasPixelData())
            return core::failure(core::ErrorCode::truncated, "the file ends inside an element's header");
        m_layout.dataSetEnd = std::min<std::uint64_t>(m_offset, m_bytes.size());
        m_layout.isWholeSeen = !m_isLost;
        return m_layout;
    }

private:
    struct Level {
        std::uint64_t end = toDelimiter;
        Encoding outerEncoding;
    };

    void readStart() {
        if (hasDicomPrefix(m_bytes)) {
            m_layout.hasPreamble = true;
            m_layout.isPreambleEmpty = std::all_of(m_bytes.begin(), m_bytes.begin() + preambleLength,
                                                   [](std::byte b) { return b == std::byte(0); });
            m_offset = preambleLength + 4;
        }
        const auto encoding = guessEncoding(m_bytes, m_offset); // some write it implicit
        for (auto header = elementAt(m_bytes, m_offset, encoding); header && header->group == 0x0002;
             header = elementAt(m_bytes, m_offset, encoding)) {
            if (header->length > m_bytes.size() - header->valueOffset)
                return;
            m_layout.hasMetaHeader = true;
            if (header->element == 0x0010)
                m_layout.transferSyntaxUid = uidAt(*header);
            m_offset = header->valueOffset + header->length;
        }
    }

    [[nodiscard]] std::string uidAt(const ElementHeader& header) const {
        std::string uid(reinterpret_cast<const char*>(m_bytes.data()) + header.valueOffset, header.length);
        const auto end = uid.find_first_not_of("0123456789.");
        return end == std::string::npos ? uid : uid.substr(0, end);
    }

    [[nodiscard]] bool isDone() const { return m_isPadded || (m_endsAtPixelData && m_layout.hasPixelData()); }

    /// Some fill files up to a block.
    [[nodiscard]] bool isPadding() const {
        const auto rest = m_bytes.subspan(std::size_t(m_offset));
        return m_levels.empty() && std::ranges::all_of(rest, [](std::byte b) { return b == std::byte(0); });
    }

    [[nodiscard]] core::Result<void> step() {
        const auto header = elementAt(m_bytes, m_offset, m_encoding);
        if (!header) {
            (isPadding() ? m_isPadded : m_isLost) = true;
            return {};
        }
        auto result = header->group == 0xfffe ? stepOverDelimiter(*header) : stepOverElement(*header);
        while (!m_levels.empty() && m_offset >= m_levels.back().end)
            leaveLevel();
        return result;
    }

    [[nodiscard]] core::Result<void> stepOverDelimiter(const ElementHeader& header) {
        m_offset = header.valueOffset;
        if (header.element != 0xe000) { // end of an item or of a sequence; one too many ends nothing
            if (!m_levels.empty())
                leaveLevel();
            return {};
        }
        const bool isFragment = m_levels.size() == 1 && m_isInFragments; // bytes, not elements, PS3.5 A.4
        if ((isFragment || header.length != undefinedLength) && isBeyondEnd(header) &&
            (isFragment || !m_takesOpenEnds))
            return tooLong(header);
        if (isFragment) {
            m_offset += header.length;
            return {};
        }
        return enterLevel(header);
    }

    [[nodiscard]] core::Result<void> stepOverElement(const ElementHeader& header) {
        if (m_levels.empty() && isPixelData(header)) {
            m_layout.pixelData = header;
            if (m_endsAtPixelData)
                return {};
        }
        m_isInFragments = m_levels.empty() && isPixelData(header) && header.length == undefinedLength;
        if (header.length == undefinedLength)
            return enterLevel(header);
        const bool hasItems = isSequence(header);
        if (isBeyondEnd(header) && !(hasItems && m_takesOpenEnds))
            return tooLong(header);
        m_offset = header.valueOffset;
        if (hasItems)
            return enterLevel(header);
        if (header.isVr("UN") && header.length > 0 && header.group % 2 == 0)
            m_layout.opaque.push_back(header);
        if (m_levels.empty() && header.tag() == 0x7fe00001)
            m_layout.frameOffsets = m_bytes.subspan(std::size_t(m_offset), header.length);
        m_offset += header.length;
        return {};
    }

    [[nodiscard]] static bool isPixelData(const ElementHeader& header) {
        return header.group == 0x7fe0 &&
               (header.element == 0x08 || header.element == 0x09 || header.element == 0x10);
    }

    /// Implicit and UN elements are told by their first item's tag.
    [[nodiscard]] bool isSequence(const ElementHeader& header) const {
        if (header.isVr("SQ"))
            return true;
        const bool mayBe = header.isVr("UN") || header.isVr("  ");
        const std::string_view item = m_encoding.bigEndian ? std::string_view("\xff\xfe\xe0\x00", 4)
                                                           : std::string_view("\xfe\xff\x00\xe0", 4);
        return mayBe && header.length >= 8 && hasText(m_bytes, header.valueOffset, item);
    }

    [[nodiscard]] core::Result<void> enterLevel(const ElementHeader& header) {
        if (m_levels.size() >= levelLimit)
            return core::failure(core::ErrorCode::limitExceeded, "sequences are nested too deep");
        m_offset = header.valueOffset;
        const bool isOpen = header.length == undefinedLength;
        m_levels.push_back({isOpen ? toDelimiter : header.valueOffset + header.length, m_encoding});
        if (header.isVr("UN")) // its content is implicit little endian, PS3.5 6.2.2
            m_encoding = {false, false};
        return {};
    }

    void leaveLevel() {
        m_encoding = m_levels.back().outerEncoding;
        m_levels.pop_back();
    }

    [[nodiscard]] bool isBeyondEnd(const ElementHeader& header) const {
        return header.length > m_bytes.size() - std::min<std::uint64_t>(header.valueOffset, m_bytes.size());
    }

    [[nodiscard]] core::Result<void> tooLong(const ElementHeader& header) const {
        const auto left = m_bytes.size() - std::min<std::uint64_t>(header.valueOffset, m_bytes.size());
        return core::failure(core::ErrorCode::truncated,
                             tagName(header) + " announces " + std::to_string(header.length) +
                                 " bytes, the file has " + std::to_string(left) + " more");
    }

    std::span<const std::byte> m_bytes;
    FileLayout m_layout;
    Encoding m_encoding;
    std::uint64_t m_offset = 0;
    std::vector<Level> m_levels;
    bool m_isLost = false;
    bool m_isPadded = false;      ///< from m_offset on
    bool m_isInFragments = false; ///< of pixel data, at the first level
    bool m_endsAtPixelData;
    bool m_takesOpenEnds;
};

} // namespace

bool looksLikeDicom(std::span<const std::byte> bytes) {
    return hasDicomPrefix(bytes) || beginsWithElements(bytes);
}

core::Result<FileLayout> scanElements(std::span<const std::byte> bytes, ScanExtent extent,
                                      OpenEnds openEnds) {
    if (!looksLikeDicom(bytes))
        return core::failure(core::ErrorCode::notRecognised);
    return Walk(bytes, extent, openEnds).run();
}

core::Result<FileLayout> scanDataSet(std::span<const std::byte> bytes, ScanExtent extent, OpenEnds openEnds) {
    return Walk(bytes, extent, openEnds).runDataSet();
}

} // namespace pleurascope::dicom
