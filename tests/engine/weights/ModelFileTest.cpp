// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/weights/ModelFile.h"
#include "engine/core/Files.h"
#include "engine/weights/ModelJson.h"

#include <gtest/gtest.h>

#include <unistd.h>

namespace pleurascope::weights {
namespace {

class ModelFile : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder =
            std::filesystem::temp_directory_path() / ("pleurascope-model-" + std::to_string(::getpid()));
        std::filesystem::create_directories(m_folder);
        m_file = m_folder / "m.psmodel";
        m_model.description.name = "narrow, Jürgen's";
        m_model.description.backbone.filters = {8, 12, 16, 24};
        m_model.description.scaling = Scaling::unit;
        m_model.description.threshold = 0.42;
        m_model.description.thresholdRule = "youden";
        m_model.description.temperature = 1.625;
        m_model.description.calibratedOn = 120;
        m_model.description.provenance.metrics = {{"val_auc", 0.875}};
        m_model.tensors = {{"dense/kernel", {{2, 2}, {1, 2, 3, 4}}}, {"dense/bias", {{2}, {0, 1}}}};
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    std::filesystem::path m_folder, m_file;
    ModelContents m_model;
};

TEST_F(ModelFile, ComesBackAsItWasWritten) {
    ASSERT_TRUE(writeModelFile(m_file, m_model));
    const auto back = readModelFile(m_file);
    ASSERT_TRUE(back) << core::describe(back.error());
    EXPECT_EQ(toJson(back->description), toJson(m_model.description));
    EXPECT_EQ(back->tensors.at("dense/kernel").values, m_model.tensors.at("dense/kernel").values);
}

TEST_F(ModelFile, IsTheSameBytesForTheSameModel) {
    ASSERT_TRUE(writeModelFile(m_file, m_model));
    ASSERT_TRUE(writeModelFile(m_folder / "n.psmodel", m_model));
    EXPECT_EQ(*core::readFile(m_file), *core::readFile(m_folder / "n.psmodel"));
}

TEST_F(ModelFile, CutShortAnywhereIsRefusedWithItsPath) {
    ASSERT_TRUE(writeModelFile(m_file, m_model));
    const auto whole = *core::readFile(m_file);
    for (std::size_t size = 0; size < whole.size(); size += 7) {
        ASSERT_TRUE(core::writeFileAtomically(m_file, std::span(whole).first(size)));
        const auto read = readModelFile(m_file);
        ASSERT_FALSE(read) << size;
        EXPECT_EQ(read.error().path, m_file.string());
    }
}

TEST_F(ModelFile, AlteredWeightsAreNoticed) {
    ASSERT_TRUE(writeModelFile(m_file, m_model));
    auto bytes = *core::readFile(m_file);
    const std::string text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const auto place = text.find("data_offsets");
    ASSERT_NE(place, std::string::npos);
    bytes[place + 60] ^= std::byte{1};
    ASSERT_TRUE(core::writeFileAtomically(m_file, bytes));
    EXPECT_FALSE(readModelFile(m_file));
}

TEST_F(ModelFile, MissingFileIsNotFound) {
    EXPECT_EQ(readModelFile(m_folder / "none.psmodel").error().code, core::ErrorCode::fileNotFound);
}

TEST_F(ModelFile, FullDeviceKeepsTheOldFile) {
    const auto written = writeModelFile("/dev/full/m.psmodel", m_model);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, core::ErrorCode::writeFailed);
}

TEST_F(ModelFile, KeepsItsCalibration) {
    ASSERT_TRUE(writeModelFile(m_file, m_model));
    const auto back = readModelDescription(m_file);
    ASSERT_TRUE(back);
    EXPECT_TRUE(back->isCalibrated());
    EXPECT_EQ(back->thresholdRule, "youden");
    EXPECT_DOUBLE_EQ(back->temperature, 1.625);
    EXPECT_EQ(back->calibratedOn, 120);
}

TEST(ModelJson, ADescriptionFromBeforeCalibrationIsUncalibrated) {
    std::string text = toJson({});
    for (const std::string key : {"threshold_rule", "temperature", "calibrated_on"}) {
        const auto place = text.find("\"" + key + "\"");
        ASSERT_NE(place, std::string::npos) << key;
        text.insert(place + 1, "not_yet_");
    }
    const auto old = modelDescriptionFromJson(text);
    ASSERT_TRUE(old) << core::describe(old.error());
    EXPECT_FALSE(old->isCalibrated());
    EXPECT_EQ(old->temperature, 1);
    EXPECT_EQ(old->thresholdRule, "default");
}

TEST(ModelJson, ChecksTypesAndRanges) {
    const std::string good = toJson({});
    ASSERT_TRUE(modelDescriptionFromJson(good));
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return modelDescriptionFromJson(text.replace(at, from.size(), to));
    };
    EXPECT_FALSE(with("\"input_size\": 224", "\"input_size\": 7"));
    EXPECT_FALSE(with("\"input_size\": 224", "\"input_size\": \"224\""));
    EXPECT_FALSE(with("\"positive_class\": 1", "\"positive_class\": 2"));
    EXPECT_FALSE(with("\"threshold\": 0.5", "\"threshold\": 1.5"));
    EXPECT_FALSE(with("\"temperature\": 1.0", "\"temperature\": 0.0"));
    EXPECT_FALSE(with("\"calibrated_on\": 0", "\"calibrated_on\": -1"));
    EXPECT_FALSE(with("\"scaling\": \"tf\"", "\"scaling\": \"caffe\""));
    EXPECT_FALSE(with("\"family\": \"resnetv2\"", "\"family\": \"vgg\""));
    const auto later = with("\"format\": 1", "\"format\": 2");
    ASSERT_FALSE(later);
    EXPECT_EQ(later.error().code, core::ErrorCode::unsupportedFormat);
}

} // namespace
} // namespace pleurascope::weights
