// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/dicom/pixels/Fragments.h"

#include "tests/support/SyntheticDicom.h"

#include <gmock/gmock.h>

namespace pleurascope::dicom {
namespace {

using namespace std::string_literals;
using core::ErrorCode;
using test::bytesOf;
using test::SyntheticDicom;

/// The fragments of a made file, and the file that they lie in.
struct Made {
    std::string file;
    FileLayout layout;
    Fragments fragments;

    explicit Made(const SyntheticDicom& dicom)
        : file(dicom.file())
        , layout(*scanElements(bytesOf(file)))
        , fragments(readFragments(bytesOf(file), layout)) {}

    /// The fragments of a frame as one text.
    [[nodiscard]] std::string frame(int index, int frames) const {
        const auto found = fragmentsOfFrame(fragments, layout.frameOffsets, frames, index);
        if (!found)
            return core::errorCodeName(found.error().code);
        std::string text;
        for (const auto fragment : *found)
            text += std::string(reinterpret_cast<const char*>(fragment.data()), fragment.size());
        return text;
    }
};

SyntheticDicom withFragments(const std::vector<std::string>& fragments, const std::string& table = {}) {
    SyntheticDicom file;
    file.encapsulated(fragments, table);
    return file;
}

TEST(FragmentsTest, OneFrameTakesAllFragments) {
    const Made made(withFragments({"aa", "bb", "cc"}));
    EXPECT_EQ(made.frame(0, 1), "aabbcc");
    EXPECT_FALSE(made.fragments.isCutShort);
}

TEST(FragmentsTest, AsManyFragmentsAsFramesAreOneEach) {
    const Made made(withFragments({"aa", "bb", "cc"}));
    EXPECT_EQ(made.frame(1, 3), "bb");
}

TEST(FragmentsTest, TheBasicOffsetTableTellsFramesApart) {
    SyntheticDicom number;
    const Made made(withFragments({"aa", "bb", "cc"}, number.number(0, 4) + number.number(20, 4)));
    EXPECT_EQ(made.frame(0, 2), "aabb");
    EXPECT_EQ(made.frame(1, 2), "cc");
}

TEST(FragmentsTest, TheExtendedOffsetTableIsBelievedFirst) {
    auto file =
        withFragments({"aa", "bb", "cc"}, SyntheticDicom().number(0, 4) + SyntheticDicom().number(20, 4));
    file.text({0x7fe0, 0x0001}, "OV", SyntheticDicom().number(0, 8) + SyntheticDicom().number(10, 8));
    const Made made(file);
    EXPECT_EQ(made.frame(0, 2), "aa");
    EXPECT_EQ(made.frame(1, 2), "bbcc");
}

TEST(FragmentsTest, WithoutATableCodestreamsTellWhereFramesStart) {
    const std::string start = "\xff\xd8\xff\xe0"s;
    const Made made(withFragments({start + "1", "22", start + "3", "44"}));
    EXPECT_EQ(made.frame(0, 2), start + "1\0"s + "22");
    EXPECT_EQ(made.frame(1, 2), start + "3\0"s + "44");
}

TEST(FragmentsTest, OffsetsThatPointNowhereAreNotBelieved) {
    const std::string start = "\xff\x4f\xff\x51"s;
    const Made made(
        withFragments({start, "22", start}, SyntheticDicom().number(0, 4) + SyntheticDicom().number(13, 4)));
    EXPECT_EQ(made.frame(1, 2), start);
}

TEST(FragmentsTest, FramesThatCannotBeToldApartAreRefused) {
    const Made made(withFragments({"aa", "bb", "cc"}));
    EXPECT_EQ(made.frame(0, 2), "damaged");
    EXPECT_EQ(made.frame(4, 5), "truncated");
    EXPECT_EQ(made.frame(2, 5), "cc");
    EXPECT_EQ(Made(withFragments({})).frame(0, 1), "truncated");
}

TEST(FragmentsTest, AFileThatEndsInsideIsNoticed) {
    auto file = withFragments({"aaaa", "bbbb"}).file();
    file.resize(file.size() - 10);
    const auto layout = scanElements(bytesOf(file));
    ASSERT_TRUE(layout);
    const auto fragments = readFragments(bytesOf(file), *layout);
    EXPECT_TRUE(fragments.isCutShort);
    ASSERT_EQ(fragments.items.size(), 2);
    EXPECT_EQ(fragments.items[1].size(), 2);
}

} // namespace
} // namespace pleurascope::dicom
