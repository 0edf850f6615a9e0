// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewPage.h"

#include "ui/review/FilmPane.h"
#include "ui/review/FilmView.h"
#include "ui/review/MapPanel.h"
#include "ui/review/OpinionPanel.h"
#include "ui/review/ReviewHeader.h"
#include "ui/review/ReviewPanel.h"
#include "ui/review/ReviewShortcuts.h"
#include "ui/review/ReviewToolBar.h"
#include "ui/review/VerdictPanel.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QTime>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

ReviewPage::ReviewPage(store::Library& library, std::filesystem::path readerProgram, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_loader(library, std::move(readerProgram))
    , m_opinion(library)
    , m_writer(library)
    , m_header(new ReviewHeader)
    , m_tools(new ReviewToolBar)
    , m_film(new FilmPane)
    , m_view(&m_film->view())
    , m_panel(new ReviewPanel)
    , m_opinionPanel(&m_panel->opinion())
    , m_mapPanel(&m_panel->map())
    , m_verdictPanel(&m_panel->verdict()) {
    layOut();
    connectView();
    connectLoader();
    connectOpinion();
    connectVerdict();
    ReviewShortcuts::install(*this, *m_tools, *m_header, *m_panel);
    setModelUnavailable(tr("The model is still being opened."));
    m_film->showNothing(tr("No study is open. Choose one on the Browse page."));
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
    row->addWidget(m_film, 1);
    row->addWidget(m_panel);
    column->addWidget(m_header);
    column->addLayout(row, 1);
}

void ReviewPage::connectView() {
    connect(m_view, &FilmView::displayChanged, this, [this](const FilmDisplay& display) {
        m_header->showDisplay(display);
        m_tools->setInverted(display.inverted);
    });
    connect(m_film, &FilmPane::filmStepRequested, this, &ReviewPage::stepFilm);
    connect(m_film, &FilmPane::frameRequested, this, &ReviewPage::readFrame);
    connect(m_view, &FilmView::toolChanged, m_tools, &ReviewToolBar::setTool);
    connect(m_header, &ReviewHeader::displayChosen, m_view, &FilmView::setDisplay);
    connect(m_header, &ReviewHeader::nextRequested, this, &ReviewPage::nextRequested);
    connect(m_header, &ReviewHeader::previousRequested, this, &ReviewPage::previousRequested);
    connect(m_tools, &ReviewToolBar::toolChosen, m_view, &FilmView::setTool);
    connect(m_tools, &ReviewToolBar::fitRequested, m_view, &FilmView::fit);
    connect(m_tools, &ReviewToolBar::oneToOneRequested, m_view, &FilmView::showOneToOne);
    connect(m_tools, &ReviewToolBar::planesChosen, m_view, &FilmView::setPlanesShown);
    connect(m_tools, &ReviewToolBar::invertRequested, m_view, &FilmView::invert);
    connect(m_tools, &ReviewToolBar::resetRequested, m_view, &FilmView::reset);
}

void ReviewPage::connectLoader() {
    connect(&m_loader, &StudyLoader::studyRead, this, &ReviewPage::showStudy);
    connect(&m_loader, &StudyLoader::studyFailed, this, &ReviewPage::showStudyError);
    connect(&m_loader, &StudyLoader::filmRead, this, &ReviewPage::showFilm);
    connect(&m_loader, &StudyLoader::frameRead, this, [this](const LoadedFilm& film) {
        if (film.bringsWindow())
            m_header->showFilm(film);
        m_film->showFrame(film);
    });
    connect(&m_loader, &StudyLoader::filmFailed, this, &ReviewPage::showFilmError);
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
        m_view->setMapMode(mode);
        if (!m_mapAsked)
            requestMap();
    });
    connect(m_mapPanel, &MapPanel::opacityChosen, m_view, &FilmView::setMapOpacity);
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
        m_verdictPanel->showError(widgets::errorText(error));
    });
}

bool ReviewPage::event(QEvent* event) {
    if (event->type() == QEvent::Show && focusWidget() == nullptr)
        m_view->setFocus(Qt::OtherFocusReason);
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
    m_view->setEvidence(nullptr);
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
    m_view->setEvidence(nullptr);
    m_mapPanel->setUnavailable();
    m_opinionPanel->showNoModel(m_noModelReason);
}

