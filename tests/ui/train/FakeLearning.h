// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/learning/LearningModule.h"
#include "engine/training/RunRecords.h"

#include <chrono>
#include <cmath>
#include <fstream>
#include <thread>

namespace pleurascope::test {

/// Trains nothing, but reports as if, and leaves the files of a run. `failure` ends every run with that
/// error; `endless` goes on until it is stopped.
class FakeLearning : public learning::LearningModule {
public:
    [[nodiscard]] const learning::RuntimeInfo& runtime() const override { return m_runtime; }
    [[nodiscard]] core::Result<std::shared_ptr<inference::Predictor>>
    openModel(const std::filesystem::path&, inference::DeviceChoice) override {
        return core::failure(core::ErrorCode::fileNotFound);
    }
    [[nodiscard]] std::unique_ptr<explain::Explainer>
    makeExplainer(std::shared_ptr<inference::Predictor>) override {
        return nullptr;
    }
    [[nodiscard]] core::Result<void> exportTorchScript(const std::filesystem::path&,
                                                       const std::filesystem::path&) override {
        return core::failure(core::ErrorCode::internal);
    }
    [[nodiscard]] core::Result<training::Evaluation> evaluate(const training::EvaluationConfig&,
                                                              intake::FilmReader&,
                                                              const core::ProgressObserver&,
                                                              std::stop_token) override {
        return core::failure(core::ErrorCode::internal);
    }

    [[nodiscard]] static training::EpochRecord epoch(int number) {
        training::EpochRecord record;
        record.epoch = number;
        const auto fill = [number](training::SideMetrics& side, double limit, double pace) {
            const double grown = 1 - std::exp(-number / pace);
            const double wave = 0.012 * std::sin(number * 2.3);
            side.loss = 0.7 - (limit - 0.35) * 0.9 * grown + wave;
            side.auc = 0.6 + (limit - 0.6) * grown + wave;
            side.accuracy = 0.55 + (limit - 0.6) * grown - wave;
            side.precision = 0.4 + (limit - 0.5) * grown + wave;
            side.recall = 0.3 + (limit - 0.4) * grown - wave;
        };
        fill(record.training, 0.99, 8);
        fill(record.validation, 0.9, 6);
        record.seconds = number * 0.4;
        return record;
    }

    [[nodiscard]] core::Result<training::TrainingOutcome> train(const training::TrainingConfig& config,
                                                                intake::FilmReader&,
                                                                training::TrainingObserver& observer,
                                                                std::stop_token stop) override {
        lastConfig = config;
        if (failure)
            return core::failure(failure->code, failure->detail, failure->path);
        std::filesystem::create_directories(config.output);
        training::DatasetSummary summary{481, 119, 240, 60, 0, "CPU, 2 threads", "random"};
        summary.validationLeaks = leaking;
        observer.dataRead(summary);
        if (!config.resume)
            std::ofstream(config.output / "run.json")
                << training::runJson(config, {{}, {}, {}, {}, {}, {}, summary});
        for (std::uint64_t film = 0; film <= 600; film += 50)
            observer.advanced({film, 600, "films"});
        std::ofstream history(config.output / "history.csv",
                              config.resume ? std::ios::app : std::ios::trunc);
        if (!config.resume)
            history << "epoch,loss,val_loss,auc,val_auc\n";
        training::TrainingOutcome outcome;
        for (int number = config.resume ? firstEpoch : 1;
             (endless || number <= config.epochs) && !stop.stop_requested(); ++number) {
            const training::EpochRecord record = epoch(number);
            history << number << ',' << record.training.loss << ',' << record.validation.loss << ','
                    << record.training.auc << ',' << record.validation.auc << '\n';
            observer.advanced({std::uint64_t(number), std::uint64_t(config.epochs), "epochs"});
            observer.epochFinished(record);
            outcome.epochs = number;
            if (record.validation.auc > outcome.bestValidationAuc) {
                outcome.bestValidationAuc = record.validation.auc;
                outcome.bestEpoch = number;
            }
            std::this_thread::sleep_for(pause);
        }
        std::ofstream(config.output / "model.psmodel") << "model";
        outcome.model = (config.output / "model.psmodel").string();
        outcome.outcome = stop.stop_requested() ? core::Outcome::stopped : core::Outcome::finished;
        return outcome;
    }

    std::optional<core::Error> failure;
    bool endless = false;
    bool leaking = false;
    int firstEpoch = 1; ///< of a run that is gone on with
    std::chrono::milliseconds pause{1};
    training::TrainingConfig lastConfig;

private:
    learning::RuntimeInfo m_runtime{"1.13", "libopenblas", false, 2, {}};
};

} // namespace pleurascope::test
