// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/elements/PlainText.h"

#include <algorithm>

namespace pleurascope::dicom {

namespace {

bool isControl(char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

/// Bytes of the invisible control that `text` begins with; 0 where it begins with another character.
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

} // namespace

std::string plainText(std::string_view utf8) {
    std::string text;
    while (!utf8.empty()) {
        const auto hidden = invisibleControl(utf8);
        if (hidden == 0 && !isControl(utf8.front()))
            text += utf8.front();
        utf8.remove_prefix(std::max<std::size_t>(hidden, 1));
    }
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::string plainAscii(std::string_view raw) {
    std::string text(raw);
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 0x7e; }, '?');
    return plainText(text);
}

std::string_view shortened(std::string_view utf8, std::size_t limit) {
    if (utf8.size() <= limit)
        return utf8;
    while (limit > 0 && (static_cast<unsigned char>(utf8[limit]) & 0xc0) == 0x80)
        --limit;
    return utf8.substr(0, limit);
}

} // namespace pleurascope::dicom
