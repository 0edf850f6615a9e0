// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/phantom/PhantomSet.h"

#include "engine/core/Files.h"
#include "engine/data/Dataset.h"
#include "engine/dicom/DicomFile.h"
#include "engine/imaging/GreyScale.h"
#include "engine/imaging/ImageFile.h"
#include "tests/support/TemporaryFolder.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <map>
#include <set>

namespace pleurascope::phantom {
namespace {

namespace fs = std::filesystem;
using core::ErrorCode;
using ::testing::MatchesRegex;
using ::testing::StartsWith;

class PhantomSetTest : public ::testing::Test {
protected:
    [[nodiscard]] PhantomSetConfig config(const std::string& name, int count, bool dicom) const {
        PhantomSetConfig config;
        config.output = m_folder.path() / name;
        config.count = count;
        config.seed = 3;
        config.size = 96;
        config.dicom = dicom;
        return config;
    }
    [[nodiscard]] static std::vector<fs::path> write(const PhantomSetConfig& config) {
        const auto files = writePhantomSet(config, {}, {});
        EXPECT_TRUE(files) << core::describe(files.error());
        return files.value_or(std::vector<fs::path>{});
    }
    [[nodiscard]] static core::Bytes bytesOf(const fs::path& file) { return core::readFile(file).value(); }

    test::TemporaryFolder m_folder;
    std::stop_source m_stop;
};

TEST_F(PhantomSetTest, ThePngSetIsADatasetOfItsLabels) {
    auto set = config("png", 20, false);
    set.effusionShare = 0.3;
    const auto files = write(set);
    ASSERT_EQ(files.size(), 20u);
    const auto byTable = data::datasetFromCsv(set.output, set.output / "labels.csv");
    ASSERT_TRUE(byTable) << core::describe(byTable.error());
    EXPECT_EQ(byTable->countOf(byTable->positiveClass), 6);
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto& sample = byTable->samples[i];
        EXPECT_EQ(byTable->fileOf(sample), files[i]);
        EXPECT_THAT(sample.path, StartsWith(byTable->classes[std::size_t(sample.label)] + "/"));
        EXPECT_THAT(sample.patientId, MatchesRegex("DEMO-....")) << i;
        EXPECT_EQ(sample.view, "PA");
        EXPECT_TRUE(sample.sex == "F" || sample.sex == "M");
        const auto image = imaging::decodeImage(bytesOf(files[i]));
        ASSERT_TRUE(image) << core::describe(image.error());
        EXPECT_EQ(image->pixels.width(), 96);
        EXPECT_EQ(image->pixels.channels(), 1);
    }
    const auto byFolder = data::datasetFromFolder(set.output);
    ASSERT_TRUE(byFolder);
    EXPECT_EQ(byFolder->samples.size(), 20u);
    EXPECT_EQ(byFolder->countOf(0), 6);
}

TEST_F(PhantomSetTest, TheSameValuesGiveTheSameFilesByteForByte) {
    for (const bool dicom : {false, true}) {
        const auto first = write(config("a" + std::to_string(dicom), 4, dicom));
        const auto second = write(config("b" + std::to_string(dicom), 4, dicom));
        ASSERT_EQ(first.size(), 4u);
        for (std::size_t i = 0; i < first.size(); ++i)
            EXPECT_EQ(bytesOf(first[i]), bytesOf(second[i]));
        EXPECT_EQ(bytesOf(first[0].parent_path().parent_path() / "labels.csv"),
                  bytesOf(second[0].parent_path().parent_path() / "labels.csv"));
    }
    auto other = config("c", 4, false);
    other.seed = 4;
    EXPECT_NE(bytesOf(write(other)[0]), bytesOf(m_folder.path() / "a0" / "labels.csv"));
}

TEST_F(PhantomSetTest, TheDicomSetReadsBackWithItsPatients) {
    const auto set = config("dicom", 24, true);
    const auto files = write(set);
    const auto dataset = data::datasetFromCsv(set.output, set.output / "labels.csv");
    ASSERT_TRUE(dataset) << core::describe(dataset.error());
    ASSERT_EQ(files.size(), 24u);
    std::set<std::string> uids;
    std::map<std::string, std::set<std::string>> datesOf;
    std::set<std::string> names;
    std::set<std::string> photometric;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const auto film = dicom::readFilm(files[i]);
        ASSERT_TRUE(film) << core::describe(film.error());
        EXPECT_EQ(film->patient.id, dataset->samples[i].patientId);
        EXPECT_EQ(film->patient.sex, dataset->samples[i].sex);
        EXPECT_EQ(film->study.age, "0" + dataset->samples[i].age + "Y");
        EXPECT_EQ(files[i].parent_path().filename(), film->patient.id);
        EXPECT_EQ(film->series.modality, "DX");
        EXPECT_EQ(film->instance.viewPosition, "PA");
        EXPECT_EQ(film->instance.sopClassUid, "1.2.840.10008.5.1.4.1.1.1.1");
        EXPECT_EQ(film->instance.bitsStored, 12);
        EXPECT_EQ(film->instance.spacing.source, dicom::SpacingSource::atDetector);
        EXPECT_NEAR(film->instance.spacing.row, 430.0 / 96, 1e-6);
        EXPECT_THAT(film->study.date, StartsWith("2026-"));
        EXPECT_THAT(film->study.uid, StartsWith("2.25."));
        EXPECT_TRUE(uids.insert(film->instance.uid).second);
        EXPECT_TRUE(datesOf[film->patient.id].insert(film->study.date).second) << "two studies of one day";
        names.insert(film->patient.name);
        photometric.insert(film->instance.photometricInterpretation);
        EXPECT_TRUE(film->assumptions.empty()) << film->assumptions.front();
    }
    EXPECT_EQ(photometric, (std::set<std::string>{"MONOCHROME1", "MONOCHROME2"}));
    EXPECT_LT(datesOf.size(), files.size()) << "nobody has an earlier study";
    EXPECT_EQ(names.size(), datesOf.size()) << "two patients of one name";
    EXPECT_TRUE(std::any_of(names.begin(), names.end(), [](const std::string& name) {
        return std::any_of(name.begin(), name.end(), [](char c) { return (c & 0x80) != 0; });
    })) << "no name needs its character set";
}

