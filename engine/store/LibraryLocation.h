// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <concepts>
#include <filesystem>
#include <string>
#include <utility>

namespace pleurascope::store {

/// Where a library lives: in a file of this machine (SQLite), or in a database of a server that a department
/// shares (PostgreSQL).
class LibraryLocation {
public:
    /// A path is a location.
    template <std::convertible_to<std::filesystem::path> Path>
    LibraryLocation(Path&& file) // NOLINT(google-explicit-constructor)
        : m_file(std::forward<Path>(file)) {}

    /// A path, or a connection URI of libpq (PostgreSQL documentation, 34.1.1.2):
    /// postgresql://user@host/database. A connection that leaves this machine is encrypted and the server's
    /// certificate checked (sslmode=verify-full) unless the URI itself asks for `verify-ca` or `require`.
    /// Errors: invalidArgument (not a URI), insecureAddress (a mode without encryption for another machine).
    [[nodiscard]] static core::Result<LibraryLocation> parse(const std::string& text);

    [[nodiscard]] bool isServer() const { return !m_connection.empty(); }
    /// Of a library in a file.
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    /// Where a library keeps copies of films: beside its file. Empty for a server's: it has no folder.
    [[nodiscard]] std::filesystem::path copiesFolder() const;
    /// What libpq connects with, of a library on a server; may hold a password.
    [[nodiscard]] const std::string& connection() const { return m_connection; }
    /// Whether the text that was parsed holds a password, which belongs in ~/.pgpass and not into settings.
    [[nodiscard]] bool hasPassword() const { return m_hasPassword; }
    /// For messages and settings: the path, or the URI without password and parameters.
    [[nodiscard]] const std::string& name() const { return isServer() ? m_name : m_file.native(); }

private:
    LibraryLocation() = default;

    std::filesystem::path m_file;
    std::string m_connection;
    std::string m_name;
    bool m_hasPassword = false;
};

} // namespace pleurascope::store
