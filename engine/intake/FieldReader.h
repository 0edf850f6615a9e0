// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <string>

namespace pleurascope::intake {

/// Takes typed fields out of a JSON object from somebody who is not believed. A field that is missing, of
/// another type or out of range gives a default and marks the whole message as broken; nothing throws.
class FieldReader {
public:
    FieldReader(const nlohmann::json& object, bool& isBroken)
        : m_object(object)
        , m_isBroken(isBroken) {}

    [[nodiscard]] const nlohmann::json& field(const char* key) const {
        static const nlohmann::json nothing;
        if (m_object.is_object())
            if (const auto found = m_object.find(key); found != m_object.end())
                return *found;
        m_isBroken = true;
        return nothing;
    }

    [[nodiscard]] bool has(const char* key) const { return m_object.is_object() && m_object.contains(key); }

    [[nodiscard]] int integer(const char* key, int low, int high) const {
        const auto& value = field(key);
        const bool fits =
            value.is_number_integer() &&
            (!value.is_number_unsigned() || value.get<std::uint64_t>() <= std::uint64_t(INT32_MAX));
        const auto number = fits ? value.get<std::int64_t>() : std::int64_t(0);
        if (fits && number >= low && number <= high)
            return int(number);
        m_isBroken = true;
        return low;
    }

    [[nodiscard]] std::uint64_t size(const char* key, std::uint64_t high) const {
        const auto& value = field(key);
        if (value.is_number_unsigned() && value.get<std::uint64_t>() <= high)
            return value.get<std::uint64_t>();
        m_isBroken = true;
        return 0;
    }

    [[nodiscard]] double number(const char* key) const {
        const auto& value = field(key);
        const double number = value.is_number() ? value.get<double>() : std::nan("");
        if (std::isfinite(number))
            return number;
        m_isBroken = true;
        return 0;
    }

    [[nodiscard]] bool flag(const char* key) const {
        const auto& value = field(key);
        m_isBroken = m_isBroken || !value.is_boolean();
        return value.is_boolean() && value.get<bool>();
    }

    [[nodiscard]] std::string text(const char* key) const { return textOf(field(key)); }

    [[nodiscard]] std::string textOf(const nlohmann::json& value) const {
        if (value.is_string())
            return value.get<std::string>();
        m_isBroken = true;
        return {};
    }

    /// Calls `take` with every element of an array of at most `limit` elements.
    template <class Take>
    void each(const char* key, std::size_t limit, Take&& take) const {
        const auto& values = field(key);
        if (!values.is_array() || values.size() > limit) {
            m_isBroken = true;
            return;
        }
        for (const auto& value : values)
            take(value);
    }

    [[nodiscard]] FieldReader object(const char* key) const { return {field(key), m_isBroken}; }
    [[nodiscard]] FieldReader of(const nlohmann::json& value) const { return {value, m_isBroken}; }
    void markBroken() const { m_isBroken = true; }

private:
    const nlohmann::json& m_object;
    bool& m_isBroken;
};

} // namespace pleurascope::intake
