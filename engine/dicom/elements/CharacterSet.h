// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// A code element of ISO 2022 as DICOM uses it (PS3.3 C.12.1.1.2), or a whole multi-byte encoding.
struct CodeElement {
    /// Where its bytes lie: G0 below 0x80, G1 above; `whole` encodings know no escape sequences.
    enum class Place : std::uint8_t { g0, g1, whole };

    int registration = 6; ///< ISO-IR number; 18030 and 936 for GB18030 and GBK
    Place place = Place::g0;
    int bytesPerCharacter = 1;
    std::string_view escape; ///< after ESC
    const char* encoding;    ///< iconv's name, with the bytes brought to its form; nullptr for ASCII
};

/// The character sets that a data set names in Specific Character Set (0008,0005): text to UTF-8, escape
/// sequences of ISO 2022 included. (DCMTK converts with what the C library offers, and glibc has no
/// converters by the names that it uses for JIS X 0208, JIS X 0212 and GB 2312.)
class CharacterSet {
public:
    struct Text {
        std::string utf8;
        bool isMended =
            false; ///< the bytes were not of the sets that are named: UTF-8 or Latin-1 was guessed
    };

    /// ISO_IR 6.
    CharacterSet();
    /// The values of (0008,0005) in order. Misspelled terms ("iso-ir-100", "UTF8") are understood.
    explicit CharacterSet(std::span<const std::string> terms);

    /// A whole value or several, delimiters included. `delimiters` bring the first character set back
    /// (PS3.5 6.1.2.5.3); CR, LF, FF and TAB always do. Never fails: what cannot be read becomes U+FFFD.
    [[nodiscard]] Text toUtf8(std::string_view raw, std::string_view delimiters) const;

    [[nodiscard]] bool isKnown() const { return m_unknownTerm.empty(); }
    [[nodiscard]] const std::string& unknownTerm() const { return m_unknownTerm; }

private:
    const CodeElement* m_whole = nullptr; ///< UTF-8, GB18030, GBK
    const CodeElement* m_g1 = nullptr;    ///< of the first value; G0 is ASCII or, alike here, JIS X 0201
    std::string m_unknownTerm;            ///< the first one that is none
};

} // namespace pleurascope::dicom
