// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/RunRecords.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace pleurascope::training {
namespace {

TEST(RunRecords, ConfigurationComesBackFromRunJson) {
    TrainingConfig config;
    config.data = "/films";
    config.labels = "/films/labels.csv";
    config.backbone.filters = {8, 12, 16, 24};
    config.backbone.cut = "conv4_block6_out";
    config.head = {{64}, {0.25}};
    config.epochs = 7;
    config.learningRate = 0.0003;
    config.split = {data::SplitUnit::image, 0.25, 11};
    config.scaling = weights::Scaling::unit;
    config.positive = "effusion";
    config.device = inference::DeviceChoice::cpu;
    const std::string text = runJson(config, {});
    const auto back = configFromRunJson(text);
    ASSERT_TRUE(back) << core::describe(back.error());
    EXPECT_EQ(runJson(*back, {}), text);
    EXPECT_EQ(back->split.unit, data::SplitUnit::image);
    EXPECT_EQ(back->learningRate, 0.0003);
}

TEST(RunRecords, ABrokenRunJsonNamesTheKey) {
    const auto config = configFromRunJson(R"({"config":{"data":"/films"}})");
    ASSERT_FALSE(config);
    EXPECT_NE(config.error().detail.find("labels"), std::string::npos);
}

TEST(RunRecords, AnEpochIsOneLineWithEveryMeasureAndItsTwin) {
    EpochRecord record;
    record.epoch = 3;
    record.training.loss = 0.5;
    record.validation.auc = 0.875;
    const auto line = epochJson(record);
    EXPECT_EQ(line.find('\n'), std::string::npos);
    const auto j = nlohmann::json::parse(line);
    EXPECT_EQ(j["epoch"], 3);
    EXPECT_EQ(j["loss"], 0.5);
    EXPECT_EQ(j["val_auc"], 0.875);
    for (const char* name : {"loss", "accuracy", "auc", "precision", "recall", "keras_auc"}) {
        EXPECT_TRUE(j.contains(name)) << name;
        EXPECT_TRUE(j.contains(std::string("val_") + name)) << name;
    }
}

TEST(RunRecords, HistoryLinesHaveTheColumnsOfTheHeader) {
    const auto commas = [](const std::string& text) { return std::count(text.begin(), text.end(), ','); };
    EXPECT_EQ(commas(historyHeader()), commas(historyLine({})));
}

} // namespace
} // namespace pleurascope::training
