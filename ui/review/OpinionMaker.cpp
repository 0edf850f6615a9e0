// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/OpinionMaker.h"

#include <QPointer>

#include <mutex>

namespace pleurascope::ui::review {

/// The film as the network wants it, made once by whichever worker needs it first.
class OpinionMaker::Planes {
public:
    Planes(std::shared_ptr<const intake::Film> film, int size)
        : m_film(std::move(film))
        , m_size(size) {}

    [[nodiscard]] const imaging::InputPlanes& get() {
        std::call_once(m_once, [this] { m_planes = imaging::inputPlanes(m_film->image, m_size); });
        return m_planes;
    }
    [[nodiscard]] QSize filmSize() const {
        return {m_film->image.pixels.width(), m_film->image.pixels.height()};
    }

private:
    std::shared_ptr<const intake::Film> m_film;
    int m_size;
    std::once_flag m_once;
    imaging::InputPlanes m_planes;
};

namespace {

store::PredictionRecord recordOf(const inference::Prediction& prediction,
                                 const inference::Predictor& predictor, const std::string& modelName,
                                 qint64 filmId) {
    store::PredictionRecord record;
    record.filmId = filmId;
    record.modelHash = predictor.modelHash();
    record.modelName = modelName;
    record.probability = prediction.probability;
    record.logit = prediction.logit;
    record.threshold = predictor.description().threshold;
    record.phantomsOnly = predictor.description().provenance.phantomsOnly;
    record.calibrated = predictor.description().isCalibrated();
    return record;
}

} // namespace

OpinionMaker::OpinionMaker(store::Library& library, QObject* parent)
    : QObject(parent)
    , m_library(library) {
    m_pool.setMaxThreadCount(1); // the model answers one call after another anyway
}

OpinionMaker::~OpinionMaker() {
    m_scoreTask.cancel();
    m_mapTask.cancel();
    m_pool.waitForDone(); // the work refers to the library
}

void OpinionMaker::setModel(std::shared_ptr<inference::Predictor> predictor,
                            std::shared_ptr<explain::Explainer> explainer, const QString& name) {
    m_predictor = std::move(predictor);
    m_explainer = std::move(explainer);
    m_modelName = name.toStdString();
    setSubject(m_subject);
}

void OpinionMaker::clearModel() {
    setModel(nullptr, nullptr, QString());
}

void OpinionMaker::setSubject(OpinionSubject subject) {
    m_scoreTask.cancel();
    m_mapTask.cancel();
    m_subject = std::move(subject);
    m_planes.reset();
    if (m_predictor && m_subject.film)
        m_planes = std::make_shared<Planes>(m_subject.film, m_predictor->description().inputSize);
}

void OpinionMaker::clearSubject() {
    setSubject({});
}

void OpinionMaker::requestScore() {
    if (!m_planes)
        return;
    auto work = [this, self = QPointer<OpinionMaker>(this), planes = m_planes, predictor = m_predictor,
                 name = m_modelName,
                 subject = m_subject](const std::stop_token& stop) -> core::Result<store::PredictionRecord> {
        const auto predictions = predictor->predict({&planes->get(), 1}, stop);
        if (!predictions)
            return core::failure(predictions);
        if (predictions->empty()) // stopped: nobody waits for this
            return core::failure(core::ErrorCode::internal, "no prediction");
        store::PredictionRecord record = recordOf(predictions->front(), *predictor, name, subject.filmId);
        if (!subject.keep)
            return record;
        const auto id = m_library.addPrediction(record); // the destructor waits: m_library is there
        if (!id)
            return core::failure(id);
        record.id = *id;
        tasks::postToGuiThread([self, scored = reading::ScoredFilm{subject.studyId, record}] {
            if (self)
                Q_EMIT self->filmScored(scored);
        });
        return record;
    };
    m_scoreTask.start(work, [this](const core::Result<store::PredictionRecord>& record) {
        if (record)
            Q_EMIT scoreReady(*record);
        else
            Q_EMIT scoreFailed(record.error());
    });
}

void OpinionMaker::requestMap(const explain::HeatmapRequest& request) {
    if (!m_planes || !m_explainer)
        return;
    using Layer = std::shared_ptr<const EvidenceLayer>;
    auto work = [planes = m_planes, explainer = m_explainer,
                 request](const std::stop_token&) -> core::Result<Layer> {
        const auto heatmap = explainer->explain(planes->get(), request);
        if (!heatmap)
            return core::failure(heatmap);
        return std::make_shared<const EvidenceLayer>(EvidenceLayer::of(*heatmap, planes->filmSize()));
    };
    m_mapTask.start(work, [this](const core::Result<Layer>& layer) {
        if (layer)
            Q_EMIT mapReady(*layer);
        else
            Q_EMIT mapFailed(layer.error());
    });
}

} // namespace pleurascope::ui::review
