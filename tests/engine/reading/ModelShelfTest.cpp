// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ModelShelf.h"

#include "engine/core/Sha256.h"
#include "engine/weights/ModelFile.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

namespace pleurascope::reading {
namespace {

using core::ErrorCode;

class ModelShelfTest : public ::testing::Test {
protected:
    void SetUp() override {
        auto library = store::Library::open(m_folder.path() / "library.sqlite");
        ASSERT_TRUE(library);
        m_library = std::move(*library);
        m_shelf.emplace(m_folder.path() / "models", *m_library);
    }
    /// A model file with one tensor.
    [[nodiscard]] std::filesystem::path modelFile(const std::string& name, float value = 1) const {
        weights::ModelContents model;
        model.description.name = name;
        model.tensors["dense/kernel"] = {{1, 2}, {value, 2}};
        const auto file = m_folder.path() / ("file of " + name + ".psmodel");
        const auto written = weights::writeModelFile(file, model);
        EXPECT_TRUE(written) << core::describe(written.error());
        return file;
    }
    [[nodiscard]] ShelvedModel add(const std::filesystem::path& file) {
        const auto added = m_shelf->add(file);
        EXPECT_TRUE(added) << core::describe(added.error());
        return added.value_or(ShelvedModel{});
    }
    void score(const std::string& hash) {
        store::FilmRecord film;
        film.path = "/a.png";
        const auto added = m_library->addFilm({}, film);
        store::PredictionRecord prediction;
        prediction.filmId = added->filmId;
        prediction.modelHash = hash;
        ASSERT_TRUE(m_library->addPrediction(prediction));
    }

    test::TemporaryFolder m_folder;
    std::unique_ptr<store::Library> m_library;
    std::optional<ModelShelf> m_shelf;
};

TEST_F(ModelShelfTest, AnEmptyShelfHasNoModels) {
    EXPECT_TRUE(m_shelf->models()->empty());
}

TEST_F(ModelShelfTest, AnAddedModelIsAWholeCopyNamedByItsHash) {
    const auto source = modelFile("Demo");
    const auto model = add(source);
    EXPECT_EQ(model.hash, core::sha256OfFile(source).value());
    EXPECT_EQ(model.name, "Demo");
    EXPECT_EQ(model.file, m_folder.path() / "models" / (model.hash + ".psmodel"));
    EXPECT_EQ(core::sha256OfFile(model.file).value(), model.hash);
    EXPECT_EQ(model.fileSize, std::int64_t(std::filesystem::file_size(source)));
    EXPECT_TRUE(model.problem.empty());
    EXPECT_EQ(model.description.name, "Demo");
    EXPECT_EQ(m_shelf->models()->size(), 1u);
}

TEST_F(ModelShelfTest, TheSameFileTwiceIsOneModelAndKeepsItsGivenName) {
    const auto source = modelFile("Demo");
    const auto model = add(source);
    ASSERT_TRUE(m_shelf->rename(model.hash, "Mine"));
    EXPECT_EQ(add(source).name, "Mine");
    EXPECT_EQ(m_shelf->models()->size(), 1u);
}

TEST_F(ModelShelfTest, AModelWithoutANameTakesThatOfItsFile) {
    EXPECT_EQ(add(modelFile("")).name, "file of ");
}

TEST_F(ModelShelfTest, RenamingSurvivesAndLeavesTheFileAlone) {
    const auto model = add(modelFile("Demo"));
    ASSERT_TRUE(m_shelf->rename(model.hash, "S\xC3\xBC\xC3\x9F \"model\""));
    ModelShelf again(m_folder.path() / "models", *m_library);
    EXPECT_EQ(again.models()->front().name, "S\xC3\xBC\xC3\x9F \"model\"");
    EXPECT_EQ(core::sha256OfFile(model.file).value(), model.hash);
    EXPECT_EQ(m_shelf->rename(model.hash, "").error().code, ErrorCode::invalidArgument);
    EXPECT_EQ(m_shelf->rename(std::string(64, 'a'), "x").error().code, ErrorCode::fileNotFound);
}

TEST_F(ModelShelfTest, AModelThatScoresReferToIsKept) {
    const auto model = add(modelFile("Demo"));
    score(model.hash);
    const auto refused = m_shelf->remove(model.hash);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::inUse);
    EXPECT_EQ(refused.error().detail, "1");
    EXPECT_TRUE(std::filesystem::exists(model.file));
}

TEST_F(ModelShelfTest, AModelWithoutScoresCanBeRemoved) {
    const auto model = add(modelFile("Demo"));
    ASSERT_TRUE(m_shelf->rename(model.hash, "Mine"));
    ASSERT_TRUE(m_shelf->remove(model.hash));
    EXPECT_TRUE(m_shelf->models()->empty());
    EXPECT_EQ(m_shelf->remove(model.hash).error().code, ErrorCode::fileNotFound);
    EXPECT_EQ(m_shelf->remove("../library").error().code, ErrorCode::fileNotFound);
    EXPECT_EQ(add(modelFile("Demo")).name, "Demo");
}

TEST_F(ModelShelfTest, ABrokenFileIsRefusedAndABrokenShelfEntryIsShownWithItsProblem) {
    EXPECT_FALSE(m_shelf->add(m_folder.write("bad.psmodel", "no zip")));
    EXPECT_EQ(m_shelf->add(m_folder.path() / "none.psmodel").error().code, ErrorCode::fileNotFound);
    EXPECT_TRUE(m_shelf->models()->empty());
    m_folder.write("models/" + std::string(64, 'b') + ".psmodel", "no zip");
    m_folder.write("models/notes.txt");
    const auto models = m_shelf->models();
    ASSERT_EQ(models->size(), 1u);
    EXPECT_EQ(models->front().problem, "badModelFile");
    EXPECT_EQ(models->front().name, "bbbbbbbb");
}

TEST_F(ModelShelfTest, DamagedNamesDoNotHideTheModels) {
    static_cast<void>(add(modelFile("Demo")));
    m_folder.write("models/names.json", "{ not json");
    EXPECT_EQ(m_shelf->models()->front().name, "Demo");
}

TEST_F(ModelShelfTest, ModelsAreSortedByName) {
    static_cast<void>(add(modelFile("b", 1)));
    static_cast<void>(add(modelFile("a", 2)));
    const auto models = m_shelf->models();
    ASSERT_EQ(models->size(), 2u);
    EXPECT_EQ(models->front().name, "a");
}

} // namespace
} // namespace pleurascope::reading
