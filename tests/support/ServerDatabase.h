// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <libpq-fe.h>
#include <memory>
#include <string>
#include <unistd.h>

namespace pleurascope::test {

/// A new database on the PostgreSQL server that libpq's environment variables name
/// (tests/support/with-postgres sets them); dropped with the object, whoever is still connected.
class ServerDatabase {
public:
    ServerDatabase() {
        static int count = 0;
        m_name = "pleurascope_test_" + std::to_string(getpid()) + "_" + std::to_string(count++);
        run("CREATE DATABASE " + m_name + " TEMPLATE template0 ENCODING 'UTF8'");
    }
    ~ServerDatabase() { run("DROP DATABASE IF EXISTS " + m_name + " WITH (FORCE)"); }
    ServerDatabase(const ServerDatabase&) = delete;
    ServerDatabase& operator=(const ServerDatabase&) = delete;

    [[nodiscard]] std::string uri() const { return "postgresql:///" + m_name; }
    /// Asks the database beside the library; the first column of the first row, or empty.
    std::string ask(const std::string& statement) const { return run(statement, uri()); }

private:
    static std::string run(const std::string& statement, const std::string& uri = "postgresql:///postgres") {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectdb(uri.c_str()), PQfinish);
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(
            PQexec(connection.get(), statement.c_str()), PQclear);
        const auto status = PQresultStatus(result.get());
        EXPECT_TRUE(status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK)
            << statement << ": " << PQerrorMessage(connection.get());
        return status == PGRES_TUPLES_OK && PQntuples(result.get()) > 0 ? PQgetvalue(result.get(), 0, 0) : "";
    }

    std::string m_name;
};

} // namespace pleurascope::test
