// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Dataset.h"

#include "engine/data/KerasSplit.h"
#include "engine/data/Shuffle.h"
#include "tests/support/SharedFolder.h"
#include "tests/support/TemporaryFolder.h"

#include <algorithm>
#include <fstream>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

namespace pleurascope::data {
namespace {

using core::ErrorCode;
using test::TemporaryFolder;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::UnorderedElementsAreArray;

std::vector<std::string> pathsOf(const Dataset& dataset) {
    std::vector<std::string> paths;
    for (const Sample& sample : dataset.samples)
        paths.push_back(sample.path);
    return paths;
}

std::vector<int> labelsOf(const Dataset& dataset) {
    std::vector<int> labels;
    for (const Sample& sample : dataset.samples)
        labels.push_back(sample.label);
    return labels;
}

std::vector<std::string> pathsAt(const Dataset& dataset, const std::vector<int>& which) {
    std::vector<std::string> paths;
    for (const int film : which)
        paths.push_back(dataset.samples[std::size_t(film)].path);
    return paths;
}

TEST(PositiveClassTest, TheWantedNameThenEffusionThenTheLastInOrder) {
    EXPECT_EQ(positiveClass({"a", "b", "effusion"}, "b").value(), 1);
    EXPECT_EQ(positiveClass({"effusion", "nofinding"}, "").value(), 0);
    EXPECT_EQ(positiveClass({"zebra", "ant"}, "").value(), 0);
    EXPECT_EQ(positiveClass({"a", "b"}, "c").error().code, ErrorCode::unknownLabel);
    EXPECT_EQ(positiveClass({}, "").error().code, ErrorCode::invalidArgument);
}

TEST(DatasetFromFolderTest, FilmsComeInTheOrderOfKerasAndOtherFilesAreLeftOut) {
    const TemporaryFolder folder;
    for (const char* name :
         {"effusion/10.png", "effusion/2.png", "effusion/A.JPG", "effusion/a.jpeg", "effusion/sub-dir/x.tif",
          "effusion/sub/z.dcm", "effusion/sub.dir/y.tiff", "effusion/readme.txt", "effusion/x.bmp",
          "normal/b.png", ".cache/no.png", "top.png"})
        folder.write(name);
    const auto dataset = datasetFromFolder(folder.path());
    ASSERT_TRUE(dataset) << core::describe(dataset.error());
    EXPECT_THAT(dataset->classes, ElementsAre("effusion", "normal"));
    EXPECT_THAT(pathsOf(*dataset),
                ElementsAre("effusion/10.png", "effusion/2.png", "effusion/A.JPG", "effusion/a.jpeg",
                            "effusion/sub/z.dcm", "effusion/sub-dir/x.tif", "effusion/sub.dir/y.tiff",
                            "normal/b.png"));
    EXPECT_EQ(dataset->positiveClass, 0);
    EXPECT_EQ(dataset->countOf(0), 7);
    EXPECT_EQ(dataset->countOf(1), 1);
}

nlohmann::json goldenListing() {
    std::ifstream stream(test::sharedFolder() / "golden/keras/g_dataset/listing.json");
    return stream ? nlohmann::json::parse(stream) : nlohmann::json();
}

TEST(DatasetFromFolderTest, TheGoldenTreeIsListedShuffledAndSplitAsByKeras) {
    const auto golden = goldenListing();
    if (golden.is_null())
        GTEST_SKIP() << "golden/keras/g_dataset/listing.json is absent";
    const TemporaryFolder folder;
    for (const std::string file : golden["all_files_created"])
        folder.write(file);
    for (const std::string empty : golden["empty_dirs"])
        std::filesystem::create_directories(folder.path() / empty);
    const auto dataset = datasetFromFolder(folder.path(), {}, FolderListing::asKeras);
    ASSERT_TRUE(dataset) << core::describe(dataset.error());
    EXPECT_EQ(dataset->classes, golden["class_names"].get<std::vector<std::string>>());
    EXPECT_EQ(pathsOf(*dataset), golden["unshuffled"]["paths"].get<std::vector<std::string>>());
    EXPECT_EQ(labelsOf(*dataset), golden["unshuffled"]["labels"].get<std::vector<int>>());
    for (const auto& wanted : golden["shuffled"]) {
        SCOPED_TRACE(wanted["seed"]);
        const auto seed = wanted["seed"].get<std::uint32_t>();
        const int count = int(dataset->samples.size());
        std::vector<std::string> shuffled;
        for (const int film : Shuffle(seed).permutation(count))
            shuffled.push_back(dataset->samples[std::size_t(film)].path);
        EXPECT_EQ(shuffled, wanted["shuffled_paths"].get<std::vector<std::string>>());
        const Split split = kerasSplit(count, 0.2, seed);
        EXPECT_THAT(pathsAt(*dataset, split.validation),
                    UnorderedElementsAreArray(wanted["validation_paths"].get<std::vector<std::string>>()));
        EXPECT_EQ(split.training.size() + split.validation.size(), std::size_t(count));
    }
}

TEST(DatasetFromFolderTest, AClassWithoutFilmsIsNamed) {
    const TemporaryFolder folder;
    folder.write("effusion/1.png");
    folder.write("normal/readme.txt");
    const auto dataset = datasetFromFolder(folder.path());
    ASSERT_FALSE(dataset);
    EXPECT_EQ(dataset.error().code, ErrorCode::emptyClass);
    EXPECT_EQ(dataset.error().detail, "normal");
}

TEST(DatasetFromFolderTest, AMissingFolderASingleClassAndAnUnknownPositiveAreErrors) {
    const TemporaryFolder folder;
    EXPECT_EQ(datasetFromFolder(folder.path() / "none").error().code, ErrorCode::fileNotFound);
    folder.write("effusion/1.png");
    EXPECT_EQ(datasetFromFolder(folder.path()).error().code, ErrorCode::invalidArgument);
    folder.write("normal/1.png");
    EXPECT_EQ(datasetFromFolder(folder.path(), "cat").error().code, ErrorCode::unknownLabel);
    EXPECT_EQ(datasetFromFolder(folder.path(), "normal")->positiveClass, 1);
}

class DatasetFromCsvTest : public ::testing::Test {
protected:
    void SetUp() override {
        for (const char* name : {"a.png", "b.png", "with space/c.png"})
            m_folder.write(name);
    }
    [[nodiscard]] core::Result<Dataset> read(const std::string& csv,
                                             const std::vector<std::string>& classes = {},
                                             const std::string& positive = {}) const {
        return datasetFromCsv(m_folder.path(), m_folder.write("labels.csv", csv), positive, classes);
    }
    [[nodiscard]] core::Error errorOf(const std::string& csv,
                                      const std::vector<std::string>& classes = {}) const {
        const auto dataset = read(csv, classes);
        EXPECT_FALSE(dataset);
        return dataset ? core::Error{} : dataset.error();
    }

