// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/intake/FilmReader.h"
#include "engine/learning/LearningModule.h"
#include "tests/benchmarks/RandomFilms.h"
#include "tests/benchmarks/Statistics.h"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <thread>
#include <unistd.h>

namespace {

using namespace pleurascope;

/// Counts films, so that predictions can be asked while the backbone is at work.
struct Watcher : training::TrainingObserver {
    std::atomic<bool> computing = false;
    void advanced(const core::Progress& progress) override {
        computing = progress.stage == "films" && progress.done > 8;
    }
};

std::vector<double> timedPredictions(inference::Predictor& predictor,
                                     const std::vector<imaging::InputPlanes>& film, int count,
                                     const std::function<bool()>& goOn) {
    std::vector<double> milliseconds;
    while (static_cast<int>(milliseconds.size()) < count && goOn()) {
        const auto begin = std::chrono::steady_clock::now();
        if (!predictor.predict(film))
            std::abort();
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
    }
    return milliseconds;
}

} // namespace

int main() {
    using namespace pleurascope::benchmarks;
    const auto folder =
        std::filesystem::temp_directory_path() / ("pleurascope-beside-" + std::to_string(::getpid()));
    writeFilms(folder / "few", 4);
    writeFilms(folder / "many", 150);
    const auto module = learning::openLearningModule(PLEURASCOPE_LIB_DIR "/libpleurascope-learning.so");
    if (!module)
        std::abort();
    intake::FilmReader reader(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    training::TrainingConfig config; // the whole ResNet50V2 at 224
    config.data = folder / "few";
    config.output = folder / "RUN1";
    config.epochs = 1;
    config.split.validation = 0.5;
    training::TrainingObserver quiet;
    const auto first = (*module)->train(config, reader, quiet, {});
    if (!first)
        std::abort();
    const auto predictor = *(*module)->openModel(first->model, inference::DeviceChoice::automatic);
    const std::vector film{imaging::inputPlanes(reader.readFilm(folder / "few/effusion/0.png")->image, 224)};
    (void)timedPredictions(*predictor, film, 3, [] { return true; });
    const auto alone = timedPredictions(*predictor, film, 30, [] { return true; });

    Watcher watcher;
    std::stop_source stop;
    config.data = folder / "many";
    config.output = folder / "RUN2";
    std::atomic<bool> ended = false;
    std::thread trainer([&] {
        intake::FilmReader own(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
        (void)(*module)->train(config, own, watcher, stop.get_token());
        ended = true;
    });
    while (!watcher.computing && !ended)
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    const auto beside = timedPredictions(*predictor, film, 60, [&] { return watcher.computing && !ended; });
    stop.request_stop();
    trainer.join();
    print("prediction alone", alone);
    print("prediction while features are computed", beside);
    std::printf("beside / alone                      %.2f\n",
                spreadOf(beside).median / spreadOf(alone).median);
    std::filesystem::remove_all(folder);
    return 0;
}
