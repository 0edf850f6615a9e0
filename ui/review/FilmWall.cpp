// SPDX-License-Identifier: GPL-3.0-or-later
// The wall, its cells and their link; FilmWallHanging.cpp has which film hangs where.
#include "ui/review/FilmWall.h"

#include "ui/review/FilmStrip.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

#include <algorithm>
#include <set>

namespace pleurascope::ui::review {

FilmWall::FilmWall(store::Library& library, std::filesystem::path readerProgram, FilmWall* beside)
    : m_grid(new FilmGrid(library, readerProgram))
    , m_strip(new FilmStrip(std::move(readerProgram)))
    , m_hung(new widgets::ElidedLabel(widgets::TextSize::label, widgets::Token::text2))
    , m_link(beside == nullptr ? new ViewLink(this) : &beside->link())
    , m_isCompanion(beside != nullptr) {
    connectParts();
}

void FilmWall::connectParts() {
    layOut();
    connect(this, &FilmWall::hangingChanged, this, &FilmWall::showRule);
    connect(this, &FilmWall::hangingChanged, this, &FilmWall::showHung);
    connect(m_grid, &FilmGrid::cellMade, this, [this](FilmCell* cell) {
        connectCell(*cell);
        Q_EMIT cellMade(cell);
    });
    connectCell(primary());
    connect(&primary(), &FilmCell::filmShown, this, &FilmWall::primaryShown);
    connect(m_strip, &FilmStrip::filmChosen, this,
            [this](qint64 film) { hangFilm(m_grid->chosenIndex(), film); });
    connect(m_link, &ViewLink::linkedChanged, this, &FilmWall::hangingChanged);
    connect(m_link, &ViewLink::viewsChanged, this, &FilmWall::hangingChanged);
    linkViews();
}

void FilmWall::layOut() {
    auto* foot = new QFrame;
    foot->setProperty("surface", QStringLiteral("field"));
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_strip, 3);
    m_hung->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hung->setContentsMargins(widgets::px(12), 0, widgets::px(12), 0);
    row->addWidget(m_hung, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_grid, 1);
    column->addWidget(foot);
    showRule();
}

void FilmWall::showRule() {
    m_hung->setVisible(!m_isCompanion && m_study && m_strip->isVisibleTo(this));
    m_hung->setText(m_ruleName.isEmpty() ? tr("Hung without a rule") : tr("Hung by: %1").arg(m_ruleName));
}

/// In the strip.
void FilmWall::showHung() {
    std::set<qint64> films;
    for (const FilmCell* cell : m_grid->cells())
        if (cell->hung())
            films.insert(cell->hung()->film.id);
    m_strip->setHung(films);
}

void FilmWall::connectCell(FilmCell& cell) {
    connect(&cell, &FilmCell::filmShown, m_link, &ViewLink::adopt);
    connect(&cell, &FilmCell::filmDropped, this,
            [this, &cell](qint64 film) { hangFilm(m_grid->indexOf(cell), film); });
    connect(&cell, &FilmCell::keyImageChanged, this, &FilmWall::noteKeyImage);
    connect(&cell.pane(), &FilmPane::filmStepRequested, this, &FilmWall::stepFilm);
    connect(&cell, &FilmCell::filmFailed, this, [this, &cell](const core::Error& error) {
        cell.showError(widgets::errorText(error));
        if (&cell == &primary())
            Q_EMIT primaryFailed(error);
    });
    connect(&cell, &FilmCell::frameFailed, this, [this, &cell](const core::Error& error) {
        if (&cell == &primary() && !cell.showsHung())
            Q_EMIT primaryFailed(error);
    });
}

void FilmWall::setThumbnailFolder(const std::filesystem::path& folder) {
    m_strip->setThumbnailFolder(folder);
}

FilmView& FilmWall::chosenView() {
    return m_grid->chosen().view();
}

/// The study's, then those of its priors.
std::vector<reading::StudyFilmList> FilmWall::filmLists() const {
    std::vector<reading::StudyFilmList> films{m_study->films};
    for (const StudyFilms& prior : m_study->priors)
        films.push_back(prior.films);
    return films;
}

void FilmWall::openStudy(const OpenedStudy& study) {
    m_study = study;
    m_strip->showStudy(study);
    if (study.films.empty()) {
        closeStudy();
        return;
    }
    if (m_isCompanion)
        hangCompanion();
    else
        apply(reading::hang(m_rules, filmLists()));
}

void FilmWall::closeStudy(const QString& sentence) {
    m_study.reset();
    m_strip->hide();
    m_ruleName.clear();
    if (!m_isCompanion)
        m_grid->setShape({1, 1});
    for (FilmCell* cell : m_grid->allCells())
        if (cell != &primary())
            cell->clear();
    if (!m_isCompanion)
        m_link->setLinked(false);
    primary().clear(sentence);
    Q_EMIT hangingChanged();
}

void FilmWall::showError(const QString& sentence) {
    closeStudy();
    primary().showError(sentence);
}

void FilmWall::noteKeyImage(const store::KeyImage& image, bool isKey) {
    if (placeOf(image.filmId))
        m_strip->setKey(image.filmId, m_study->setKeyImage(image, isKey));
}

void FilmWall::showNextKeyImage() {
    std::vector<store::KeyImage> keys =
        m_study ? m_study->keyImagesInOrder() : std::vector<store::KeyImage>();
    const int cell = m_grid->chosenIndex();
    if (cell == 0 && !m_isCompanion) // no prior hangs in the first cell
        std::erase_if(keys, [this](const store::KeyImage& key) { return placeOf(key.filmId)->study != 0; });
    if (keys.empty())
        return;
    FilmCell& chosen = m_grid->chosen();
    const store::KeyImage now{chosen.hung() ? chosen.hung()->film.id : 0, chosenView().film().frame};
    const auto found = std::ranges::find(keys, now);
    const store::KeyImage next = found == keys.end() || found + 1 == keys.end() ? keys.front() : *(found + 1);
    if (next.filmId == now.filmId)
        chosen.readFrame(next.frame);
    else
        hangAt(cell, placeOf(next.filmId), next.frame);
}

std::optional<FilmPlace> FilmWall::placeOf(qint64 filmId) const {
    return m_study ? m_study->placeOf(filmId) : std::nullopt;
}

void FilmWall::linkViews() {
    std::vector<FilmView*> views;
    for (FilmCell* cell : m_grid->cells())
        views.push_back(&cell->view());
    m_link->setViews(*this, views);
}

void FilmWall::leaveLink() {
    m_link->setViews(*this, {});
}

std::vector<store::FilmRecord> FilmWall::filmsOf(qint64 studyId) const {
    for (std::size_t study = 0; m_study && study <= m_study->priors.size(); ++study)
        if (m_study->at(study).row.study.id == studyId)
            return m_study->at(study).films;
    return {};
}

void FilmWall::swapFilms() {
    m_grid->swapFirstTwo();
}

void FilmWall::setBlinking(bool blinking) {
    m_grid->setBlinking(blinking);
}

void FilmWall::toggleLink() {
    if (m_link->isPossible())
        m_link->setLinked(!m_link->isLinked());
}

} // namespace pleurascope::ui::review
