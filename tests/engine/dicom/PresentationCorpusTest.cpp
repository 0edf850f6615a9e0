// SPDX-License-Identifier: GPL-3.0-or-later
// The presentation states of others, and our own, beside DCMTK's rendering (dcmp2pgm).
#include "engine/core/Files.h"
#include "engine/dicom/DicomFile.h"
#include "engine/dicom/presentation/PresentationReader.h"
#include "engine/dicom/presentation/PresentationWriter.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/Orientation.h"
#include "tests/support/PgmFile.h"
#include "tests/support/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

namespace pleurascope::dicom {
namespace {

using core::PixelBuffer;

/// DCMTK's picture of the whole image by the state, a binary PGM; empty where it makes none.
PixelBuffer byDcmtk(const std::filesystem::path& state, const std::filesystem::path& image,
                    const std::filesystem::path& folder) {
    const auto file = folder / "dcmtk.pgm";
    std::filesystem::remove(file);
    const std::string command = "dcmp2pgm -q -p '" + state.string() + "' '" + image.string() + "' '" +
                                file.string() + "' > /dev/null 2>&1";
    if (std::system(command.c_str()) != 0)
        return {};
    return test::readPgm(file);
}

/// Ours: the grey scale, lying as the state says. dcmp2pgm leaves shutters and graphics to who displays.
PixelBuffer byUs(const PresentationState& state, DicomFilm film) {
    film.image.display.padding.reset(); // DCMTK inverts it; here it stays background
    film.image.display = displayBy(state, film.image.display, film.instance.uid, 0);
    return imaging::oriented(imaging::renderDefault(film.image), state.orientation);
}

/// The largest difference of two pictures of one size.
int largestDifference(const PixelBuffer& a, const PixelBuffer& b) {
    if (a.width() != b.width() || a.height() != b.height())
        return 256;
    int largest = 0;
    for (std::size_t i = 0; i < a.sampleCount(); ++i)
        largest = std::max(largest,
                           std::abs(int(a.samples<std::uint8_t>()[i]) - int(b.samples<std::uint8_t>()[i])));
    return largest;
}

class PresentationCorpus : public ::testing::Test {
protected:
    void SetUp() override {
        const auto folder = test::sharedFolder() / "dicom/presentation-states";
        if (!std::filesystem::exists(folder))
            GTEST_SKIP() << folder << " is not there";
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            const auto name = entry.path().filename().string();
            if (name.find("_image") == std::string::npos && name.ends_with(".dcm"))
                m_states.push_back(entry.path());
        }
        std::ranges::sort(m_states);
    }
    /// The images that stand beside a state: ps01_... and ps01_image0.dcm.
    [[nodiscard]] static std::vector<std::filesystem::path> imagesOf(const std::filesystem::path& state) {
        std::vector<std::filesystem::path> images;
        for (int i = 0; i < 10; ++i) {
            const auto image = state.parent_path() / (state.filename().string().substr(0, 4) + "_image" +
                                                      std::to_string(i) + ".dcm");
            if (std::filesystem::exists(image))
                images.push_back(image);
        }
        return images;
    }

    std::vector<std::filesystem::path> m_states;
    test::TemporaryFolder m_folder;
};

TEST_F(PresentationCorpus, EveryStateIsReadAndIsAboutItsImages) {
    ASSERT_EQ(m_states.size(), 21U);
    for (const auto& file : m_states) {
        const auto state = readPresentation(*core::readFile(file));
        ASSERT_TRUE(state) << file << core::describe(state.error());
        const bool hasBlankText = file.filename().string().starts_with("ps21");
        EXPECT_EQ(state->assumptions.size(), hasBlankText ? 1U : 0U) << file;
        EXPECT_FALSE(imagesOf(file).empty());
        for (const auto& image : imagesOf(file)) {
            const auto header = readHeader(image);
            ASSERT_TRUE(header) << image;
            EXPECT_TRUE(concerns(*state, header->instance.uid, 0)) << image;
            EXPECT_NE(areaOf(*state, header->instance.uid, 0), nullptr) << image;
        }
    }
}

TEST_F(PresentationCorpus, WeShowWhatDcmtkShows) {
    if (!test::isProgramThere("dcmp2pgm"))
        GTEST_SKIP() << "dcmp2pgm is not installed";
    for (const auto& file : m_states) {
        const auto state = readPresentation(*core::readFile(file));
        ASSERT_TRUE(state) << file;
        for (const auto& image : imagesOf(file)) {
            const auto film = readFilm(image);
            ASSERT_TRUE(film) << image;
            const auto theirs = byDcmtk(file, image, m_folder.path());
            EXPECT_LE(largestDifference(byUs(*state, *film), theirs), 1) << file << " on " << image;
        }
    }
}

/// Windows, tables, polarity and orientation of our own files, on the images of the corpus.
TEST_F(PresentationCorpus, DcmtkShowsWhatWeWrite) {
    if (!test::isProgramThere("dcmp2pgm"))
        GTEST_SKIP() << "dcmp2pgm is not installed";
    int number = 0;
    for (const auto& file : m_states) {
        const auto image = imagesOf(file).front();
        const auto film = readFilm(image);
        ASSERT_TRUE(film) << image;
        auto state = readPresentation(*core::readFile(file));
        ASSERT_TRUE(state) << file;
        // another state for the same image: everything but planes of its own goes through our writer
        state->uid = uidFromSeed("state " + std::to_string(number));
        state->orientation = {number % 4, number % 3 == 0};
        state->isInverse = number % 2 == 0;
        state->overlays.clear();
        if (state->shutter)
            state->shutter->overlayGroup.reset();
        if (number % 3 == 1) {
            const auto range = imaging::valueRange(film->image);
            state->modality =
                ModalityTransform{film->image.display.rescaleSlope, film->image.display.rescaleIntercept, {}};
            state->voi = {
                {{}, {{(range.low + range.high) / 2, (range.high - range.low) / 2 + 1, {}, {}}}, {}}};
        }
        const auto written = m_folder.path() / ("ours" + std::to_string(number) + ".dcm");
        const auto done = writePresentation(written, *state);
        ASSERT_TRUE(done) << file << core::describe(done.error());
        const auto read = readPresentation(*core::readFile(written));
        ASSERT_TRUE(read) << file;
        EXPECT_LE(largestDifference(byUs(*read, *film), byDcmtk(written, image, m_folder.path())), 1) << file;
        ++number;
    }
}

} // namespace
} // namespace pleurascope::dicom
