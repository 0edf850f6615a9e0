// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/LibraryLocation.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <libpq-fe.h>
#include <map>
#include <memory>
#include <string_view>

namespace pleurascope::store {

using core::ErrorCode;

namespace {

using Parameters = std::map<std::string, std::string>;

/// What the URI says, and what libpq's environment variables add where it is silent.
core::Result<Parameters> parametersOf(const std::string& uri) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(uri.c_str(), &message), PQconninfoFree);
    if (!options) {
        const std::unique_ptr<char, decltype(&PQfreemem)> text(message, PQfreemem);
        return core::failure(ErrorCode::invalidArgument,
                             text ? std::string(text.get()) : std::string("not a connection URI"));
    }
    Parameters parameters;
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option) {
        const char* value = option->val;
        if (!value && option->envvar && std::string_view(option->keyword) != "password")
            value = std::getenv(option->envvar);
        if (value)
            parameters[option->keyword] = value;
    }
    return parameters;
}

/// Of one of the hosts that a URI may list.
bool isThisMachine(std::string_view host) {
    return host.empty() || host.front() == '/' || host.front() == '@' || host == "localhost" ||
           host.starts_with("127.") || host == "::1";
}

bool staysHere(const Parameters& parameters) {
    for (const char* keyword : {"host", "hostaddr"}) {
        const auto hosts = parameters.find(keyword);
        if (hosts == parameters.end())
            continue;
        for (std::string_view rest = hosts->second; !rest.empty();) {
            const auto comma = rest.find(',');
            if (!isThisMachine(rest.substr(0, comma)))
                return false;
            rest = comma == std::string_view::npos ? "" : rest.substr(comma + 1);
        }
    }
    return true;
}

std::string nameOf(const Parameters& parameters) {
    const auto value = [&](const char* keyword) {
        const auto found = parameters.find(keyword);
        return found == parameters.end() ? std::string() : found->second;
    };
    std::string name = "postgresql://";
    if (const std::string user = value("user"); !user.empty())
        name += user + "@";
    name += value("host");
    if (const std::string port = value("port"); !port.empty())
        name += ":" + port;
    return name + "/" + value("dbname");
}

} // namespace

core::Result<LibraryLocation> LibraryLocation::parse(const std::string& text) {
    if (!text.starts_with("postgresql://") && !text.starts_with("postgres://"))
        return LibraryLocation(std::filesystem::path(text));
    const auto parameters = parametersOf(text);
    if (!parameters)
        return core::failure(parameters);
    LibraryLocation location;
    location.m_connection = text;
    location.m_name = nameOf(*parameters);
    location.m_hasPassword = parameters->contains("password");
    if (staysHere(*parameters))
        return location;
    constexpr std::array<std::string_view, 3> encrypted{"require", "verify-ca", "verify-full"};
    const auto mode = parameters->find("sslmode");
    if (mode == parameters->end())
        location.m_connection +=
            (text.find('?') == std::string::npos ? "?" : "&") + std::string("sslmode=verify-full");
    else if (std::ranges::find(encrypted, mode->second) == encrypted.end())
        return core::failure(ErrorCode::insecureAddress, "sslmode=" + mode->second + " to another machine",
                             location.m_name);
    return location;
}

std::filesystem::path LibraryLocation::copiesFolder() const {
    return isServer() ? std::filesystem::path()
                      : std::filesystem::absolute(m_file).replace_extension("files");
}

} // namespace pleurascope::store
