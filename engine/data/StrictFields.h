// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>

namespace pleurascope::data {

/// The members of a JSON object, each asked for once, by name and type. The first thing that is amiss is
/// kept; what is asked for after it comes back empty, so a reader may ask for all and look at the end. Lives
/// no longer than the object.
class StrictFields {
public:
    /// `place` names the object in errors: "steps[2]".
    StrictFields(const nlohmann::json& object, std::string place);

    [[nodiscard]] int integer(const char* key);
    [[nodiscard]] double number(const char* key);
    [[nodiscard]] bool flag(const char* key);
    [[nodiscard]] std::string text(const char* key);
    /// Empty where it is missing or no array.
    [[nodiscard]] const nlohmann::json& array(const char* key);

    /// Errors: damaged: not an object, a member missing or of another type, or one that nobody asked for.
    [[nodiscard]] core::Result<void> finish();

private:
    const nlohmann::json& member(const char* key);
    void fail(const std::string& problem);

    const nlohmann::json& m_object;
    std::string m_place;
    std::set<std::string> m_asked;
    std::string m_problem;
};

/// `text` as a JSON object in which no key stands twice (JSON allows it; then the last would win unseen).
/// Errors: damaged.
[[nodiscard]] core::Result<nlohmann::json> parseStrictObject(std::string_view text);

} // namespace pleurascope::data
