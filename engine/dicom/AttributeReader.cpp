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

std::string trimmed(std::string text) {
    std::erase_if(text, isControl);
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

bool isAscii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80 && c != 0x1b; });
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
    : m_item(item) {
    m_isCharacterSetKnown = m_characterSet.selectCharacterSet(item, "ISO_IR 192").good();
}

bool AttributeReader::has(const DcmTagKey& tag) {
    return m_item.tagExistsWithValue(tag);
}

std::string AttributeReader::toUtf8(const OFString& raw) {
    const std::string_view view(raw.data(), raw.size());
    if (isAscii(view))
        return trimmed(std::string(view));
    OFString converted;
    if (m_isCharacterSetKnown && m_characterSet.convertString(raw, converted, "\\^=").good())
        return trimmed(std::string(converted.data(), converted.size()));
    return printableAscii(view);
}

std::string AttributeReader::text(const DcmTagKey& tag) {
    OFString raw;
    m_item.findAndGetOFStringArray(tag, raw);
    return toUtf8(raw);
}

std::vector<std::string> AttributeReader::texts(const DcmTagKey& tag) {
    auto parts = split(text(tag), '\\');
    parts.resize(std::min<std::size_t>(parts.size(), valueLimit));
    return parts;
}

std::string AttributeReader::personName(const DcmTagKey& tag) {
    auto name = text(tag);
    name = trimmed(name.substr(0, name.find('=')));
    const auto last = name.find_last_not_of("^ ");
    return last == std::string::npos ? std::string() : name.substr(0, last + 1);
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
