// SPDX-License-Identifier: GPL-3.0-or-later
// Every transfer syntax that is read, rendered to 8 bits by our grey-scale chain: beside the picture's
// uncompressed original by the same chain, and beside DCMTK's rendering (dcmj2pnm, dcml2pnm).
#include "engine/core/Files.h"
#include "engine/dicom/DicomFile.h"
#include "engine/dicom/TransferSyntax.h"
#include "engine/imaging/GreyScale.h"
#include "tests/engine/dicom/RenderedGoldens.h"
#include "tests/support/PgmFile.h"
#include "tests/support/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace pleurascope::dicom {
namespace {

using core::PixelBuffer;
using imaging::Window;

struct Difference {
    int largest = 256;
    double mean = 256;
};

Difference differenceOf(const PixelBuffer& a, const PixelBuffer& b) {
    if (a.width() != b.width() || a.height() != b.height() || a.channels() != b.channels() || a.isEmpty())
        return {};
    Difference difference{0, 0};
    for (std::size_t i = 0; i < a.sampleCount(); ++i) {
        const int off = std::abs(int(a.samples<std::uint8_t>()[i]) - int(b.samples<std::uint8_t>()[i]));
        difference.largest = std::max(difference.largest, off);
        difference.mean += off;
    }
    difference.mean /= double(a.sampleCount());
    return difference;
}

class RenderedGoldenTest : public ::testing::Test {
protected:
    void SetUp() override {
        if (!std::filesystem::exists(m_root))
            GTEST_SKIP() << "needs ../shared/dicom/conformance";
    }
    [[nodiscard]] std::filesystem::path pathOf(const std::string& file) const {
        return file.starts_with("chest/") ? m_root.parent_path() / file : m_root / file;
    }
    [[nodiscard]] DicomFilm read(const std::string& file) const {
        auto film = readFilm(pathOf(file));
        if (!film) {
            ADD_FAILURE() << core::describe(film.error());
            return {};
        }
        film->image.display.padding.reset(); // DCMTK does not know of it
        return std::move(*film);
    }

