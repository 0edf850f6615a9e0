// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ShelfNames.h"

#include "engine/core/Files.h"

#include <nlohmann/json.hpp>

namespace pleurascope::reading {

using nlohmann::json;

ShelfNames::ShelfNames(std::filesystem::path file)
    : m_file(std::move(file)) {
    constexpr std::uint64_t sizeLimit = 1 << 20;
    const auto text = core::readText(m_file, sizeLimit);
    if (!text)
        return;
    const json names = json::parse(*text, nullptr, false);
    if (!names.is_object())
        return;
    for (const auto& [hash, name] : names.items())
        if (name.is_string())
            m_names[hash] = name.get<std::string>();
}

std::string ShelfNames::nameOf(const std::string& hash) const {
    const auto place = m_names.find(hash);
    return place == m_names.end() ? std::string() : place->second;
}

core::Result<void> ShelfNames::set(const std::string& hash, const std::string& name) {
    auto changed = m_names;
    if (name.empty())
        changed.erase(hash);
    else
        changed[hash] = name;
    const std::string text = json(changed).dump(2, ' ', false, json::error_handler_t::replace) + "\n";
    auto written = core::writeFileAtomically(m_file, std::string_view(text));
    if (written)
        m_names = std::move(changed);
    return written;
}

} // namespace pleurascope::reading
