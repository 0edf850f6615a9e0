// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::data {

/// One record of a CSV file and the line (from 1) on which it begins.
struct CsvRow {
    int line = 0;
    std::vector<std::string> fields;
};

/// Reads comma-separated values (RFC 4180) record by record: quoted fields with doubled quotes and line
/// breaks, LF or CRLF (or a lone CR) at the ends of lines, a UTF-8 byte order mark at the start. Blank lines
/// are passed over. The text must outlive the reader.
class CsvReader {
public:
    explicit CsvReader(std::string_view text);

    /// The next record; none at the end. Errors: invalidCsv with line and column (a quote in an unquoted
    /// field or after a closing quote, a quote that never closes, a NUL byte).
    [[nodiscard]] core::Result<std::optional<CsvRow>> next();

private:
    void skipBlankLines();
    [[nodiscard]] core::Result<std::string> field();
    [[nodiscard]] core::Result<std::string> quotedField();
    [[nodiscard]] core::Result<std::string> plainField();
    [[nodiscard]] tl::unexpected<core::Error> fault(const std::string& what) const;
    [[nodiscard]] bool atEnd() const { return m_position == m_text.size(); }
    [[nodiscard]] char current() const { return m_text[m_position]; }
    [[nodiscard]] bool atLineEnd() const { return atEnd() || current() == '\n' || current() == '\r'; }
    void skipLineEnd();

    std::string_view m_text;
    std::size_t m_position = 0;
    std::size_t m_lineStart = 0;
    int m_line = 1;
};

} // namespace pleurascope::data
