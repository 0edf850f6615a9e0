// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Files.h"
#include "engine/training/Experiment.h"
#include "engine/training/RunRecords.h"
#include "tests/support/TemporaryFolder.h"

#include <atomic>
#include <fstream>
#include <gtest/gtest.h>
#include <random>

namespace pleurascope::training {

/// Films of noise, which a test may make alike.
class NoiseReader : public intake::FilmReader {
public:
    NoiseReader()
        : FilmReader({}) {}

    core::Result<intake::Film> readFilm(const std::filesystem::path& path, int /*frame*/) override {
        ++read;
        const auto name = path.filename().string();
        const auto look = looks.contains(name) ? looks[name] : std::hash<std::string>{}(name);
        std::mt19937 generator(static_cast<std::uint32_t>(look));
        std::vector<std::uint8_t> pixels(60 * 60);
        for (auto& pixel : pixels)
            pixel = static_cast<std::uint8_t>(generator());
        intake::Film film;
        film.image.pixels = core::PixelBuffer::fromVector(60, 60, 1, core::SampleType::u8, std::move(pixels));
        return film;
    }

    std::map<std::string, std::size_t> looks; ///< seed by file name
    std::atomic<int> read = 0;
};

/// 32 films, every second one positive, the first half of known patients with two films each, and runs that
/// write down which films they were given instead of training.
class PretendedRuns : public ::testing::Test {
protected:
    static constexpr std::size_t films = 32;
    static constexpr double secondsOfARun = 1000;

    PretendedRuns() {
        std::string table = "path,label,patient_id\n";
        for (std::size_t i = 0; i < films; ++i) {
            table += pathOf(i) + (i % 2 == 0 ? ",effusion," : ",nofinding,") + patientOf(pathOf(i)) + "\n";
            std::ofstream(m_folder.path() / pathOf(i)) << "film " << i;
        }
        std::ofstream(m_folder.path() / "labels.csv") << table;
        m_run.data = m_folder.path();
        m_run.labels = m_folder.path() / "labels.csv";
        m_run.output = m_folder.path() / "DIR";
    }

    static std::string pathOf(std::size_t film) { return "film-" + std::to_string(film) + ".png"; }
    static std::string patientOf(const std::string& path) {
        const auto film = std::stoul(path.substr(5));
        return film < films / 2 ? "P" + std::to_string(film % (films / 4)) : std::string();
    }

    [[nodiscard]] std::vector<std::string> pathsIn(const std::filesystem::path& table) const {
        const auto dataset = data::datasetFromCsv(m_run.data, table);
        std::vector<std::string> paths;
        for (const auto& sample : dataset.value().samples)
            paths.push_back(sample.path);
        return paths;
    }

    core::Result<TrainingOutcome> train(const TrainingConfig& config) {
        if (trainingError)
            return tl::unexpected(*trainingError);
        trained.push_back(pathsIn(config.labels));
        configs.push_back(config);
        std::filesystem::create_directories(config.output);
        TrainingOutcome outcome;
        outcome.epochs = outcome.bestEpoch = 7;
        outcome.bestValidationAuc = worthOf ? worthOf(config) : 0.75;
        outcome.seconds = secondsOfARun;
        outcome.model = (config.output / "model.psmodel").string();
        std::ofstream(outcome.model) << "model";
        std::ofstream(config.output / "events.jsonl") << doneJson(outcome) << "\n";
        if (afterTraining)
            afterTraining(trained.size());
        return outcome;
    }

    core::Result<Evaluation> evaluate(const EvaluationConfig& config) {
        evaluated.push_back(pathsIn(config.labels));
        models.push_back(config.model);
        Evaluation evaluation;
        for (const auto& path : evaluated.back()) {
            const bool positive = std::stoul(path.substr(5)) % 2 == 0;
            evaluation.films.push_back({path, positive ? "effusion" : "nofinding", positive ? 0.75 : 0.25});
            evaluation.positives += positive;
        }
        evaluation.n = static_cast<int>(evaluation.films.size());
        evaluation.auc = 1;
        return evaluation;
    }

    RunFunctions functions() {
        return {[this](const TrainingConfig& config, TrainingObserver&, std::stop_token) {
                    return train(config);
                },
                [this](const EvaluationConfig& config, std::stop_token) { return evaluate(config); }};
    }

    test::TemporaryFolder m_folder;
    NoiseReader m_reader;
    TrainingConfig m_run;
    std::vector<std::vector<std::string>> trained, evaluated; ///< films, by call
    std::vector<TrainingConfig> configs;
    std::vector<std::filesystem::path> models;
    std::function<void(std::size_t)> afterTraining;
    std::function<double(const TrainingConfig&)> worthOf;
    std::optional<core::Error> trainingError;
};

} // namespace pleurascope::training
