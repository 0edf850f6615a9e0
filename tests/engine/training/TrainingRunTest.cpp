// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/training/TrainingRun.h"
#include "engine/core/Files.h"
#include "engine/imaging/ImageFile.h"
#include "engine/training/RunRecords.h"
#include "engine/weights/ModelFile.h"
#include "tests/support/TemporaryFolder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <functional>
#include <random>

namespace pleurascope::training {
namespace {

/// A film of noise; with an 'effusion' its lower third is bright.
core::PixelBuffer drawFilm(bool effusion, std::uint32_t seed) {
    std::mt19937 generator(seed);
    std::vector<std::uint8_t> pixels(48 * 48);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = static_cast<std::uint8_t>(generator() % 160 + (effusion && i / 48 > 30 ? 60 : 40));
    return core::PixelBuffer::fromVector(48, 48, 1, core::SampleType::u8, std::move(pixels));
}

struct Recorder : TrainingObserver {
    DatasetSummary data;
    std::vector<EpochRecord> epochs;
    std::function<void(int)> onEpoch = [](int) {};
    void dataRead(const DatasetSummary& summary) override { data = summary; }
    void epochFinished(const EpochRecord& record) override {
        epochs.push_back(record);
        onEpoch(record.epoch);
    }
};

class TrainingRunTest : public ::testing::Test {
protected:
    void SetUp() override {
        for (const char* name : {"effusion", "nofinding"})
            for (int i = 0; i < 16; ++i)
                draw(name, i, static_cast<std::uint32_t>(i) + (name[0] == 'e' ? 100 : 0));
        m_config.data = m_folder.path() / "films";
        m_config.backbone.stemFilters = 8;
        m_config.backbone.blocks = {1, 2};
        m_config.backbone.filters = {4, 8};
        m_config.head = {{16}, {0.2}};
        m_config.inputSize = 48;
        m_config.epochs = 5;
        m_config.batch = 8;
        m_config.learningRate = 0.01;
        m_config.modelName = "model";
        m_config.device = inference::DeviceChoice::cpu;
    }
    void draw(const std::string& name, int i, std::uint32_t seed) {
        std::filesystem::create_directories(m_folder.path() / "films" / name);
        ASSERT_TRUE(imaging::writePng(m_folder.path() / "films" / name / (std::to_string(i) + ".png"),
                                      drawFilm(name[0] == 'e', seed)));
    }
    core::Result<TrainingOutcome> run(const std::string& output, std::stop_token stop = {}) {
        m_config.output = m_folder.path() / output;
        return runTraining(m_config, m_reader, m_recorder, std::move(stop));
    }
    /// Runs until `epoch` is over, then stops.
    void runUntil(int epoch, const std::string& output) {
        std::stop_source stop;
        m_recorder.onEpoch = [&](int done) {
            if (done == epoch)
                stop.request_stop();
        };
        const auto outcome = run(output, stop.get_token());
        m_recorder.onEpoch = [](int) {};
        ASSERT_TRUE(outcome) << core::describe(outcome.error());
        EXPECT_EQ(outcome->outcome, core::Outcome::stopped);
        EXPECT_EQ(outcome->epochs, epoch);
    }
    /// Goes on with what its run.json says, as a program would that was started anew.
    core::Result<TrainingOutcome> resume(const std::string& output) {
        const auto config = configFromRunJson(*core::readText(m_folder.path() / output / "run.json"));
        EXPECT_TRUE(config);
        m_config = *config;
        m_config.resume = true;
        return run(output);
    }
    static void expectSameWeights(const std::string& one, const std::string& other) {
        const auto a = weights::readModelFile(one), b = weights::readModelFile(other);
        ASSERT_TRUE(a && b);
        ASSERT_EQ(a->tensors.size(), b->tensors.size());
        for (const auto& [name, tensor] : a->tensors)
            EXPECT_EQ(tensor.values, b->tensors.at(name).values) << name;
    }
    /// The lines of history.csv without the time, which is their last column.
    [[nodiscard]] std::string history(const std::string& output) const {
        std::ifstream file(m_folder.path() / output / "history.csv");
        std::string text;
        for (std::string line; std::getline(file, line);)
            text += line.substr(0, line.rfind(',')) + "\n";
        return text;
    }

