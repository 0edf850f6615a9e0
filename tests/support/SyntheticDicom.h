// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pleurascope::test {

/// Builds DICOM files byte by byte (PS3.5 7, PS3.10 7), without DCMTK, so that tests can also break them. A
/// new one is a whole grey film of 4 x 3 pixels, 16 bits, 12 stored, values 0, 100, 200, ...
class SyntheticDicom {
public:
    enum class Syntax { explicitLittle, implicitLittle, explicitBig };
    using Tag = std::pair<std::uint16_t, std::uint16_t>;

    explicit SyntheticDicom(Syntax syntax = Syntax::explicitLittle)
        : m_syntax(syntax) {
        text({0x0008, 0x0016}, "UI", "1.2.840.10008.5.1.4.1.1.1");
        text({0x0008, 0x0018}, "UI", "1.2.3.4");
        text({0x0008, 0x0060}, "CS", "CR");
        text({0x0010, 0x0010}, "PN", "Doe^Jane");
        text({0x0010, 0x0020}, "LO", "P1");
        word({0x0028, 0x0002}, 1);
        text({0x0028, 0x0004}, "CS", "MONOCHROME2");
        std::vector<std::uint16_t> values(12);
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = std::uint16_t(100 * i);
        pixels(3, 4, values);
        depth(16, 12, 11, false);
    }

    SyntheticDicom& text(Tag tag, const char* vr, std::string value) {
        if (value.size() % 2 == 1)
            value += vr[0] == 'O' || std::string_view(vr) == "UI" ? '\0' : ' ';
        m_elements[tag] = {vr, std::move(value)};
        return *this;
    }
    SyntheticDicom& word(Tag tag, std::uint16_t value, const char* vr = "US") {
        return words(tag, vr, {value});
    }
    SyntheticDicom& words(Tag tag, const char* vr, const std::vector<std::uint16_t>& values) {
        std::string bytes;
        for (const auto value : values)
            bytes += number(value, 2);
        m_elements[tag] = {vr, bytes};
        return *this;
    }
    SyntheticDicom& pixels(int rows, int columns, const std::vector<std::uint16_t>& values) {
        word({0x0028, 0x0010}, std::uint16_t(rows));
        word({0x0028, 0x0011}, std::uint16_t(columns));
        return words({0x7fe0, 0x0010}, "OW", values);
    }
    /// Pixel data of any bytes.
    SyntheticDicom& pixelBytes(const char* vr, std::string bytes) {
        return text({0x7fe0, 0x0010}, vr, std::move(bytes));
    }
    /// Encapsulated pixel data, PS3.5 A.4: an offset table and fragments.
    SyntheticDicom& encapsulated(const std::vector<std::string>& fragments, const std::string& table = {}) {
        without({0x7fe0, 0x0010});
        std::string bytes = header({0x7fe0, 0x0010}, "OB", 0xffffffff) + item(table);
        for (const auto& fragment : fragments)
            bytes += item(fragment);
        return append(bytes + number(0xfffe, 2) + number(0xe0dd, 2) + number(0, 4));
    }
    SyntheticDicom& size(int rows, int columns) {
        word({0x0028, 0x0010}, std::uint16_t(rows));
        return word({0x0028, 0x0011}, std::uint16_t(columns));
    }
    /// So many samples a pixel of 8 bits each.
    SyntheticDicom& colour(const char* photometric, int samples, bool isPlanar = false) {
        text({0x0028, 0x0004}, "CS", photometric).word({0x0028, 0x0002}, std::uint16_t(samples));
        return word({0x0028, 0x0006}, isPlanar ? 1 : 0).depth(8, 8, 7, false);
    }
    SyntheticDicom& depth(int allocated, int stored, int highBit, bool isSigned) {
        word({0x0028, 0x0100}, std::uint16_t(allocated));
        word({0x0028, 0x0101}, std::uint16_t(stored));
        word({0x0028, 0x0102}, std::uint16_t(highBit));
        return word({0x0028, 0x0103}, isSigned ? 1 : 0);
    }
    /// A sequence of one item with the elements of `item`.
    SyntheticDicom& sequence(Tag tag, const SyntheticDicom& item) { return sequence(tag, std::vector{item}); }
    SyntheticDicom& sequence(Tag tag, const std::vector<SyntheticDicom>& items) {
        std::string value;
        for (const auto& item : items) {
            const auto content = item.elements();
            value += number(0xfffe, 2) + number(0xe000, 2) + number(content.size(), 4) + content;
        }
        m_elements[tag] = {"SQ", value};
        return *this;
    }
    SyntheticDicom& without(Tag tag) {
        m_elements.erase(tag);
        return *this;
    }
    SyntheticDicom& clear() {
        m_elements.clear();
        return *this;
    }
    SyntheticDicom& transferSyntax(std::string uid) {
        m_transferSyntax = std::move(uid);
        return *this;
    }
    /// Media Storage SOP Class UID of the meta header.
    SyntheticDicom& mediaStorage(std::string uid) {
        m_mediaStorage = std::move(uid);
        return *this;
    }
    SyntheticDicom& withoutMeta() {
        m_hasMeta = false;
        return *this;
    }
    /// Bytes after the last element.
    SyntheticDicom& append(std::string bytes) {
        m_tail = std::move(bytes);
        return *this;
    }

