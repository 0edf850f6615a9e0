// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/AttributeReader.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace pleurascope::dicom {

namespace {

constexpr unsigned long valueLimit = 256; // of one attribute; films have a handful

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// Bytes of one character of UTF-8 that steers terminals or turns the direction of text (C1 controls,
/// U+202A..202E, U+2066..2069); 0 where another one begins.
std::size_t invisibleControl(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    if (byte(0) == 0xc2 && byte(1) >= 0x80 && byte(1) < 0xa0)
        return 2;
    const bool turns = byte(0) == 0xe2 && ((byte(1) == 0x80 && byte(2) >= 0xaa && byte(2) <= 0xae) ||
                                           (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9));
    return turns ? 3 : 0;
}

std::string trimmed(std::string_view raw) {
    std::string text;
    while (!raw.empty()) {
        const auto hidden = invisibleControl(raw);
        if (hidden == 0 && !isControl(raw.front()))
            text += raw.front();
        raw.remove_prefix(std::max<std::size_t>(hidden, 1));
    }
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string printableAscii(std::string_view raw) {
    std::string text(raw);
    for (auto& c : text)
        if (static_cast<unsigned char>(c) > 0x7e)
            c = '?';
    return trimmed(text);
}

std::vector<std::string> split(const std::string& text, char delimiter) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (auto end = text.find(delimiter); end != std::string::npos; end = text.find(delimiter, begin)) {
        parts.push_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    parts.push_back(trimmed(text.substr(begin)));
    return parts;
}

CharacterSet characterSetOf(DcmItem& item) {
    OFString raw;
    item.findAndGetOFStringArray(DCM_SpecificCharacterSet, raw);
    const auto terms = split({raw.data(), raw.size()}, '\\');
    return CharacterSet(terms);
}

std::string digitsOf(std::string_view text, std::string_view skipped) {
    std::string digits;
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            digits += c;
        else if (skipped.find(c) == std::string_view::npos)
            break;
    }
    return digits;
}

double numberOf(std::string_view text) {
    const auto first = text.find_first_not_of(" +");
    double value = 0;
    if (first != std::string_view::npos) {
        text.remove_prefix(first);
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc() && end != text.data() && std::isfinite(value))
            return value;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

} // namespace

AttributeReader::AttributeReader(DcmItem& item)
    : m_item(item)
    , m_characterSet(characterSetOf(item)) {}

AttributeReader::AttributeReader(DcmItem& item, const AttributeReader& parent)
    : m_item(item)
    , m_characterSet(item.tagExists(DCM_SpecificCharacterSet) ? characterSetOf(item)
                                                              : parent.m_characterSet) {}

bool AttributeReader::has(const DcmTagKey& tag) {
    return m_item.tagExistsWithValue(tag);
}

std::string AttributeReader::toUtf8(const DcmTagKey& tag, std::string_view delimiters) {
    OFString raw;
    m_item.findAndGetOFStringArray(tag, raw);
    const auto text = m_characterSet.toUtf8({raw.data(), raw.size()}, delimiters);
    m_isMended |= text.isMended;
    return text.utf8;
}

std::string AttributeReader::text(const DcmTagKey& tag) {
    return trimmed(toUtf8(tag, "\\"));
}

std::vector<std::string> AttributeReader::characterSetNotes() const {
    std::vector<std::string> notes;
    if (!m_characterSet.isKnown())
        notes.push_back("unknown specific character set '" + printableAscii(m_characterSet.unknownTerm()) +
                        "'");
    if (m_isMended)
        notes.emplace_back("text is not in the character set that is named: UTF-8 or Latin-1 is taken");
    return notes;
}

std::vector<std::string> AttributeReader::texts(const DcmTagKey& tag) {
    auto parts = split(text(tag), '\\');
    parts.resize(std::min<std::size_t>(parts.size(), valueLimit));
    return parts;
}

PersonName AttributeReader::personName(const DcmTagKey& tag) {
    auto groups = split(toUtf8(tag, "\\^="), '=');
    groups.resize(3);
    for (auto& group : groups)
        group.resize(group.find_last_not_of("^ ") + 1);
    return {groups[0], groups[1], groups[2]};
}

std::string AttributeReader::code(const DcmTagKey& tag) {
    OFString raw;
    m_item.findAndGetOFString(tag, raw);
    return printableAscii({raw.data(), raw.size()});
}

std::string AttributeReader::date(const DcmTagKey& tag) {
    const auto digits = digitsOf(code(tag), ".-"); // 2004.01.19 is ACR-NEMA's way
    if (digits.size() != 8)
        return {};
    return digits.substr(0, 4) + '-' + digits.substr(4, 2) + '-' + digits.substr(6, 2);
}

std::string AttributeReader::time(const DcmTagKey& tag) {
    auto digits = digitsOf(code(tag), ":");
    if (digits.size() < 4)
        return {};
    digits.resize(6, '0');
    return digits.substr(0, 2) + ':' + digits.substr(2, 2) + ':' + digits.substr(4, 2);
}

std::optional<int> AttributeReader::integer(const DcmTagKey& tag) {
    const double value = numberOf(code(tag));
    if (!(std::abs(value) <= double(std::numeric_limits<int>::max())))
        return std::nullopt;
    return int(value);
}

std::vector<double> AttributeReader::numbers(const DcmTagKey& tag) {
    std::vector<double> values;
    DcmElement* element = nullptr;
    if (m_item.findAndGetElement(tag, element).bad() || !element)
        return values;
    const auto count = std::min(element->getVM(), valueLimit);
    for (unsigned long i = 0; i < count; ++i) {
        OFString raw;
        element->getOFString(raw, i);
        values.push_back(numberOf({raw.data(), raw.size()}));
    }
    return values;
}

} // namespace pleurascope::dicom