    std::filesystem::path m_root = test::sharedFolder() / "dicom/conformance";
    test::TemporaryFolder m_folder;
};

Window wholeRange(const imaging::Image& image) {
    if (!image.isGrey())
        return imaging::defaultWindow(image);
    return imaging::windowOfRamp(imaging::valueRange(image));
}

/// The film's own first LINEAR window, and the whole range.
std::vector<Window> windowsOf(const imaging::Image& image) {
    std::vector<Window> windows{wholeRange(image)};
    const auto& own = image.display.windows;
    if (!own.empty() && own.front().function == imaging::VoiFunction::linear)
        windows.push_back(own.front());
    return windows;
}

TEST_F(RenderedGoldenTest, EveryPictureIsRenderedAsItsOriginalIs) {
    for (const auto& row : rows) {
        if (row.file.empty())
            continue;
        SCOPED_TRACE(row.file);
        const auto film = read(row.file);
        EXPECT_EQ(film.instance.transferSyntaxUid, "1.2.840.10008." + row.syntax);
        if (row.original.empty())
            continue;
        const auto truth = read(row.original);
        if (row.loss.largest > 0) {
            const auto window = wholeRange(truth.image);
            const auto difference =
                differenceOf(imaging::render(film.image, window), imaging::render(truth.image, window));
            EXPECT_LE(difference.largest, row.loss.largest);
            EXPECT_LE(difference.mean, row.loss.mean);
            continue;
        }
        for (const auto& window : windowsOf(truth.image))
            EXPECT_EQ(differenceOf(imaging::render(film.image, window), imaging::render(truth.image, window))
                          .largest,
                      0);
    }
}

/// DCMTK's picture of a file's first frame by a window; empty where it makes none.
PixelBuffer byDcmtk(const std::filesystem::path& file, const std::string& syntax, const Window& window,
                    const std::filesystem::path& folder) {
    const auto target = folder / "dcmtk.pgm";
    std::filesystem::remove(target);
    const std::string program = syntax.starts_with("1.2.4.8") ? "dcml2pnm" : "dcmj2pnm";
    const std::string command = program + " -q -O +op +Ww " + std::to_string(window.centre) + " " +
                                std::to_string(window.width) + " '" + file.string() + "' '" +
                                target.string() + "' > /dev/null 2>&1";
    if (std::system(command.c_str()) != 0)
        return {};
    return test::readPgm(target);
}

TEST_F(RenderedGoldenTest, DcmtkRendersThePictureAlike) {
    if (!test::isProgramThere("dcmj2pnm") || !test::isProgramThere("dcml2pnm"))
        GTEST_SKIP() << "DCMTK's tools are not installed";
    for (const auto& row : rows) {
        if (row.dcmtk == Dcmtk::cannot)
            continue;
        SCOPED_TRACE(row.file);
        const auto film = read(row.file);
        for (const auto& window : windowsOf(film.image)) {
            const auto theirs = byDcmtk(pathOf(row.file), row.syntax, window, m_folder.path());
            const int largest = differenceOf(imaging::render(film.image, window), theirs).largest;
            if (row.dcmtk == Dcmtk::agrees)
                EXPECT_LE(largest, 1) << window.centre << ", " << window.width;
            else
                EXPECT_GT(largest, 1) << "DCMTK has learnt it: let it be a reference";
        }
    }
}

/// For what DCMTK has no decoder for, too.
TEST_F(RenderedGoldenTest, DcmtkRendersTheOriginalAsWeRenderTheEncodedPicture) {
    if (!test::isProgramThere("dcmj2pnm"))
        GTEST_SKIP() << "DCMTK's tools are not installed";
    for (const auto& row : rows) {
        if (row.original.empty())
            continue;
        SCOPED_TRACE(row.file);
        const auto film = read(row.file), truth = read(row.original);
        if (!film.image.isGrey())
            continue;
        const auto window = wholeRange(truth.image);
        const auto theirs = byDcmtk(pathOf(row.original), "1.2.1", window, m_folder.path());
        const auto difference = differenceOf(imaging::render(film.image, window), theirs);
        EXPECT_LE(difference.largest, row.loss.largest + 1);
    }
}

/// A codestream of .201 is one of .202 as far as decoding goes: progression and markers tell them apart.
TEST_F(RenderedGoldenTest, HighThroughputWithRpclOptionsIsReadAlike) {
    auto bytes = core::readText(pathOf(htj2k));
    ASSERT_TRUE(bytes);
    const std::string uid = "1.2.840.10008.1.2.4.201";
    const auto place = bytes->find(uid);
    ASSERT_NE(place, std::string::npos);
    bytes->replace(place, uid.size(), "1.2.840.10008.1.2.4.202");
    const auto film = readFilm(std::as_bytes(std::span(*bytes)));
    ASSERT_TRUE(film) << core::describe(film.error());
    EXPECT_EQ(film->instance.transferSyntaxUid, "1.2.840.10008.1.2.4.202");
    EXPECT_EQ(differenceOf(film->image.pixels, read(htj2k).image.pixels).largest, 0);
}

TEST(RenderedGoldenTableTest, EveryTransferSyntaxThatIsReadHasARow) {
    std::set<std::string> expected, found;
    std::vector<std::string> candidates{"1.2", "1.2.1", "1.2.1.99", "1.2.2", "1.2.5", "1.2.8.1"};
    for (int i = 0; i < 1000; ++i)
        candidates.push_back("1.2.4." + std::to_string(i));
    for (const auto& candidate : candidates)
        if (pixelCoding("1.2.840.10008." + candidate) != PixelCoding::unsupported)
            expected.insert(candidate);
    for (const auto& row : rows)
        found.insert(row.syntax);
    EXPECT_EQ(found, expected);
}

} // namespace
} // namespace pleurascope::dicom