    [[nodiscard]] std::string file() const {
        std::string bytes;
        if (m_hasMeta) {
            SyntheticDicom meta;
            meta.m_elements.clear();
            meta.m_elements[{0x0002, 0x0001}] = {"OB", std::string("\0\1", 2)};
            meta.text({0x0002, 0x0002}, "UI", m_mediaStorage);
            meta.text({0x0002, 0x0003}, "UI", "1.2.3.4");
            if (!m_transferSyntax.empty() || m_syntax != Syntax::explicitLittle)
                meta.text({0x0002, 0x0010}, "UI", syntaxUid());
            else
                meta.text({0x0002, 0x0010}, "UI", "1.2.840.10008.1.2.1");
            const auto content = meta.elements();
            SyntheticDicom length;
            length.m_elements.clear();
            length.m_elements[{0x0002, 0x0000}] = {"UL", length.number(content.size(), 4)};
            bytes = std::string(128, '\0') + "DICM" + length.elements() + content;
        }
        return bytes + elements() + m_tail;
    }

    [[nodiscard]] std::string elements() const {
        std::string bytes;
        for (const auto& [tag, element] : m_elements)
            bytes += header(tag, element.vr, element.value.size()) + element.value;
        return bytes;
    }

    [[nodiscard]] std::string header(Tag tag, const std::string& vr, std::size_t length) const {
        const auto start = number(tag.first, 2) + number(tag.second, 2);
        if (m_syntax == Syntax::implicitLittle)
            return start + number(length, 4);
        const bool isLong =
            vr == "OB" || vr == "OW" || vr == "SQ" || vr == "UN" || vr == "UT" || vr == "OF" || vr == "OD" || vr == "OV";
        return start + vr + (isLong ? std::string(2, '\0') + number(length, 4) : number(length, 2));
    }

    [[nodiscard]] std::string number(std::uint64_t value, int size) const {
        std::string bytes;
        for (int i = 0; i < size; ++i)
            bytes += char(value >> 8 * (m_syntax == Syntax::explicitBig ? size - 1 - i : i) & 0xff);
        return bytes;
    }

private:
    [[nodiscard]] std::string item(std::string value) const {
        if (value.size() % 2 == 1)
            value += '\0';
        return number(0xfffe, 2) + number(0xe000, 2) + number(value.size(), 4) + value;
    }

    struct Element {
        std::string vr;
        std::string value;
    };

    [[nodiscard]] std::string syntaxUid() const {
        if (!m_transferSyntax.empty())
            return m_transferSyntax;
        return m_syntax == Syntax::implicitLittle ? "1.2.840.10008.1.2" : "1.2.840.10008.1.2.2";
    }

    Syntax m_syntax;
    std::map<Tag, Element> m_elements;
    std::string m_transferSyntax;
    std::string m_mediaStorage = "1.2.840.10008.5.1.4.1.1.1";
    std::string m_tail;
    bool m_hasMeta = true;
};

/// A file's text as bytes.
inline std::span<const std::byte> bytesOf(std::string_view text) {
    return std::as_bytes(std::span(text.data(), text.size()));
}

} // namespace pleurascope::test
