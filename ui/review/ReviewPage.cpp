// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewPage.h"

#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/MapPanel.h"
#include "ui/review/MarksPanel.h"
#include "ui/review/OpinionPanel.h"
#include "ui/review/ReviewHeader.h"
#include "ui/review/ReviewPanel.h"
#include "ui/review/ReviewShortcuts.h"
#include "ui/review/ReviewToolBar.h"
#include "ui/review/SecondWindow.h"
#include "ui/review/VerdictPanel.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QStandardPaths>
#include <QTime>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

ReviewPage::ReviewPage(store::Library& library, std::filesystem::path readerProgram, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_readerProgram(readerProgram)
    , m_exportFolder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation))
    , m_presentations(library)
    , m_loader(library)
    , m_opinion(library)
    , m_writer(library)
    , m_header(new ReviewHeader)
    , m_tools(new ReviewToolBar)
    , m_wall(new FilmWall(library, std::move(readerProgram)))
    , m_panel(new ReviewPanel)
    , m_opinionPanel(&m_panel->opinion())
    , m_mapPanel(&m_panel->map())
    , m_verdictPanel(&m_panel->verdict()) {
    layOut();
    connectWall();
    connectControls();
    connectPresentations();
    connectOpinion();
    connectVerdict();
    ReviewShortcuts::install(*this, *m_tools, *m_header, *m_panel);
    setModelUnavailable(tr("The model is still being opened."));
    m_wall->closeStudy(tr("No study is open. Choose one on the Browse page."));
}

ReviewPage::~ReviewPage() {
    m_verdictPanel->takeComment();
    keepVerdict();
}

void ReviewPage::layOut() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_tools);
    row->addWidget(m_wall, 1);
    row->addWidget(m_panel);
    column->addWidget(m_header);
    column->addLayout(row, 1);
}

void ReviewPage::connectOpinion() {
    connect(&m_opinion, &OpinionMaker::scoreReady, this, &ReviewPage::showPrediction);
    connect(&m_opinion, &OpinionMaker::scoreFailed, this, [this](const core::Error& error) {
        m_opinionPanel->showNotScored(tr("Not scored: %1").arg(widgets::errorReason(error.code)));
    });
    connect(&m_opinion, &OpinionMaker::mapReady, this, &ReviewPage::showMap);
    connect(&m_opinion, &OpinionMaker::mapFailed, this, [this](const core::Error& error) {
        m_mapPanel->setStatus(tr("No map: %1").arg(widgets::errorReason(error.code)));
    });
    connect(&m_opinion, &OpinionMaker::filmScored, this, &ReviewPage::filmScored);
    connect(m_opinionPanel, &OpinionPanel::chooseModelRequested, this, &ReviewPage::chooseModelRequested);
    connect(m_mapPanel, &MapPanel::modeChosen, this, [this](MapMode mode) {
        primaryView().setMapMode(mode);
        if (!m_mapAsked)
            requestMap();
    });
    connect(m_mapPanel, &MapPanel::opacityChosen, &primaryView(), &FilmView::setMapOpacity);
    connect(m_mapPanel, &MapPanel::requestChosen, this, &ReviewPage::requestMap);
}

