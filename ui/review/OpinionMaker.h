// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/explain/Explainer.h"
#include "engine/inference/Predictor.h"
#include "engine/reading/ScoringQueue.h"
#include "engine/store/Library.h"
#include "ui/review/EvidenceLayer.h"
#include "ui/review/LoadedFilm.h"
#include "ui/tasks/LatestTask.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace pleurascope::ui::review {

/// The film an opinion is asked of. `keep`: the prediction goes into the library (the first film of a study,
/// which the worklist shows).
struct OpinionSubject {
    qint64 studyId = 0;
    qint64 filmId = 0;
    std::shared_ptr<const intake::Film> film;
    bool keep = false;
};

/// Asks the model for its score and its map, each on a worker; the answer for a film that is no longer shown
/// is dropped (though a score that was computed is kept in the library). Lives on the GUI thread.
class OpinionMaker : public QObject {
    Q_OBJECT
public:
    explicit OpinionMaker(store::Library& library, QObject* parent = nullptr);
    ~OpinionMaker() override;

    void setModel(std::shared_ptr<inference::Predictor> predictor,
                  std::shared_ptr<explain::Explainer> explainer, const QString& name);
    void clearModel();
    [[nodiscard]] bool hasModel() const { return m_predictor != nullptr; }
    [[nodiscard]] const inference::Predictor* predictor() const { return m_predictor.get(); }
    /// SHA-256 of the model's file; empty without a model.
    [[nodiscard]] std::string modelHash() const {
        return m_predictor ? m_predictor->modelHash() : std::string();
    }

    void setSubject(OpinionSubject subject);
    void clearSubject();
    /// Both need a model and a subject.
    void requestScore();
    void requestMap(const explain::HeatmapRequest& request);
    void cancelMap() { m_mapTask.cancel(); }

Q_SIGNALS:
    void scoreReady(const pleurascope::store::PredictionRecord& prediction);
    void scoreFailed(const pleurascope::core::Error& error);
    void mapReady(std::shared_ptr<const pleurascope::ui::review::EvidenceLayer> layer);
    void mapFailed(const pleurascope::core::Error& error);
    /// A prediction came into the library.
    void filmScored(const pleurascope::reading::ScoredFilm& film);

private:
    class Planes;

    store::Library& m_library;
    std::shared_ptr<inference::Predictor> m_predictor;
    std::shared_ptr<explain::Explainer> m_explainer;
    std::string m_modelName;
    OpinionSubject m_subject;
    std::shared_ptr<Planes> m_planes;
    QThreadPool m_pool;
    tasks::LatestTask<core::Result<store::PredictionRecord>> m_scoreTask{&m_pool};
    tasks::LatestTask<core::Result<std::shared_ptr<const EvidenceLayer>>> m_mapTask{&m_pool};
};

} // namespace pleurascope::ui::review
