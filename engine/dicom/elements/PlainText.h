// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pleurascope::dicom {

/// UTF-8 without what steers terminals or turns the direction of text (C0 and C1 controls, U+202A..202E,
/// U+2066..2069), and without spaces at its ends.
[[nodiscard]] std::string plainText(std::string_view utf8);

/// The same with bytes above 0x7e as question marks.
[[nodiscard]] std::string plainAscii(std::string_view raw);

/// At most `limit` bytes, cut between characters.
[[nodiscard]] std::string_view shortened(std::string_view utf8, std::size_t limit);

} // namespace pleurascope::dicom