    TemporaryFolder m_folder;
};

TEST_F(DatasetFromCsvTest, ColumnsAreFoundByNameInAnyOrder) {
    const auto dataset = read("sex,extra,label,age,path,patient_id,view\r\n"
                              "F,1,normal,67,a.png,P1,PA\r\n"
                              "M,2,effusion,,\"with space/c.png\",,\r\n");
    ASSERT_TRUE(dataset) << core::describe(dataset.error());
    EXPECT_THAT(dataset->classes, ElementsAre("effusion", "normal"));
    ASSERT_EQ(dataset->samples.size(), 2u);
    const Sample& first = dataset->samples[0];
    EXPECT_EQ(first.label, 1);
    EXPECT_EQ(first.patientId, "P1");
    EXPECT_EQ(first.view, "PA");
    EXPECT_EQ(first.age, "67");
    EXPECT_EQ(first.sex, "F");
    EXPECT_EQ(dataset->fileOf(dataset->samples[1]), m_folder.path() / "with space/c.png");
}

TEST_F(DatasetFromCsvTest, TheOptionalColumnsMayBeMissing) {
    const auto dataset = read("path,label\na.png,normal\nb.png,sick\n");
    ASSERT_TRUE(dataset);
    EXPECT_EQ(dataset->positiveClass, 1);
    EXPECT_TRUE(dataset->samples[0].patientId.empty());
}

TEST_F(DatasetFromCsvTest, GivenClassesKeepTheirOrder) {
    const auto dataset = read("path,label\na.png,normal\nb.png,effusion\n", {"normal", "effusion"});
    ASSERT_TRUE(dataset);
    EXPECT_THAT(dataset->classes, ElementsAre("normal", "effusion"));
    EXPECT_EQ(dataset->samples[0].label, 0);
    EXPECT_EQ(dataset->positiveClass, 1);
}

TEST_F(DatasetFromCsvTest, AnUnknownLabelIsNamedWithItsLine) {
    const auto error = errorOf("path,label\na.png,normal\nb.png,cat\n", {"normal", "effusion"});
    EXPECT_EQ(error.code, ErrorCode::unknownLabel);
    EXPECT_THAT(error.detail, HasSubstr("line 3"));
    EXPECT_THAT(error.detail, HasSubstr("cat"));
}

TEST_F(DatasetFromCsvTest, AMissingFilmIsNamedWithItsLine) {
    const auto error = errorOf("path,label\na.png,normal\nnone.png,effusion\n");
    EXPECT_EQ(error.code, ErrorCode::fileNotFound);
    EXPECT_THAT(error.detail, HasSubstr("line 3"));
    EXPECT_EQ(error.path, (m_folder.path() / "none.png").string());
}

TEST_F(DatasetFromCsvTest, PathsMayNotLeaveTheDataFolder) {
    for (const std::string path : {"../a.png", "/etc/passwd", "x/../../a.png", "..", ".", ""}) {
        const auto error = errorOf("path,label\na.png,normal\n" + path + ",effusion\n");
        EXPECT_EQ(error.code, ErrorCode::invalidCsv) << path;
        EXPECT_THAT(error.detail, HasSubstr("line 3")) << path;
    }
    EXPECT_TRUE(read("path,label\nwith space/../a.png,normal\nb.png,effusion\n"));
}

TEST_F(DatasetFromCsvTest, BrokenTablesAreRefusedWithTheirLine) {
    EXPECT_EQ(errorOf("").code, ErrorCode::invalidCsv);
    EXPECT_THAT(errorOf("path,name\na.png,x\n").detail, HasSubstr("no column label"));
    EXPECT_THAT(errorOf("label,name\na.png,x\n").detail, HasSubstr("no column path"));
    EXPECT_THAT(errorOf("path,label,label\n").detail, HasSubstr("two columns label"));
    EXPECT_THAT(errorOf("path,label\na.png\n").detail, HasSubstr("line 2"));
    EXPECT_THAT(errorOf("path,label\na.png,x,y\n").detail, HasSubstr("3 fields where the header has 2"));
    EXPECT_THAT(errorOf("path,label\na.png,\n").detail, HasSubstr("label is empty"));
    EXPECT_EQ(errorOf("path,label\n").code, ErrorCode::invalidCsv);
    EXPECT_EQ(errorOf("path,label\n").path, (m_folder.path() / "labels.csv").string());
    EXPECT_EQ(errorOf("path,label\na.png,\"normal\n").code, ErrorCode::invalidCsv);
}

TEST_F(DatasetFromCsvTest, OneFilmMayNotHaveTwoLabels) {
    const auto error = errorOf("path,label\na.png,normal\nb.png,normal\nx/../a.png,effusion\n");
    EXPECT_EQ(error.code, ErrorCode::invalidCsv);
    EXPECT_THAT(error.detail, HasSubstr("line 4"));
    EXPECT_THAT(error.detail, HasSubstr("line 2"));
}

TEST_F(DatasetFromCsvTest, AClassWithoutFilmsIsNamed) {
    const auto error = errorOf("path,label\na.png,normal\nb.png,normal\n", {"effusion", "normal"});
    EXPECT_EQ(error.code, ErrorCode::emptyClass);
    EXPECT_EQ(error.detail, "effusion");
    EXPECT_EQ(errorOf("path,label\na.png,normal\n").code, ErrorCode::invalidArgument);
}

TEST_F(DatasetFromCsvTest, AMissingTableIsNotFound) {
    const auto dataset = datasetFromCsv(m_folder.path(), m_folder.path() / "none.csv");
    EXPECT_EQ(dataset.error().code, ErrorCode::fileNotFound);
}

TEST(SharedDatasetTest, TheRealTableHasSixHundredFilms) {
    const auto root = test::sharedFolder() / "data/cxr-effusion";
    if (!std::filesystem::exists(root / "labels.csv"))
        GTEST_SKIP() << root << " is absent";
    const auto dataset = datasetFromCsv(root, root / "labels.csv");
    ASSERT_TRUE(dataset) << core::describe(dataset.error());
    EXPECT_THAT(dataset->classes, ElementsAre("effusion", "nofinding"));
    EXPECT_EQ(dataset->samples.size(), 600u);
    EXPECT_EQ(dataset->countOf(0), 200);
    EXPECT_EQ(std::count_if(dataset->samples.begin(), dataset->samples.end(),
                            [](const Sample& sample) { return !sample.patientId.empty(); }),
              84);
}

} // namespace
} // namespace pleurascope::data
