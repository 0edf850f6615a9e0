// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/CharacterSet.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <charconv>
#include <optional>

namespace pleurascope::dicom {

namespace {

using Place = CodeElement::Place;

// PS3.3 tables C.12-2 to C.12-5. The G0 sets of two bytes a character go to iconv with their high bits set.
constexpr std::array elements{
    CodeElement{6, Place::g0, 1, "(B", nullptr},
    CodeElement{14, Place::g0, 1, "(J", nullptr}, // JIS X 0201 Romaji: but for yen and overline ASCII
    CodeElement{87, Place::g0, 2, "$B", "EUC-JP"},
    CodeElement{87, Place::g0, 2, "$@", "EUC-JP"}, // JIS C 6226-1978, which old devices still write
    CodeElement{159, Place::g0, 2, "$(D", "EUC-JP"},
    CodeElement{100, Place::g1, 1, "-A", "ISO-8859-1"},
    CodeElement{101, Place::g1, 1, "-B", "ISO-8859-2"},
    CodeElement{109, Place::g1, 1, "-C", "ISO-8859-3"},
    CodeElement{110, Place::g1, 1, "-D", "ISO-8859-4"},
    CodeElement{144, Place::g1, 1, "-L", "ISO-8859-5"},
    CodeElement{127, Place::g1, 1, "-G", "ISO-8859-6"},
    CodeElement{126, Place::g1, 1, "-F", "ISO-8859-7"},
    CodeElement{138, Place::g1, 1, "-H", "ISO-8859-8"},
    CodeElement{148, Place::g1, 1, "-M", "ISO-8859-9"},
    CodeElement{203, Place::g1, 1, "-b", "ISO-8859-15"},
    CodeElement{166, Place::g1, 1, "-T", "TIS-620"},
    CodeElement{13, Place::g1, 1, ")I", "SHIFT_JIS"}, // half-width Katakana are single bytes there
    CodeElement{149, Place::g1, 2, "$)C", "EUC-KR"},
    CodeElement{58, Place::g1, 2, "$)A", "EUC-CN"},
    CodeElement{192, Place::whole, 1, "", "UTF-8"},
    CodeElement{18030, Place::whole, 1, "", "GB18030"},
    CodeElement{936, Place::whole, 1, "", "GBK"},
};

constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD

bool isHigh(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// glibc's converter of one encoding to UTF-8.
class Converter {
public:
    explicit Converter(const char* encoding)
        : m_converter(::iconv_open("UTF-8", encoding)) {}
    ~Converter() {
        if (isOpen())
            ::iconv_close(m_converter);
    }
    Converter(const Converter&) = delete;
    Converter& operator=(const Converter&) = delete;

    /// Nothing where `raw` breaks the encoding.
    [[nodiscard]] std::optional<std::string> convert(std::string_view raw) {
        std::string text(raw.size() * 4, '\0'); // no character of these sets grows further
        char* input = const_cast<char*>(raw.data());
        char* output = text.data();
        std::size_t inputLeft = raw.size();
        std::size_t outputLeft = text.size();
        if (!isOpen() || ::iconv(m_converter, &input, &inputLeft, &output, &outputLeft) == std::size_t(-1))
            return std::nullopt;
        text.resize(text.size() - outputLeft);
        return text;
    }

private:
    [[nodiscard]] bool isOpen() const {
        return m_converter != reinterpret_cast<iconv_t>(-1); // NOLINT(performance-no-int-to-ptr): iconv's own
    }

    iconv_t m_converter;
};

std::optional<std::string> converted(std::string_view raw, const char* encoding) {
    return Converter(encoding).convert(raw);
}

/// Bytes of one code element in the form that its iconv encoding has.
std::optional<std::string> decode(std::string_view raw, const CodeElement& element) {
    if (!element.encoding)
        return std::string(raw);
    if (element.place != Place::g0)
        return converted(raw, element.encoding);
    std::string bytes;
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (element.registration == 159 && i % 2 == 0)
            bytes += '\x8f'; // EUC's third code set
        bytes += char(raw[i] | '\x80');
    }
    return converted(bytes, element.encoding);
}

/// The reading of bytes whose character set is not known: UTF-8 is hardly ever met by chance, Latin-1 never
/// fails.
std::string guessed(std::string_view raw) {
    if (auto text = converted(raw, "UTF-8"))
        return std::move(*text);
    return converted(raw, "ISO-8859-1").value_or(std::string(replacement));
}

const CodeElement* elementOf(int registration) {
    const auto* found = std::find_if(elements.begin(), elements.end(), [&](const CodeElement& element) {
        return element.registration == registration;
    });
    return found == elements.end() ? nullptr : found;
}

/// "ISO 2022 IR 87" and its misspellings: the last number counts.
const CodeElement* elementNamed(std::string term) {
    std::transform(term.begin(), term.end(), term.begin(),
                   [](unsigned char c) { return char(std::toupper(c)); });
    if (term.empty())
        return elementOf(6);
    if (term.starts_with("UTF"))
        return elementOf(192);
    if (term == "GBK" || term == "GB2312")
        return elementOf(936);
    const auto beforeNumber = term.find_last_not_of("0123456789");
    const auto number = beforeNumber == std::string::npos ? term : term.substr(beforeNumber + 1);
    int registration = 0;
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), registration);
    const bool isNamed = term.find("IR") != std::string::npos || term == "GB18030";
    return error == std::errc() && isNamed ? elementOf(registration) : nullptr;
}

