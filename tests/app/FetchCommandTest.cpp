// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/FileDigest.h"
#include "engine/core/Files.h"
#include "engine/weights/ZipArchive.h"
#include "tests/app/ProgramRun.h"
#include "tests/engine/fetch/LoopbackServer.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <span>

namespace pleurascope::testing {
namespace {

using nlohmann::json;
using test::LoopbackServer;
using ::testing::HasSubstr;

class FetchCommand : public ::testing::Test {
protected:
    [[nodiscard]] std::string at(const std::string& name) const { return (m_folder.path() / name).string(); }
    [[nodiscard]] ProgramRun cli(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), {"--profile", at("profile")});
        return runProgram("pleurascope-cli", arguments);
    }

    test::TemporaryFolder m_folder;
};

TEST_F(FetchCommand, BringsWeightsIntoTheProfileAndVerifiesThem) {
    const std::string content(50'000, 'w');
    const auto file = m_folder.write("own.h5", content);
    const std::string md5 = core::digestOfFile(file, core::DigestKind::md5).value();
    const LoopbackServer server({content});
    const auto run = cli({"model", "fetch-weights", "--url", server.url(), "--md5", md5, "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    const auto j = json::parse(run.output);
    EXPECT_EQ(j["md5"], md5);
    EXPECT_EQ(j["verified"], true);
    EXPECT_THAT(j["file"].get<std::string>(), HasSubstr(at("profile")));
    EXPECT_EQ(core::readText(j["file"].get<std::string>()).value(), content);
    const auto wrong = cli({"model", "fetch-weights", "--url", server.url(), "--md5", std::string(32, '0')});
    EXPECT_EQ(wrong.exitCode, 1);
    EXPECT_THAT(wrong.messages, HasSubstr("is not what was published"));
    const auto adopted = cli({"model", "fetch-weights", "--url", server.url(), "--md5", md5, "--file", file});
    EXPECT_EQ(adopted.exitCode, 0) << adopted.messages;
}

TEST_F(FetchCommand, AFileThatIsNotKerassIsRefused) {
    const auto other = m_folder.write("other.h5", "not these");
    const auto run = cli({"model", "fetch-weights", "--file", other});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_THAT(run.messages, HasSubstr("fac2f116257151a9d068a22e544a4917"));
}

TEST_F(FetchCommand, ADatasetThatIsNoArchiveLeavesNoFolder) {
    const LoopbackServer server({"this is no ZIP"});
    const auto run = cli({"data", "fetch", "--url", server.url(), "--output", at("films")});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_FALSE(std::filesystem::exists(at("films")));
}

TEST_F(FetchCommand, ADatasetIsFetchedVerifiedAndUnfolded) {
    const std::string film = "film", readme = "read me";
    const auto zip = weights::zipBytes({{"effusion/1.png", std::as_bytes(std::span(film))},
                                        {"normal/2.png", std::as_bytes(std::span(readme))}});
    ASSERT_TRUE(zip);
    const std::string content(reinterpret_cast<const char*>(zip->data()), zip->size());
    const auto file = m_folder.write("set.zip", content);
    const std::string md5 = core::digestOfFile(file, core::DigestKind::md5).value();
    const LoopbackServer server({content});
    const auto run =
        cli({"data", "fetch", "--url", server.url(), "--md5", md5, "--output", at("films"), "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    EXPECT_EQ(json::parse(run.output)["files"], 2);
    EXPECT_EQ(core::readText(at("films/effusion/1.png")).value(), film);
}

TEST_F(FetchCommand, AFolderWhoseNameIsNotUtf8IsToldWithReplacementCharacters) {
    const std::string film = "film";
    const auto zip = weights::zipBytes({{"effusion/1.png", std::as_bytes(std::span(film))}});
    ASSERT_TRUE(zip);
    const LoopbackServer films({std::string(reinterpret_cast<const char*>(zip->data()), zip->size())});
    const auto run = cli({"data", "fetch", "--url", films.url(), "--output", at("caf\xe9"), "--json"});
    ASSERT_EQ(run.exitCode, 0) << run.messages;
    EXPECT_THAT(json::parse(run.output)["output"].get<std::string>(), HasSubstr("caf\xef\xbf\xbd"));
}

TEST_F(FetchCommand, AnArchiveAtHandIsVerifiedToo) {
    const auto zip = weights::zipBytes({{"a.png", {}}});
    ASSERT_TRUE(zip);
    const auto file =
        m_folder.write("set.zip", std::string(reinterpret_cast<const char*>(zip->data()), zip->size()));
    const auto run =
        cli({"data", "fetch", "--file", file, "--md5", std::string(32, '0'), "--output", at("films")});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_THAT(run.messages, HasSubstr("is not what was published"));
    EXPECT_FALSE(std::filesystem::exists(at("films")));
    EXPECT_EQ(cli({"data", "fetch", "--file", file, "--md5", "short", "--output", at("films")}).exitCode, 2);
}

TEST_F(FetchCommand, UsageErrorsExitWithTwoAndInsecureAddressesAreRefused) {
    EXPECT_EQ(cli({"data", "fetch", "--output", at("films")}).exitCode, 2);
    EXPECT_EQ(cli({"data", "fetch", "--url", "a", "--file", "b", "--output", at("films")}).exitCode, 2);
    EXPECT_EQ(cli({"model", "fetch-weights", "--backbone", "vgg16"}).exitCode, 2);
    EXPECT_EQ(cli({"model", "fetch-weights", "--md5", "short"}).exitCode, 2);
    const auto run = cli({"data", "fetch", "--url", "http://example.org/a.zip", "--output", at("films")});
    EXPECT_EQ(run.exitCode, 1);
    EXPECT_THAT(run.messages, HasSubstr("only https"));
}

} // namespace
} // namespace pleurascope::testing
