// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/NameSound.h"

#include <array>
#include <cstdint>

namespace pleurascope::store {

namespace {

/// Latin-1 letters U+00C0 to U+00FF and Latin Extended-A U+0100 to U+017F (Unicode charts), without accents.
constexpr std::string_view latin1 = "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTS"
                                    "AAAAAAACEEEEIIIIDNOOOOO*OUUUUYTY";
constexpr std::string_view extendedA =
    "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIIIIIJJKKK"
    "LLLLLLLLLLNNNNNNNNNOOOOOOOORRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";
static_assert(latin1.size() == 64 && extendedA.size() == 128);

/// The capital Latin letter at the beginning of `text`, which loses that letter; '*' for any other one.
char nextLetter(std::string_view& text) {
    const auto first = std::uint8_t(text.front());
    text.remove_prefix(1);
    if (first < 0x80) {
        const char upper = first >= 'a' && first <= 'z' ? char(first - 'a' + 'A') : char(first);
        return upper >= 'A' && upper <= 'Z' ? upper : '*';
    }
    std::uint32_t code = first & 0x1F;
    const bool twoBytes = (first & 0xE0) == 0xC0;
    while (!text.empty() && (std::uint8_t(text.front()) & 0xC0) == 0x80) {
        code = code << 6 | (std::uint8_t(text.front()) & 0x3F);
        text.remove_prefix(1);
    }
    if (!twoBytes || code < 0xC0 || code > 0x17F)
        return '*';
    return code <= 0xFF ? latin1[code - 0xC0] : extendedA[code - 0x100];
}

/// The digit of a letter, '0' for vowels, '-' for H and W, which do not part equal digits.
char digitOf(char letter) {
    constexpr std::string_view digits = "01230120022455012623010202";
    if (letter == 'H' || letter == 'W')
        return '-';
    return digits[std::size_t(letter - 'A')];
}

bool partsWords(char c) {
    return c == '^' || c == ' ' || c == '=' || c == '-' || c == '\'' || c == ',' || c == '.';
}

} // namespace

std::string soundex(std::string_view word) {
    std::string code;
    char before = '*';
    while (!word.empty() && code.size() < 4) {
        const char letter = nextLetter(word);
        if (letter == '*')
            continue;
        const char digit = digitOf(letter);
        if (code.empty())
            code += letter;
        else if (digit != '-' && digit != '0' && digit != before)
            code += digit;
        if (digit != '-')
            before = digit;
    }
    if (!code.empty())
        code.resize(4, '0');
    return code;
}

std::string nameSound(std::string_view name) {
    std::string sounds;
    while (!name.empty()) {
        std::size_t end = 0;
        while (end < name.size() && !partsWords(name[end]))
            ++end;
        if (const std::string sound = soundex(name.substr(0, end)); !sound.empty())
            sounds += (sounds.empty() ? "~" : " ~") + sound;
        name.remove_prefix(end < name.size() ? end + 1 : end);
    }
    return sounds;
}

} // namespace pleurascope::store