    test::TemporaryFolder m_folder;
    TrainingConfig m_config;
    Recorder m_recorder;
    intake::FilmReader m_reader{std::filesystem::path(PLEURASCOPE_BIN_DIR) / "pleurascope-reader"};
};

/// A kind of run by name.
struct Kind {
    const char* name;
    void (*set)(TrainingConfig&);
};

class ResumedRun : public TrainingRunTest, public ::testing::WithParamInterface<Kind> {};

TEST_P(ResumedRun, EndsWithTheSameWeightsAsOneThatWasNeverStopped) {
    GetParam().set(m_config);
    const auto whole = run("whole");
    ASSERT_TRUE(whole) << core::describe(whole.error());
    runUntil(2, "stopped");
    const auto resumed = resume("stopped");
    ASSERT_TRUE(resumed) << core::describe(resumed.error());
    EXPECT_EQ(resumed->outcome, core::Outcome::finished);
    EXPECT_EQ(resumed->epochs, m_config.epochs);
    EXPECT_EQ(resumed->bestEpoch, whole->bestEpoch);
    expectSameWeights(whole->model, resumed->model);
    EXPECT_EQ(history("stopped"), history("whole"));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ResumedRun,
    ::testing::Values(Kind{"head", [](TrainingConfig&) {}},
                      Kind{"stage",
                           [](TrainingConfig& c) {
                               c.fineTuning = {"conv3", 0.001};
                               c.optimization.optimizer = OptimizerKind::adamw;
                               c.optimization.schedule = ScheduleKind::cosine;
                               c.mirror = Mirror::drawn;
                               c.flipAverage = true;
                           }},
                      Kind{"wholeNetwork", [](TrainingConfig& c) { c.trainBackbone = true; }},
                      Kind{"fixedCopies",
                           [](TrainingConfig& c) {
                               c.augmentation.recipe = *data::augmentationPreset("notebook");
                               c.mirror = Mirror::both;
                           }},
                      Kind{"freshCopies",
                           [](TrainingConfig& c) {
                               c.fineTuning = {"conv3_block2", 0.001};
                               c.augmentation.recipe = *data::augmentationPreset("default");
                               c.augmentation.mode = data::AugmentationMode::freshEachEpoch;
                           }},
                      Kind{"drawnCopies",
                           [](TrainingConfig& c) {
                               c.augmentation.recipe = *data::augmentationPreset("default");
                               c.augmentation.mode = data::AugmentationMode::drawnFromSet;
                               c.keptEpoch = KeptEpoch::last;
                           }}),
    [](const auto& kind) { return kind.param.name; });

TEST_F(TrainingRunTest, ARunThatDiedBetweenCheckpointAndHistoryIsMadeWhole) {
    ASSERT_TRUE(run("whole"));
    runUntil(3, "killed");
    // As if the power had gone after the third checkpoint and before its lines; half a line of a later time.
    for (const char* name : {"history.csv", "events.jsonl"}) {
        const auto file = m_folder.path() / "killed" / name;
        auto text = *core::readText(file);
        text.resize(text.find('\n', text.find(name[0] == 'h' ? "\n2," : "\"epoch\":2")) + 1);
        ASSERT_TRUE(core::writeFileAtomically(file, text + "{\"epo"));
    }
    m_config.resume = true;
    const auto resumed = resume("killed");
    ASSERT_TRUE(resumed) << core::describe(resumed.error());
    EXPECT_EQ(history("killed"), history("whole"));
}

TEST_F(TrainingRunTest, ResumingIsRefusedWhereFilmsAreOthers) {
    runUntil(2, "stopped");
    draw("effusion", 3, 4711);
    const auto resumed = resume("stopped");
    ASSERT_FALSE(resumed);
    EXPECT_EQ(resumed.error().code, core::ErrorCode::invalidArgument);
    EXPECT_NE(resumed.error().detail.find("films"), std::string::npos);
    EXPECT_TRUE(std::filesystem::exists(m_folder.path() / "stopped/state/state.json"));
}

TEST_F(TrainingRunTest, AFinishedRunThatIsResumedStaysAsItIs) {
    const auto finished = run("run");
    ASSERT_TRUE(finished);
    const auto weights = weights::readModelFile(finished->model);
    const auto again = resume("run");
    ASSERT_TRUE(again) << core::describe(again.error());
    EXPECT_EQ(again->epochs, finished->epochs);
    EXPECT_EQ(weights::readModelFile(again->model)->tensors.at("dense/kernel").values,
              weights->tensors.at("dense/kernel").values);
}

TEST_F(TrainingRunTest, TheLastEpochIsKeptWhereAskedFor) {
    m_config.keptEpoch = KeptEpoch::last;
    const auto outcome = run("last");
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_EQ(outcome->bestEpoch, m_config.epochs);
    m_config.optimization.earlyStopping = 100;
    EXPECT_EQ(m_config.effectiveKeptEpoch(), KeptEpoch::best);
}

TEST_F(TrainingRunTest, FineTuningLeavesWhatIsBelowTheStageAndMovesTheRest) {
    m_config.epochs = 1;
    const auto frozen = run("frozen");
    m_config.fineTuning = {"conv3", 0.001};
    const auto tuned = run("tuned");
    ASSERT_TRUE(frozen && tuned);
    const auto before = weights::readModelFile(frozen->model), after = weights::readModelFile(tuned->model);
    for (const auto& [name, tensor] : before->tensors) {
        if (name.starts_with("dense"))
            continue;
        const bool isStage = name.starts_with("conv3_") || name.starts_with("post_bn");
        const bool moves = isStage && name.find("/moving_") == std::string::npos;
        EXPECT_EQ(tensor.values != after->tensors.at(name).values, moves) << name;
    }
}

TEST_F(TrainingRunTest, KeptFeaturesGiveTheSameRunAndDamagedOnesAreComputedAnew) {
    m_config.fineTuning = {"conv3", 0.001};
    const auto without = run("without");
    m_config.featureCache = m_folder.path() / "features";
    const auto first = run("first"), second = run("second");
    ASSERT_TRUE(without && first && second);
    expectSameWeights(without->model, first->model);
    expectSameWeights(without->model, second->model);
    int entries = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(m_config.featureCache))
        if (entry.is_regular_file() && ++entries % 2 == 0)
            std::filesystem::resize_file(entry.path(), entry.file_size() - 1);
        else if (entry.is_regular_file())
            std::fstream(entry.path(), std::ios::in | std::ios::out | std::ios::binary).seekp(100).put('!');
    EXPECT_EQ(entries, 32);
    const auto third = run("third");
    ASSERT_TRUE(third);
    expectSameWeights(without->model, third->model);
}

TEST_F(TrainingRunTest, EndsEarlyWhereTheValidationAucNoLongerRises) {
    m_config.epochs = 40;
    m_config.optimization.earlyStopping = 3;
    const auto outcome = run("run");
    ASSERT_TRUE(outcome);
    EXPECT_EQ(outcome->outcome, core::Outcome::finished);
    EXPECT_TRUE(outcome->endedEarly);
    EXPECT_EQ(outcome->epochs, outcome->bestEpoch + 3);
}

TEST_F(TrainingRunTest, TheNotebooksLeakIsSaidEverywhere) {
    m_config.kerasSplit = m_config.splitLast = true;
    m_config.augmentPositiveOnly = true;
    m_config.augmentation.recipe = *data::augmentationPreset("notebook");
    m_config.augmentation.sampledCopies = 12;
    const auto outcome = run("run");
    ASSERT_TRUE(outcome) << core::describe(outcome.error());
    EXPECT_TRUE(m_recorder.data.validationLeaks);
    EXPECT_EQ(m_recorder.data.trainingItems + m_recorder.data.validationItems, 44);
    EXPECT_TRUE(weights::readModelFile(outcome->model)->description.provenance.validationLeaks);
    EXPECT_TRUE(outcome->validationLeaks);
    EXPECT_NE(doneJson(*outcome).find("validation_leaks"), std::string::npos);
    for (const char* name : {"run.json", "history.csv", "events.jsonl", "lineage.csv"})
        EXPECT_NE(core::readText(m_folder.path() / "run" / name)->find("validation_leaks"), std::string::npos)
            << name;
}

TEST_F(TrainingRunTest, MixedPrecisionIsRefusedOnTheProcessor) {
    m_config.optimization.mixedPrecision = true;
    const auto outcome = run("run");
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().code, core::ErrorCode::invalidArgument);
    EXPECT_FALSE(std::filesystem::exists(m_folder.path() / "run"));
}

} // namespace
} // namespace pleurascope::training
