// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/learning/LearningModule.h"
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "engine/intake/FilmReader.h"
#include "engine/weights/ModelFile.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <random>
#include <thread>
#include <unistd.h>

namespace pleurascope::learning {
namespace {

/// A film of noise; with an 'effusion' its lower third is bright.
core::PixelBuffer drawFilm(bool effusion, std::uint32_t seed) {
    std::mt19937 generator(seed);
    std::vector<std::uint8_t> pixels(48 * 48);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::uint8_t>(generator() % 80 + (effusion && i / 48 > 30 ? 120 : 40));
    return core::PixelBuffer::fromVector(48, 48, 1, core::SampleType::u8, std::move(pixels));
}

struct Recorder : training::TrainingObserver {
    std::vector<training::EpochRecord> epochs;
    std::function<void()> onEpoch, onAdvance;
    void epochFinished(const training::EpochRecord& record) override {
        epochs.push_back(record);
        if (onEpoch)
            onEpoch();
    }
    void advanced(const core::Progress&) override {
        if (onAdvance)
            onAdvance();
    }
};

class LearningModuleTest : public ::testing::Test {
protected:
    void SetUp() override {
        const auto opened =
            openLearningModule(std::filesystem::path(PLEURASCOPE_LIB_DIR) / "libpleurascope-learning.so");
        ASSERT_TRUE(opened) << core::describe(opened.error());
        m_module = *opened;
        m_folder =
            std::filesystem::temp_directory_path() / ("pleurascope-learning-" + std::to_string(::getpid()));
        std::filesystem::remove_all(m_folder);
        for (const char* name : {"effusion", "nofinding"})
            for (int i = 0; i < 20; ++i) {
                std::filesystem::create_directories(m_folder / "films" / name);
                ASSERT_TRUE(imaging::writePng(film(name, i),
                                              drawFilm(name[0] == 'e', static_cast<std::uint32_t>(i))));
            }
        m_config.data = m_folder / "films";
        m_config.output = m_folder / "RUN";
        m_config.backbone.stemFilters = 8;
        m_config.backbone.blocks = {1, 1};
        m_config.backbone.filters = {4, 8};
        m_config.head = {{16}, {0.2}};
        m_config.inputSize = 48;
        m_config.epochs = 4;
        m_config.batch = 8;
        m_config.learningRate = 0.01;
        m_config.device = inference::DeviceChoice::cpu;
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    [[nodiscard]] std::filesystem::path film(const std::string& name, int i) const {
        return m_folder / "films" / name / (std::to_string(i) + ".png");
    }
    core::Result<training::TrainingOutcome> train(Recorder& recorder, std::stop_token stop = {}) {
        return m_module->train(m_config, m_reader, recorder, stop);
    }
    imaging::InputPlanes planes(const std::filesystem::path& file) {
        return imaging::inputPlanes(m_reader.readFilm(file)->image, m_config.inputSize);
    }

    LearningModule* m_module = nullptr;
    intake::FilmReader m_reader{std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader"};
    std::filesystem::path m_folder;
    training::TrainingConfig m_config;
};

TEST_F(LearningModuleTest, TrainsAHeadAndPredictsAndExplainsWithIt) {
    Recorder recorder;
    m_config.epochs = 20;
    const auto outcome = train(recorder);
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_EQ(outcome->outcome, core::Outcome::finished);
    ASSERT_EQ(recorder.epochs.size(), 20U);
    EXPECT_LT(recorder.epochs.back().training.loss, recorder.epochs.front().training.loss);
    EXPECT_GT(outcome->bestValidationAuc, 0.9);
    const auto predictor = m_module->openModel(outcome->model, inference::DeviceChoice::cpu);
    ASSERT_TRUE(predictor) << core::describe(predictor.error());
    const std::vector<imaging::InputPlanes> films{planes(film("effusion", 0)), planes(film("nofinding", 0))};
    const auto predictions = (*predictor)->predict(films);
    ASSERT_TRUE(predictions);
    EXPECT_GT((*predictions)[0].logit, (*predictions)[1].logit);
    const auto explainer = m_module->makeExplainer(*predictor);
    EXPECT_EQ(explainer->layers().back(), m_config.backbone.cut);
    const auto heatmap = explainer->explain(films[0], {});
    ASSERT_TRUE(heatmap);
    EXPECT_NEAR(heatmap->prediction.logit, (*predictions)[0].logit, 1e-4);
    EXPECT_EQ(heatmap->map.channels(), 1);
    EXPECT_FALSE(explainer->explain(films[0], {"conv9_out", -1, explain::Score::logit}));
}

TEST_F(LearningModuleTest, TheSameRunTwiceGivesTheSameModel) {
    Recorder first, second;
    const auto one = train(first);
    m_config.output = m_folder / "RUN2";
    m_config.modelName = "RUN";
    const auto two = train(second);
    ASSERT_TRUE(one && two);
    const auto a = weights::readModelFile(one->model), b = weights::readModelFile(two->model);
    ASSERT_TRUE(a && b);
    for (const auto& [name, tensor] : a->tensors)
        EXPECT_EQ(tensor.values, b->tensors.at(name).values) << name;
    EXPECT_EQ(first.epochs.back().validation.loss, second.epochs.back().validation.loss);
}

TEST_F(LearningModuleTest, TrainsTheWholeNetwork) {
    Recorder recorder;
    m_config.trainBackbone = true;
    m_config.epochs = 6;
    const auto outcome = train(recorder);
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_LT(recorder.epochs.back().training.loss, recorder.epochs.front().training.loss);
    EXPECT_GT(outcome->bestValidationAuc, 0.9);
}

TEST_F(LearningModuleTest, PredictionsWhileTrainingLeaveTheRunUnchanged) {
    Recorder quiet, busy;
    const auto undisturbed = train(quiet);
    ASSERT_TRUE(undisturbed);
    const auto predictor = m_module->openModel(undisturbed->model, inference::DeviceChoice::cpu);
    ASSERT_TRUE(predictor);
    const std::vector<imaging::InputPlanes> films{planes(film("effusion", 0))};
    std::atomic<int> answers = 0;
    std::jthread reviewer([&](std::stop_token stop) {
        while (!stop.stop_requested())
            answers += (*predictor)->predict(films).has_value();
    });
    m_config.output = m_folder / "RUN2";
    const auto disturbed = train(busy);
    reviewer.request_stop();
    reviewer.join();
    ASSERT_TRUE(disturbed);
    EXPECT_GT(answers, 0);
    EXPECT_EQ(quiet.epochs.back().validation.loss, busy.epochs.back().validation.loss);
}

TEST_F(LearningModuleTest, StoppingKeepsTheBestEpochSoFar) {
    Recorder recorder;
    std::stop_source stop;
    m_config.epochs = 1000;
    recorder.onEpoch = [&] {
        if (recorder.epochs.size() == 3)
            stop.request_stop();
    };
    const auto outcome = train(recorder, stop.get_token());
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->outcome, core::Outcome::stopped);
    EXPECT_EQ(outcome->epochs, 3);
    EXPECT_TRUE(weights::readModelFile(outcome->model));
}

TEST_F(LearningModuleTest, StoppingBeforeTheFirstEpochLeavesNothingBehind) {
    Recorder recorder;
    std::stop_source stop;
    recorder.onAdvance = [&] { stop.request_stop(); };
    const auto outcome = train(recorder, stop.get_token());
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->outcome, core::Outcome::stopped);
    EXPECT_TRUE(outcome->model.empty());
    EXPECT_FALSE(std::filesystem::exists(m_config.output));
}

TEST_F(LearningModuleTest, AnUnreadableFilmIsNamedAndNoRunIsLeft) {
    std::ofstream(film("effusion", 7)) << "no image";
    Recorder recorder;
    const auto outcome = train(recorder);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().path, film("effusion", 7).string());
    EXPECT_FALSE(std::filesystem::exists(m_config.output));
}

TEST_F(LearningModuleTest, EvaluatesAndRefusesLabelsThatTheModelDoesNotKnow) {
    Recorder recorder;
    m_config.epochs = 15;
    const auto outcome = train(recorder);
    ASSERT_TRUE(outcome);
    const auto evaluation =
        m_module->evaluate({outcome->model, m_config.data, {}}, m_reader, [](const auto&) {}, {});
    ASSERT_TRUE(evaluation) << core::describe(evaluation.error());
    EXPECT_EQ(evaluation->n, 40);
    EXPECT_EQ(evaluation->positives, 20);
    EXPECT_EQ(evaluation->tp + evaluation->fn, 20);
    EXPECT_EQ(evaluation->fp + evaluation->tn, 20);
    EXPECT_LE(evaluation->aucLow, evaluation->auc);
    std::filesystem::rename(m_folder / "films/nofinding", m_folder / "films/normal");
    const auto refused =
        m_module->evaluate({outcome->model, m_config.data, {}}, m_reader, [](const auto&) {}, {});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, core::ErrorCode::unknownLabel);
    EXPECT_EQ(refused.error().detail, "normal");
}

} // namespace
} // namespace pleurascope::learning
