// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/directory/DirectoryScan.h"

#include "engine/dicom/elements/ElementCursor.h"

namespace pleurascope::dicom {

namespace {

constexpr std::uint64_t preambleLength = 128;
constexpr std::uint32_t recordSequence = 0x00041220;
constexpr std::uint32_t item = 0xfffee000;
constexpr int depthLimit = 16; // records hold an icon at most

/// The walk over elements' headers; an offset beyond the file ends it.
class DirectoryWalk {
public:
    explicit DirectoryWalk(std::span<const std::byte> bytes)
        : m_bytes(bytes) {}

    std::vector<std::uint64_t> run() {
        auto offset = dataSetOffset();
        m_encoding = guessEncoding(m_bytes, offset);
        while (const auto header = elementAt(m_bytes, offset, m_encoding)) {
            if (header->tag() == recordSequence)
                return items(*header);
            const auto next = skip(*header, 0);
            if (!next)
                break;
            offset = *next;
        }
        return {};
    }

private:
    [[nodiscard]] std::uint64_t dataSetOffset() const {
        std::uint64_t offset = 0;
        if (m_bytes.size() > preambleLength + 4 && elementAt(m_bytes, preambleLength + 4, {}) &&
            m_bytes[preambleLength] == std::byte('D'))
            offset = preambleLength + 4;
        for (auto header = elementAt(m_bytes, offset, {}); header && header->group == 0x0002;
             header = elementAt(m_bytes, offset, {}))
            offset = header->valueOffset + header->length;
        return offset;
    }

    std::vector<std::uint64_t> items(const ElementHeader& sequence) {
        const auto end =
            sequence.length == undefinedLength ? m_bytes.size() : sequence.valueOffset + sequence.length;
        std::vector<std::uint64_t> offsets;
        auto offset = sequence.valueOffset;
        while (offset < end) {
            const auto header = elementAt(m_bytes, offset, m_encoding);
            if (!header || header->tag() != item)
                break;
            offsets.push_back(offset);
            const auto next = skip(*header, 0);
            if (!next)
                break;
            offset = *next;
        }
        return offsets;
    }

    /// The offset after an element or item and all that is in it.
    std::optional<std::uint64_t> skip(const ElementHeader& header, int depth) {
        if (header.length != undefinedLength) {
            const auto end = header.valueOffset + header.length;
            return end <= m_bytes.size() ? std::optional(end) : std::nullopt;
        }
        if (depth == depthLimit)
            return std::nullopt;
        auto offset = header.valueOffset;
        while (const auto inner = elementAt(m_bytes, offset, m_encoding)) {
            if (inner->group == 0xfffe && inner->element != 0xe000) // the delimiter of `header`
                return inner->valueOffset;
            const auto next = skip(*inner, depth + 1);
            if (!next)
                return std::nullopt;
            offset = *next;
        }
        return std::nullopt;
    }

    std::span<const std::byte> m_bytes;
    Encoding m_encoding;
};

} // namespace

std::vector<std::uint64_t> recordOffsets(std::span<const std::byte> bytes) {
    return DirectoryWalk(bytes).run();
}

} // namespace pleurascope::dicom