TEST_F(PhantomSetTest, BothPhotometricInterpretationsShowTheSamePictureAsThePng) {
    const auto pngs = write(config("png", 6, false));
    const auto dicoms = write(config("dicom", 6, true));
    for (std::size_t i = 0; i < 6; ++i) {
        const auto film = dicom::readFilm(dicoms[i]);
        ASSERT_TRUE(film);
        EXPECT_EQ(film->image.display.inverted, i % 3 == 2);
        const auto rendered = imaging::renderDefault(film->image);
        const auto image = imaging::decodeImage(bytesOf(pngs[i]));
        ASSERT_TRUE(image);
        const auto expected = image->pixels.samples<std::uint8_t>();
        const auto shown = rendered.samples<std::uint8_t>();
        ASSERT_EQ(expected.size(), shown.size());
        for (std::size_t k = 0; k < shown.size(); ++k)
            ASSERT_NEAR(shown[k], expected[k], 1) << "film " << i << ", pixel " << k;
    }
}

TEST_F(PhantomSetTest, StoppingLeavesWholeFilmsAndATableOfThem) {
    const auto set = config("stopped", 10, false);
    const auto files = writePhantomSet(
        set,
        [&](const core::Progress& progress) {
            EXPECT_EQ(progress.total, 10u);
            if (progress.done == 3)
                m_stop.request_stop();
        },
        m_stop.get_token());
    ASSERT_TRUE(files);
    EXPECT_EQ(files->size(), 4u); // the film at hand is finished
    const auto table = core::readText(set.output / "labels.csv");
    EXPECT_EQ(std::count(table->begin(), table->end(), '\n'), 5);
}

TEST_F(PhantomSetTest, ValuesOutOfTheirRangeAreRefused) {
    auto bad = config("bad", 0, false);
    EXPECT_EQ(writePhantomSet(bad, {}, {}).error().code, ErrorCode::invalidArgument);
    bad = config("bad", 2, false);
    bad.size = 8;
    EXPECT_EQ(writePhantomSet(bad, {}, {}).error().code, ErrorCode::invalidArgument);
    bad = config("bad", 2, false);
    bad.effusionShare = 1.5;
    EXPECT_EQ(writePhantomSet(bad, {}, {}).error().code, ErrorCode::invalidArgument);
    bad = config("bad", 2, false);
    bad.output = m_folder.write("a file") / "below";
    EXPECT_FALSE(writePhantomSet(bad, {}, {}));
}

} // namespace
} // namespace pleurascope::phantom
