// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/CsvReader.h"

namespace pleurascope::data {

using core::Result;

CsvReader::CsvReader(std::string_view text)
    : m_text(text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (m_text.starts_with(byteOrderMark))
        m_text.remove_prefix(byteOrderMark.size());
}

Result<std::optional<CsvRow>> CsvReader::next() {
    skipBlankLines();
    if (atEnd())
        return std::optional<CsvRow>();
    CsvRow row{m_line, {}};
    for (;;) {
        auto value = field();
        if (!value)
            return core::failure(value);
        row.fields.push_back(std::move(*value));
        if (atLineEnd())
            break;
        ++m_position; // the comma
    }
    skipLineEnd();
    return std::optional(std::move(row));
}

void CsvReader::skipBlankLines() {
    while (!atEnd() && atLineEnd())
        skipLineEnd();
}

void CsvReader::skipLineEnd() {
    if (atEnd())
        return;
    if (current() == '\r' && m_position + 1 < m_text.size() && m_text[m_position + 1] == '\n')
        ++m_position;
    ++m_position;
    ++m_line;
    m_lineStart = m_position;
}

Result<std::string> CsvReader::field() {
    return !atEnd() && current() == '"' ? quotedField() : plainField();
}

Result<std::string> CsvReader::plainField() {
    const std::size_t start = m_position;
    for (; !atLineEnd() && current() != ','; ++m_position) {
        if (current() == '"')
            return fault("a quote inside an unquoted field");
        if (current() == '\0')
            return fault("a NUL byte");
    }
    return std::string(m_text.substr(start, m_position - start));
}

Result<std::string> CsvReader::quotedField() {
    const auto opening = fault("a quote that is never closed");
    std::string value;
    for (++m_position; !atEnd();) {
        if (current() == '\0')
            return fault("a NUL byte");
        if (current() == '\n' || current() == '\r') {
            const std::size_t start = m_position;
            skipLineEnd();
            value += m_text.substr(start, m_position - start);
            continue;
        }
        const char character = m_text[m_position++];
        if (character != '"') {
            value += character;
        } else if (!atEnd() && current() == '"') {
            value += '"';
            ++m_position;
        } else if (atLineEnd() || current() == ',') {
            return value;
        } else {
            return fault("text after a closing quote");
        }
    }
    return opening;
}

tl::unexpected<core::Error> CsvReader::fault(const std::string& what) const {
    const auto column = m_position - m_lineStart + 1;
    return core::failure(core::ErrorCode::invalidCsv, "line " + std::to_string(m_line) + ", column " +
                                                          std::to_string(column) + ": " + what);
}

} // namespace pleurascope::data
