// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/AttributeReader.h"

#include "engine/dicom/elements/PlainText.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string_view>

namespace pleurascope::dicom {

namespace {

constexpr std::size_t valueLimit = 4096; // of one attribute; films have a handful, polygons more

std::vector<std::string> split(const std::string& text, char delimiter) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (auto end = text.find(delimiter); end != std::string::npos; end = text.find(delimiter, begin)) {
        parts.push_back(plainText(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    parts.push_back(plainText(text.substr(begin)));
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
    return plainText(toUtf8(tag, "\\"));
}

std::string AttributeReader::lines(const DcmTagKey& tag) {
    std::string raw = toUtf8(tag, "");
    for (auto end = raw.find("\r\n"); end != std::string::npos; end = raw.find("\r\n", end))
        raw.erase(end, 1);
    std::ranges::replace(raw, '\r', '\n');
    std::ranges::replace(raw, '\f', '\n');
    std::string lines;
    for (const auto& line : split(raw, '\n'))
        lines += line + '\n';
    lines.resize(lines.find_last_not_of('\n') + 1);
    return lines;
}

std::vector<std::string> AttributeReader::characterSetNotes() const {
    std::vector<std::string> notes;
    if (!m_characterSet.isKnown())
        notes.push_back("unknown specific character set '" + plainAscii(m_characterSet.unknownTerm()) + "'");
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
    return plainAscii({raw.data(), raw.size()});
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
    OFString raw;
    if (m_item.findAndGetOFStringArray(tag, raw).bad() || raw.empty())
        return {};
    std::vector<double> values;
    std::string_view rest(raw.data(), raw.size());
    for (auto end = rest.find('\\'); values.size() < valueLimit; end = rest.find('\\')) {
        values.push_back(numberOf(rest.substr(0, end)));
        if (end == std::string_view::npos)
            break;
        rest.remove_prefix(end + 1);
    }
    return values;
}

} // namespace pleurascope::dicom
