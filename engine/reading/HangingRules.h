// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/store/Records.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace pleurascope::reading {

/// Which films may hang in a place. An empty list means any, and what a film does not say of itself is no
/// reason against it.
struct FilmPattern {
    std::vector<std::string> modalities; ///< (0008,0060): "DX"
    std::vector<std::string> views;      ///< (0018,5101): "PA"
    std::vector<std::string> bodyParts;  ///< (0018,0015): "CHEST"
    std::vector<std::string> lateralities;

    [[nodiscard]] bool matches(const store::FilmRecord& film) const;
    /// How many of the lists a film meets by its own word: the better match of two.
    [[nodiscard]] int closeness(const store::FilmRecord& film) const;
    friend bool operator==(const FilmPattern&, const FilmPattern&) = default;
};

/// A cell and what hangs in it.
struct HangingPlace {
    bool isPrior = false; ///< of the latest earlier study that has such a film, else of the study itself
    bool isNeeded = true; ///< the rule does not apply where nothing fits here
    FilmPattern film;
    friend bool operator==(const HangingPlace&, const HangingPlace&) = default;
};

/// How a study hangs: cells row by row.
struct HangingRule {
    std::string name;
    int rows = 1;
    int columns = 1;
    bool isLinked = true;             ///< zoom, place and window go together
    std::vector<HangingPlace> places; ///< at most rows x columns
    friend bool operator==(const HangingRule&, const HangingRule&) = default;
};

/// What the program comes with: frontal with its prior; frontal and lateral.
[[nodiscard]] std::vector<HangingRule> standardHangingRules();

/// Rules as JSON that people can read and change. The order counts: the first that applies is taken.
/// Errors: damaged: no JSON, an unknown key, no name, rows or columns not 1 or 2, too many places; detail
/// names the rule.
[[nodiscard]] core::Result<std::vector<HangingRule>> hangingRulesFromJson(std::string_view text);
[[nodiscard]] std::string hangingRulesToJson(const std::vector<HangingRule>& rules);

/// The file's rules, or the standard ones where there is no file. Errors also: fileUnreadable.
[[nodiscard]] core::Result<std::vector<HangingRule>> readHangingRules(const std::filesystem::path& file);
/// Errors: writeFailed, diskFull.
[[nodiscard]] core::Result<void> writeHangingRules(const std::filesystem::path& file,
                                                   const std::vector<HangingRule>& rules);

} // namespace pleurascope::reading
