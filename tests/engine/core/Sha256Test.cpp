// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Sha256.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::core {
namespace {

// FIPS 180-4 example: SHA-256 of "abc".
constexpr const char* abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

TEST(Sha256, IsThatOfTheStandard) {
    EXPECT_EQ(sha256("abc"), abc);
    Sha256 hash;
    hash.add("a");
    hash.add("bc");
    EXPECT_EQ(hash.finish(), abc);
}

TEST(Sha256, OfAFileIsThatOfItsContent) {
    const test::TemporaryFolder folder;
    EXPECT_EQ(*sha256OfFile(folder.write("f", "abc")), abc);
    EXPECT_EQ(sha256OfFile(folder.path() / "none").error().code, ErrorCode::fileNotFound);
}

} // namespace
} // namespace pleurascope::core