void ReviewPage::showStudy(const OpenedStudy& study) {
    const bool another = !m_study || m_study->row.study.id != study.row.study.id;
    m_study = study;
    m_header->showStudy(study.row);
    if (another) {
        m_verdictPanel->openStudy(study.row.study.id, study.row.verdict);
        m_opinion.clearSubject();
        m_film->showNothing(); // never another patient's film under this name
        m_header->showNoFilm();
        m_filmIndex = 0;
    } else if (m_view->hasFilm()) {
        askModel();
        return;
    }
    if (m_opinion.hasModel())
        m_opinionPanel->showWaiting();
    if (!study.films.empty())
        m_loader.readFilm(study.films[std::size_t(m_filmIndex)].path, m_filmIndex);
}

void ReviewPage::showStudyError(const core::Error& error) {
    m_study.reset();
    m_opinion.clearSubject();
    m_header->showNoStudy();
    m_verdictPanel->closeStudy();
    m_film->showError(widgets::errorText(error));
    if (m_opinion.hasModel())
        m_opinionPanel->showNothing();
}

void ReviewPage::showFilm(const LoadedFilm& film, int index) {
    m_filmIndex = index;
    m_header->showFilm(film);
    m_tools->showFilm(film.film->image.display);
    m_film->showFilm(film, index, int(m_study->films.size()));
    m_view->setMapMode(m_mapPanel->mode());
    m_view->setMapOpacity(m_mapPanel->opacity());
    askModel();
}

void ReviewPage::showFilmError(const core::Error& error) {
    m_opinion.clearSubject();
    m_header->showNoFilm();
    m_film->showError(widgets::errorText(error));
    if (m_opinion.hasModel()) {
        m_opinionPanel->showNotScored(tr("Not scored: %1").arg(widgets::errorReason(error.code)));
        m_mapPanel->setStatus(QString());
    }
}

void ReviewPage::readFrame(int frame) {
    if (m_study)
        m_loader.readFrame(m_study->films[std::size_t(m_filmIndex)].path, frame);
}

void ReviewPage::stepFilm(int step) {
    if (!m_study)
        return;
    const int next = m_filmIndex + step;
    if (next < 0 || next >= int(m_study->films.size()))
        return;
    m_filmIndex = next;
    if (m_opinion.hasModel())
        m_opinionPanel->showWaiting();
    m_opinion.clearSubject();
    m_view->setEvidence(nullptr);
    m_loader.readFilm(m_study->films[std::size_t(next)].path, next);
}

/// The stored prediction of this model where there is one; else the model is asked. Then the map.
void ReviewPage::askModel() {
    if (!m_opinion.hasModel() || !m_study || !m_view->hasFilm())
        return;
    const store::FilmRecord& record = m_study->films[std::size_t(m_filmIndex)];
    const bool first = record.id == m_study->row.film.id;
    m_opinion.setSubject({m_study->row.study.id, record.id, m_view->film().film, first});
    m_shownModel.clear();
    const auto& stored = m_study->row.prediction;
    if (first && stored && stored->refusal.empty()) {
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
    m_view->setEvidence(nullptr);
    m_mapAsked = m_mapPanel->mode() != MapMode::off && m_opinion.hasModel() && m_view->hasFilm();
    if (!m_mapAsked)
        return;
    m_mapPanel->setStatus(tr("Computing the map"));
    m_opinion.requestMap(m_mapPanel->request());
}

void ReviewPage::showMap(const std::shared_ptr<const EvidenceLayer>& layer) {
    m_view->setEvidence(layer);
    m_mapPanel->setStatus(layer->isEmpty() ? tr("No evidence for this class on this layer")
                                           : tr("Relative to this film's strongest place"));
}

void ReviewPage::keepVerdict() {
    if (const auto record = m_verdictPanel->draft().takeUnsaved(m_shownModel))
        m_writer.write(*record);
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
    m_view->setFocus(Qt::OtherFocusReason);
    Q_EMIT nextUnreadRequested();
}

} // namespace pleurascope::ui::review
