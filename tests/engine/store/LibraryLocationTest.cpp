// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/LibraryLocation.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <string>
#include <utility>
#include <vector>

namespace pleurascope::store {
namespace {

class LibraryLocationTest : public ::testing::Test {
protected:
    /// Whatever server this test runs beside is not what the URIs mean.
    void SetUp() override {
        for (const char* name : {"PGHOST", "PGPORT", "PGUSER", "PGSSLMODE", "PGDATABASE"})
            if (const char* value = std::getenv(name)) {
                m_environment.emplace_back(name, value);
                unsetenv(name);
            }
    }
    void TearDown() override {
        for (const auto& [name, value] : m_environment)
            setenv(name.c_str(), value.c_str(), 1);
    }

private:
    std::vector<std::pair<std::string, std::string>> m_environment;
};

TEST_F(LibraryLocationTest, APathIsAFile) {
    const auto location = LibraryLocation::parse("/films/library.sqlite");
    ASSERT_TRUE(location);
    EXPECT_FALSE(location->isServer());
    EXPECT_EQ(location->file(), "/films/library.sqlite");
    EXPECT_EQ(location->name(), "/films/library.sqlite");
}

TEST_F(LibraryLocationTest, ANameNeverHasThePassword) {
    const auto location = LibraryLocation::parse("postgresql://anna:secret@localhost:5433/chest");
    ASSERT_TRUE(location);
    EXPECT_TRUE(location->isServer());
    EXPECT_TRUE(location->hasPassword());
    EXPECT_EQ(location->name(), "postgresql://anna@localhost:5433/chest");
    EXPECT_FALSE(LibraryLocation::parse("postgresql:///chest")->hasPassword());
}

TEST_F(LibraryLocationTest, WhatLeavesThisMachineIsEncrypted) {
    EXPECT_EQ(LibraryLocation::parse("postgresql://pacs.example/chest")->connection(),
              "postgresql://pacs.example/chest?sslmode=verify-full");
    EXPECT_EQ(LibraryLocation::parse("postgresql://pacs.example/chest?connect_timeout=5")->connection(),
              "postgresql://pacs.example/chest?connect_timeout=5&sslmode=verify-full");
    const std::string required = "postgresql://pacs.example/chest?sslmode=require";
    EXPECT_EQ(LibraryLocation::parse(required)->connection(), required);
    for (const char* open : {"disable", "allow", "prefer"})
        EXPECT_EQ(LibraryLocation::parse(std::string("postgresql://a,pacs.example/chest?sslmode=") + open)
                      .error()
                      .code,
                  core::ErrorCode::insecureAddress);
}

TEST_F(LibraryLocationTest, ThisMachineNeedsNoEncryption) {
    for (const char* here :
         {"postgresql:///chest", "postgresql://localhost/chest", "postgresql://127.0.0.1/chest",
          "postgresql://[::1]/chest", "postgresql:///chest?host=/run/postgresql"})
        EXPECT_EQ(LibraryLocation::parse(here)->connection(), here);
}

TEST_F(LibraryLocationTest, WhatIsNotAUriIsSaid) {
    EXPECT_EQ(LibraryLocation::parse("postgresql://a:b:c:d/x?y").error().code,
              core::ErrorCode::invalidArgument);
}

} // namespace
} // namespace pleurascope::store
