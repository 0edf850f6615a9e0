// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcspchrs.h>

#include <optional>
#include <string>
#include <vector>

namespace pleurascope::dicom {

/// Values of a DcmItem as plain C++: text as UTF-8 by the item's Specific Character Set (printable ASCII
/// where that fails), control characters removed, trimmed; absent or unreadable values are empty.
class AttributeReader {
public:
    explicit AttributeReader(DcmItem& item);

    [[nodiscard]] std::string text(const DcmTagKey& tag);
    /// Alphabetic group of a person's name, "Family^Given", without empty components at the end.
    [[nodiscard]] std::string personName(const DcmTagKey& tag);
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
    /// False where the file names a character set that is not known here.
    [[nodiscard]] bool isCharacterSetKnown() const { return m_isCharacterSetKnown; }

private:
    [[nodiscard]] std::string toUtf8(const OFString& raw);

    DcmItem& m_item;
    DcmSpecificCharacterSet m_characterSet;
    bool m_isCharacterSetKnown = true;
};

} // namespace pleurascope::dicom