void ReviewPage::connectVerdict() {
    connect(m_verdictPanel, &VerdictPanel::changed, this, &ReviewPage::keepVerdict);
    connect(m_verdictPanel, &VerdictPanel::saveAndNextRequested, this, &ReviewPage::saveAndNext);
    connect(&m_writer, &VerdictWriter::written, this, [this](qint64 studyId) {
        if (studyId == m_verdictPanel->draft().studyId())
            m_verdictPanel->showSaved(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
        Q_EMIT verdictSaved(studyId);
        goNext();
    });
    connect(&m_writer, &VerdictWriter::failed, this, [this](qint64 studyId, const core::Error& error) {
        m_nextWhenKept = false;
        if (studyId != m_verdictPanel->draft().studyId())
            return;
        m_verdictPanel->draft().markFailed();
        m_verdictPanel->showError(
            error.code == core::ErrorCode::changedMeanwhile
                ? tr("Another verdict came in meanwhile: %1. Yours was not saved; change or "
                     "save it again to add it as the newer one.")
                      .arg(QString::fromStdString(error.detail))
                : widgets::errorText(error));
    });
}

bool ReviewPage::event(QEvent* event) {
    if (event->type() == QEvent::Show && focusWidget() == nullptr)
        primaryView().setFocus(Qt::OtherFocusReason);
    return QWidget::event(event);
}

void ReviewPage::openStudy(qint64 studyId) {
    m_verdictPanel->takeComment();
    keepVerdict();
    m_loader.readStudy(studyId, m_opinion.modelHash());
}

void ReviewPage::setModel(std::shared_ptr<inference::Predictor> predictor,
                          std::shared_ptr<explain::Explainer> explainer, QString name) {
    m_noModelReason.clear();
    const weights::ModelDescription& description = predictor->description();
    m_mapPanel->setModel(description.classes, description.positiveClass,
                         explainer ? explainer->layers() : std::vector<std::string>());
    m_opinionPanel->setModelFacts(OpinionText::modelFacts(description));
    m_opinion.setModel(std::move(predictor), std::move(explainer), name);
    m_shownModel.clear();
    primaryView().setEvidence(nullptr);
    if (!m_study) {
        m_opinionPanel->showNothing();
        return;
    }
    m_opinionPanel->showWaiting();
    m_loader.readStudy(m_study->row.study.id, m_opinion.modelHash()); // for its stored prediction
}

void ReviewPage::setModelUnavailable(QString reason) {
    m_noModelReason = std::move(reason);
    m_opinion.clearModel();
    m_shownModel.clear();
    primaryView().setEvidence(nullptr);
    m_mapPanel->setUnavailable();
    m_opinionPanel->showNoModel(m_noModelReason);
}

void ReviewPage::showStudy(const OpenedStudy& study) {
    const bool another = !m_study || m_study->row.study.id != study.row.study.id;
    m_study = study;
    m_header->showStudy(study.row);
    if (!another && primaryView().hasFilm()) {
        askModel();
        return;
    }
    m_verdictPanel->openStudy(study.row.study.id, study.row.verdict);
    m_opinion.clearSubject();
    m_header->showNoFilm();
    if (m_opinion.hasModel())
        m_opinionPanel->showWaiting();
    m_wall->openStudy(study);
    if (isSecondWindowShown())
        m_second->openStudy(study, m_corners.names);
}

void ReviewPage::showStudyError(const core::Error& error) {
    m_study.reset();
    m_opinion.clearSubject();
    m_header->showNoStudy();
    m_verdictPanel->closeStudy();
    m_wall->showError(widgets::errorText(error));
    if (m_second)
        m_second->closeStudy(); // never another patient's film beside this one
    if (m_opinion.hasModel())
        m_opinionPanel->showNothing();
}

void ReviewPage::showFilm(const LoadedFilm&) {
    primaryView().setMapMode(m_mapPanel->mode());
    primaryView().setMapOpacity(m_mapPanel->opacity());
    askModel();
}

void ReviewPage::showFilmError(const core::Error& error) {
    m_opinion.clearSubject();
    m_header->showNoFilm();
    if (m_opinion.hasModel()) {
        m_opinionPanel->showNotScored(tr("Not scored: %1").arg(widgets::errorReason(error.code)));
        m_mapPanel->setStatus(QString());
    }
}

/// The stored prediction of this model where there is one; else the model is asked. Then the map.
void ReviewPage::askModel() {
    const auto& hung = m_wall->primary().hung();
    if (!m_opinion.hasModel() || !m_study || !hung || !primaryView().hasFilm())
        return;
    const store::FilmRecord& record = hung->film;
    const bool first = record.id == m_study->row.film.id;
    m_opinion.setSubject({m_study->row.study.id, record.id, primaryView().film().film, first});
    m_shownModel.clear();
    const auto& stored = m_study->row.prediction;
    if (first && stored && stored->isScored()) {
        showPrediction(*stored);
    } else {
        m_opinionPanel->showWaiting();
        m_opinion.requestScore();
    }
    m_mapAsked = false;
    requestMap();
}

void ReviewPage::showPrediction(const store::PredictionRecord& prediction) {
    m_shownModel = prediction.modelHash;
    m_opinionPanel->showOpinion(OpinionText::of(prediction));
}

void ReviewPage::requestMap() {
    primaryView().setEvidence(nullptr);
    m_mapAsked = m_mapPanel->mode() != MapMode::off && m_opinion.hasModel() && primaryView().hasFilm();
    if (!m_mapAsked)
        return;
    m_mapPanel->setStatus(tr("Computing the map"));
    m_opinion.requestMap(m_mapPanel->request());
}

void ReviewPage::showMap(const std::shared_ptr<const EvidenceLayer>& layer) {
    primaryView().setEvidence(layer);
    m_mapPanel->setStatus(layer->isEmpty() ? tr("No evidence for this class on this layer")
                                           : tr("Relative to this film's strongest place"));
}

void ReviewPage::keepVerdict() {
    auto record = m_verdictPanel->draft().takeUnsaved(m_shownModel);
    if (!record)
        return;
    record->reader = m_reader.toStdString();
    m_writer.write(*record, m_verdictPanel->draft().seenVerdict());
}

void ReviewPage::saveAndNext() {
    if (!m_study)
        return;
    m_verdictPanel->takeComment();
    keepVerdict();
    m_nextWhenKept = true;
    goNext();
}

void ReviewPage::goNext() {
    if (!m_nextWhenKept || m_writer.isBusy())
        return;
    m_nextWhenKept = false;
    primaryView().setFocus(Qt::OtherFocusReason);
    Q_EMIT nextUnreadRequested();
}

} // namespace pleurascope::ui::review
