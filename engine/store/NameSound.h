// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace pleurascope::store {

/// American Soundex (US National Archives, "The Soundex Indexing System") of one word in UTF-8: "M460" for
/// Muller, Miller and Mueller. Accents are taken off Latin letters first; empty where there is no Latin
/// letter.
[[nodiscard]] std::string soundex(std::string_view word);

/// How the words of a person's name sound, as the search index holds it: "~M460 ~A500" for Mueller^Anna.
[[nodiscard]] std::string nameSound(std::string_view name);

} // namespace pleurascope::store
