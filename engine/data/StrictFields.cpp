// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/StrictFields.h"

#include <limits>
#include <vector>

namespace pleurascope::data {

using nlohmann::json;

StrictFields::StrictFields(const json& object, std::string place)
    : m_object(object)
    , m_place(std::move(place)) {
    if (!object.is_object())
        fail("is not an object");
}

int StrictFields::integer(const char* key) {
    const json& value = member(key);
    const bool isInt = value.is_number_integer() &&
                       (!value.is_number_unsigned() ||
                        value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<int>::max())) &&
                       value.get<std::int64_t>() >= std::numeric_limits<int>::min();
    if (!isInt)
        fail(std::string(key) + " is not a whole number");
    return isInt ? value.get<int>() : 0;
}

double StrictFields::number(const char* key) {
    const json& value = member(key);
    if (!value.is_number())
        fail(std::string(key) + " is not a number");
    return value.is_number() ? value.get<double>() : 0;
}

bool StrictFields::flag(const char* key) {
    const json& value = member(key);
    if (!value.is_boolean())
        fail(std::string(key) + " is neither true nor false");
    return value.is_boolean() && value.get<bool>();
}

std::string StrictFields::text(const char* key) {
    const json& value = member(key);
    if (!value.is_string())
        fail(std::string(key) + " is not a text");
    return value.is_string() ? value.get<std::string>() : std::string();
}

const json& StrictFields::array(const char* key) {
    const json& value = member(key);
    if (!value.is_array())
        fail(std::string(key) + " is not a list");
    static const json noElements = json::array();
    return value.is_array() ? value : noElements;
}

core::Result<void> StrictFields::finish() {
    if (m_object.is_object())
        for (const auto& [key, value] : m_object.items())
            if (!m_asked.contains(key))
                fail(key + " is not known here");
    if (!m_problem.empty())
        return core::failure(core::ErrorCode::damaged, m_place + ": " + m_problem);
    return {};
}

const json& StrictFields::member(const char* key) {
    m_asked.insert(key);
    if (m_object.is_object())
        if (const auto found = m_object.find(key); found != m_object.end())
            return *found;
    fail(std::string(key) + " is missing");
    static const json nothing;
    return nothing;
}

void StrictFields::fail(const std::string& problem) {
    if (m_problem.empty())
        m_problem = problem;
}

core::Result<json> parseStrictObject(std::string_view text) {
    std::vector<std::set<std::string>> open;
    std::string twice;
    const auto watchKeys = [&](int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start)
            open.emplace_back();
        else if (event == json::parse_event_t::object_end)
            open.pop_back();
        else if (event == json::parse_event_t::key && !open.back().insert(parsed.get<std::string>()).second)
            twice = parsed.get<std::string>();
        return true;
    };
    json object = json::parse(text, watchKeys, false);
    if (!object.is_object())
        return core::failure(core::ErrorCode::damaged, "not a JSON object");
    if (!twice.empty())
        return core::failure(core::ErrorCode::damaged, twice + " stands twice in one object");
    return object;
}

} // namespace pleurascope::data
