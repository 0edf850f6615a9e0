// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/elements/CharacterSet.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::dicom {

/// The three groups of a person's name (PS3.5 6.2.1), each "Family^Given" without empty components at its
/// end.
struct PersonName {
    std::string alphabetic;
    std::string ideographic;
    std::string phonetic;
};

/// Values of a DcmItem as plain C++: text as UTF-8 by the item's Specific Character Set, control characters
/// removed, trimmed; absent or unreadable values are empty.
class AttributeReader {
public:
    explicit AttributeReader(DcmItem& item);
    /// Of an item in a sequence of `parent`, whose character set it has unless it names its own.
    AttributeReader(DcmItem& item, const AttributeReader& parent);

    [[nodiscard]] std::string text(const DcmTagKey& tag);
    /// Text of several lines (ST, LT, UT), apart by '\n'; each is trimmed at its end.
    [[nodiscard]] std::string lines(const DcmTagKey& tag);
    [[nodiscard]] PersonName personName(const DcmTagKey& tag);
    /// Code strings and UIDs: the first value, printable ASCII.
    [[nodiscard]] std::string code(const DcmTagKey& tag);
    [[nodiscard]] std::string date(const DcmTagKey& tag); ///< YYYY-MM-DD or empty
    [[nodiscard]] std::string time(const DcmTagKey& tag); ///< HH:MM:SS or empty
    [[nodiscard]] std::optional<int> integer(const DcmTagKey& tag);
    [[nodiscard]] std::vector<double>
    numbers(const DcmTagKey& tag); ///< all values; NaN for one that is no number
    [[nodiscard]] std::vector<std::string> texts(const DcmTagKey& tag);
    [[nodiscard]] bool has(const DcmTagKey& tag);

    [[nodiscard]] DcmItem& item() { return m_item; }
    [[nodiscard]] const CharacterSet& characterSet() const { return m_characterSet; }
    /// What was odd about character sets so far, one line of technical English each; read after the texts.
    [[nodiscard]] std::vector<std::string> characterSetNotes() const;

private:
    [[nodiscard]] std::string toUtf8(const DcmTagKey& tag, std::string_view delimiters);

    DcmItem& m_item;
    CharacterSet m_characterSet;
    bool m_isMended = false;
};

} // namespace pleurascope::dicom
