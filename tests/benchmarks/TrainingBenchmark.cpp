// SPDX-License-Identifier: GPL-3.0-or-later
// A run on a frozen ResNet50V2 at 224: the one pass of its films, and fifty epochs of the head on the
// features; and how much memory it took.
#include "engine/intake/FilmReader.h"
#include "engine/learning/LearningModule.h"
#include "tests/benchmarks/RandomFilms.h"
#include "tests/benchmarks/Statistics.h"

#include <chrono>
#include <cstdlib>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace pleurascope;
using Clock = std::chrono::steady_clock;

/// Notes when the pass of the films began and ended, and the epochs'.
struct Watcher : training::TrainingObserver {
    Clock::time_point began = Clock::now(), passed, ended;
    void dataRead(const training::DatasetSummary&) override { began = Clock::now(); }
    void advanced(const core::Progress& progress) override {
        (progress.stage == "films" ? passed : ended) = Clock::now();
    }
};

double milliseconds(Clock::duration span) {
    return std::chrono::duration<double, std::milli>(span).count();
}

} // namespace

int main(int argc, char** argv) {
    using namespace pleurascope::benchmarks;
    const int films = argc > 1 ? std::atoi(argv[1]) : 600;
    const int size = argc > 2 ? std::atoi(argv[2]) : 512;
    const auto folder =
        std::filesystem::temp_directory_path() / ("pleurascope-training-" + std::to_string(::getpid()));
    writeFilms(folder / "films", (films + 1) / 2, size);
    const auto module = learning::openLearningModule(PLEURASCOPE_LIB_DIR "/libpleurascope-learning.so");
    if (!module)
        std::abort();
    intake::FilmReader reader(PLEURASCOPE_BIN_DIR "/pleurascope-reader");
    training::TrainingConfig config;
    config.data = folder / "films";
    config.output = folder / "RUN";
    Watcher watcher;
    if (!(*module)->train(config, reader, watcher, {}))
        std::abort();
    const double pass = milliseconds(watcher.passed - watcher.began);
    const double epochs = milliseconds(watcher.ended - watcher.passed);
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    std::printf("%d films of %d x %d\n", films, size, size);
    print("the pass of the films", {pass});
    print("fifty epochs on their features", {epochs});
    std::printf("fifty epochs / pass                  %.2f\n", epochs / pass);
    std::printf("pass and epochs / pass               %.2f\n", (pass + epochs) / pass);
    std::printf("memory at most                       %.0f MiB\n", double(usage.ru_maxrss) / 1024);
    std::filesystem::remove_all(folder);
    return 0;
}
