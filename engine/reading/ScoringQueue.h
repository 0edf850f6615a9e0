// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/inference/Predictor.h"
#include "engine/intake/FilmReader.h"
#include "engine/store/Library.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace pleurascope::reading {

/// What a film gets when it is scored.
struct ScoredFilm {
    std::int64_t studyId = 0;
    store::PredictionRecord prediction;
};

/// Standing work: scores the first film of every study that the chosen model has not seen, one after another,
/// on a thread of its own. A film that cannot be scored gets a prediction with the reason as its refusal, so
/// that it is tried once. app creates, starts and stops it. The observer is called on that thread.
class ScoringQueue {
public:
    struct Observer {
        std::function<void(const ScoredFilm&)> filmScored;
        std::function<void(int waiting)> waitingChanged;
        std::function<void(const core::Error&)> failed; ///< the library failed; the queue rests until nudged
    };

    ScoringQueue(store::Library& library, std::filesystem::path readerProgram, Observer observer);
    ScoringQueue(store::Library& library, std::unique_ptr<intake::FilmReader> reader, Observer observer);
    ~ScoringQueue(); ///< asks to stop, then waits

    /// The model to score with; null: rest. Takes effect after the film at hand.
    void setPredictor(std::shared_ptr<inference::Predictor> predictor);
    /// There may be new films.
    void nudge();

private:
    void work(const std::stop_token& stop);
    /// Scores up to a handful of films; false when there was nothing to do.
    bool scoreSome(const std::stop_token& stop);
    /// False when the library failed.
    bool score(const store::FilmRecord& film, inference::Predictor& predictor, const std::stop_token& stop);
    bool keep(const ScoredFilm& scored);
    void tellFailure(const core::Error& error);

    store::Library& m_library;
    std::unique_ptr<intake::FilmReader> m_reader;
    Observer m_observer;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::shared_ptr<inference::Predictor> m_predictor;
    bool m_nudged = true;
    std::jthread m_thread;
};

} // namespace pleurascope::reading
