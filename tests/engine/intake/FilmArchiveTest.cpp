// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmArchive.h"

#include "tests/engine/intake/TestArchive.h"
#include "tests/support/TemporaryFolder.h"

#include <gmock/gmock.h>

#include <random>

namespace pleurascope::intake {
namespace {

using core::ErrorCode;
using ::testing::ElementsAre;

class FilmArchiveTest : public ::testing::Test {
protected:
    [[nodiscard]] core::Bytes archive(const std::vector<std::pair<std::string, std::string>>& members,
                                      const char* password = nullptr) const {
        writeArchive(m_folder.path() / "a.zip", members, password);
        return *core::readFile(m_folder.path() / "a.zip");
    }

    test::TemporaryFolder m_folder;
};

std::string textOf(const core::Bytes& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

TEST_F(FilmArchiveTest, FilesAreListedAndFoldersAndHiddenOnesLeftOut) {
    const auto bytes =
        archive({{"b/film", "1"}, {"a", "2"}, {".hidden", "3"}, {"__MACOSX/x", "4"}, {"c/", ""}});
    EXPECT_TRUE(looksLikeArchive(bytes));
    const auto opened = FilmArchive::open(bytes);
    ASSERT_TRUE(opened);
    EXPECT_THAT(*opened->members(), ElementsAre("a", "b/film"));
}

TEST_F(FilmArchiveTest, MembersAreUnfoldedInMemory) {
    const std::string content(100'000, 'x');
    const auto bytes = archive({{"../../etc/film", content}});
    const auto opened = FilmArchive::open(bytes);
    ASSERT_TRUE(opened);
    EXPECT_EQ(textOf(*opened->read("../../etc/film")), content);
    EXPECT_EQ(opened->read("etc/film").error().code, ErrorCode::fileNotFound);
}

TEST_F(FilmArchiveTest, AMemberThatUnfoldsBeyondMeasureIsRefusedBeforeMemoryIsTaken) {
    const auto bytes = archive({{"bomb", std::string(20 << 20, '\0')}});
    ASSERT_LT(bytes.size(), 100'000U);
    EXPECT_EQ(FilmArchive::open(bytes)->read("bomb").error().code, ErrorCode::limitExceeded);
}

TEST_F(FilmArchiveTest, EncryptedMembersAreNamedAsSuch) {
    const auto bytes = archive({{"film", "secret"}}, "password");
    const auto opened = FilmArchive::open(bytes);
    ASSERT_TRUE(opened);
    const auto read = opened->read("film");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code, ErrorCode::unsupportedFormat);
    EXPECT_THAT(read.error().detail, ::testing::HasSubstr("encrypted"));
}

TEST_F(FilmArchiveTest, BrokenArchivesAreErrors) {
    auto bytes = archive({{"a", "content"}, {"b", std::string(5000, 'y')}});
    EXPECT_FALSE(FilmArchive::open(std::span(bytes).first(bytes.size() / 2)));
    EXPECT_FALSE(FilmArchive::open({}));
    std::mt19937 generator(5);
    for (int i = 0; i < 500; ++i) {
        auto broken = bytes;
        broken[generator() % broken.size()] = std::byte(generator());
        const auto opened = FilmArchive::open(broken);
        const auto members = opened.and_then([](const FilmArchive& archive) { return archive.members(); });
        for (std::size_t m = 0; members && m < members->size(); ++m)
            (void)opened->read((*members)[m]);
    }
}

} // namespace
} // namespace pleurascope::intake