/// The walk over one text, with the code elements that are in use at its place (PS3.5 6.1.2.5).
class Decoding {
public:
    Decoding(std::string_view raw, std::string_view delimiters, const CodeElement* firstG1)
        : m_rest(raw)
        , m_delimiters(delimiters)
        , m_firstG1(firstG1) {}

    [[nodiscard]] CharacterSet::Text run() {
        reset();
        while (!m_rest.empty())
            if (!takeEscape() && !takeDelimiter())
                takeCharacters();
        return std::move(m_text);
    }

private:
    void reset() {
        m_g0 = elementOf(6);
        m_g1 = m_firstG1;
    }

    bool takeEscape() {
        if (m_rest.front() != '\x1b')
            return false;
        const auto after = m_rest.substr(1);
        const auto* found = std::find_if(elements.begin(), elements.end(), [&](const CodeElement& element) {
            return !element.escape.empty() && after.starts_with(element.escape);
        });
        m_rest.remove_prefix(1);
        m_text.isMended |= found == elements.end();
        if (found == elements.end())
            return true; // an escape sequence of no set that DICOM knows: its letters stay as text
        (found->place == Place::g0 ? m_g0 : m_g1) = found;
        m_rest.remove_prefix(found->escape.size());
        return true;
    }

    bool takeDelimiter() {
        const char c = m_rest.front();
        const bool isControl = c == '\r' || c == '\n' || c == '\f' || c == '\t';
        if (!isControl && (m_g0->bytesPerCharacter > 1 || m_delimiters.find(c) == std::string_view::npos))
            return false; // a byte of a Kanji may look like a delimiter
        m_text.utf8 += c;
        m_rest.remove_prefix(1);
        reset();
        return true;
    }

    /// As far as one code element goes: to the other half, an escape sequence, a delimiter.
    void takeCharacters() {
        const bool high = isHigh(m_rest.front());
        const auto* element = high ? m_g1 : m_g0;
        const auto unit = element ? std::size_t(element->bytesPerCharacter) : 1;
        std::size_t length = 0;
        while (length < m_rest.size() && isHigh(m_rest[length]) == high && m_rest[length] != '\x1b' &&
               !isDelimiterAt(length, unit, high))
            length += std::min(unit, m_rest.size() - length);
        const auto raw = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        if (const auto text = element ? decode(raw, *element) : std::nullopt) {
            m_text.utf8 += *text;
            return;
        }
        m_text.isMended = true;
        m_text.utf8 += high ? guessed(raw) : std::string(replacement);
    }

    [[nodiscard]] bool isDelimiterAt(std::size_t index, std::size_t unit, bool high) const {
        const char c = m_rest[index];
        if (high || index == 0) // the first one was looked at before
            return false;
        return static_cast<unsigned char>(c) < 0x20 ||
               (unit == 1 && m_delimiters.find(c) != m_delimiters.npos);
    }

    std::string_view m_rest;
    std::string_view m_delimiters;
    const CodeElement* m_firstG1;
    const CodeElement* m_g0 = nullptr;
    const CodeElement* m_g1 = nullptr;
    CharacterSet::Text m_text;
};

/// UTF-8 where Latin-1 is named: "JÃ¼rgen" is nobody's name.
bool isUtf8InDisguise(std::string_view raw, const CodeElement* firstG1) {
    return firstG1 && firstG1->registration == 100 && raw.find('\x1b') == std::string_view::npos &&
           converted(raw, "UTF-8").has_value();
}

} // namespace

CharacterSet::CharacterSet() = default;

CharacterSet::CharacterSet(std::span<const std::string> terms) {
    for (const auto& term : terms) {
        const auto* element = elementNamed(term);
        if (!element && m_unknownTerm.empty())
            m_unknownTerm = term;
        if (!element || &term != &terms.front())
            continue; // later values only announce escape sequences, which name their sets themselves
        if (element->place == Place::whole)
            m_whole = element;
        else if (element->place == Place::g1)
            m_g1 = element;
    }
}

CharacterSet::Text CharacterSet::toUtf8(std::string_view raw, std::string_view delimiters) const {
    if (std::none_of(raw.begin(), raw.end(), [](char c) { return isHigh(c) || c == '\x1b'; }))
        return {std::string(raw), false};
    if (m_whole) {
        if (auto text = converted(raw, m_whole->encoding))
            return {std::move(*text), false};
        return {guessed(raw), true};
    }
    if (isUtf8InDisguise(raw, m_g1) || (!m_g1 && converted(raw, "UTF-8") && raw.find('\x1b') == raw.npos))
        return {std::string(raw), true};
    return Decoding(raw, delimiters, m_g1).run();
}

} // namespace pleurascope::dicom
