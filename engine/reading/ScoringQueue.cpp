// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/reading/ScoringQueue.h"

#include <algorithm>
#include <cmath>

namespace pleurascope::reading {

namespace {

/// Asked for at once, so that a film which arrives meanwhile is seen soon and a change of model sooner.
constexpr int handful = 8;

store::PredictionRecord recordFor(const store::FilmRecord& film, const inference::Predictor& predictor) {
    const weights::ModelDescription& model = predictor.description();
    store::PredictionRecord record;
    record.filmId = film.id;
    record.modelHash = predictor.modelHash();
    record.modelName = model.name;
    record.threshold = model.threshold;
    record.phantomsOnly = model.provenance.phantomsOnly;
    record.calibrated = model.isCalibrated();
    return record;
}

/// The model's word on a film; none when it was stopped before.
core::Result<std::optional<inference::Prediction>> opinion(const store::FilmRecord& film,
                                                           intake::FilmReader& reader,
                                                           inference::Predictor& predictor,
                                                           const std::stop_token& stop) {
    const auto read = reader.readFilm(film.path);
    if (!read)
        return core::failure(read);
    const std::vector planes{imaging::inputPlanes(read->image, predictor.description().inputSize)};
    auto predictions = predictor.predict(planes, stop);
    if (!predictions)
        return core::failure(predictions);
    if (predictions->empty() && stop.stop_requested())
        return std::optional<inference::Prediction>();
    if (predictions->empty())
        return core::failure(core::ErrorCode::internal, "no score came back", film.path);
    if (!std::isfinite(predictions->front().probability) || !std::isfinite(predictions->front().logit))
        return core::failure(core::ErrorCode::internal, "the score is not a number", film.path);
    return std::optional(std::move(predictions->front()));
}

} // namespace

ScoringQueue::ScoringQueue(store::Library& library, std::filesystem::path readerProgram, Observer observer)
    : ScoringQueue(library, std::make_unique<intake::FilmReader>(std::move(readerProgram)),
                   std::move(observer)) {}

ScoringQueue::ScoringQueue(store::Library& library, std::unique_ptr<intake::FilmReader> reader,
                           Observer observer)
    : m_library(library)
    , m_reader(std::move(reader))
    , m_observer(std::move(observer))
    , m_thread([this](const std::stop_token& stop) { work(stop); }) {}

ScoringQueue::~ScoringQueue() {
    m_thread.request_stop();
    m_thread.join();
}

void ScoringQueue::setPredictor(std::shared_ptr<inference::Predictor> predictor) {
    {
        const std::scoped_lock lock(m_mutex);
        m_predictor = std::move(predictor);
        m_nudged = true;
    }
    m_wake.notify_one();
}

void ScoringQueue::nudge() {
    {
        const std::scoped_lock lock(m_mutex);
        m_nudged = true;
    }
    m_wake.notify_one();
}

void ScoringQueue::work(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return m_nudged && m_predictor; }))
                return;
            m_nudged = false;
        }
        while (scoreSome(stop)) {
        }
    }
}

bool ScoringQueue::scoreSome(const std::stop_token& stop) {
    const auto currentPredictor = [this] {
        const std::scoped_lock lock(m_mutex);
        return m_predictor;
    };
    const auto predictor = currentPredictor();
    if (!predictor || stop.stop_requested())
        return false;
    const auto films = m_library.filmsToScore(predictor->modelHash(), handful);
    const auto count = m_library.filmsToScoreCount(predictor->modelHash());
    if (!films || !count) {
        tellFailure(films ? count.error() : films.error());
        return false;
    }
    int waiting = *count;
    for (const store::FilmRecord& film : *films) {
        if (m_observer.waitingChanged)
            m_observer.waitingChanged(waiting--);
        if (stop.stop_requested() || currentPredictor() != predictor)
            return !stop.stop_requested();
        if (!score(film, *predictor, stop))
            return false;
    }
    if (films->empty() && m_observer.waitingChanged)
        m_observer.waitingChanged(0);
    return !films->empty();
}

bool ScoringQueue::score(const store::FilmRecord& film, inference::Predictor& predictor,
                         const std::stop_token& stop) {
    ScoredFilm scored{film.studyId, recordFor(film, predictor)};
    const auto said = opinion(film, *m_reader, predictor, stop);
    if (!said) {
        scored.prediction.refusal = core::errorCodeName(said.error().code);
    } else if (*said) {
        scored.prediction.probability = (*said)->probability;
        scored.prediction.logit = (*said)->logit;
    } else {
        return true; // stopped
    }
    return keep(scored);
}

bool ScoringQueue::keep(const ScoredFilm& scored) {
    const auto id = m_library.addPrediction(scored.prediction);
    if (!id) {
        // Taken out of the library while it was being scored: nothing has failed.
        const auto films = m_library.filmsOf(scored.studyId);
        const auto isScored = [&](const store::FilmRecord& film) {
            return film.id == scored.prediction.filmId;
        };
        if (films && std::none_of(films->begin(), films->end(), isScored))
            return true;
        tellFailure(id.error());
        return false;
    }
    ScoredFilm kept = scored;
    kept.prediction.id = *id;
    if (m_observer.filmScored)
        m_observer.filmScored(kept);
    return true;
}

void ScoringQueue::tellFailure(const core::Error& error) {
    if (m_observer.failed)
        m_observer.failed(error);
}

} // namespace pleurascope::reading
