// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmWall.h"

#include "ui/review/FilmStrip.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QDate>
#include <QHBoxLayout>

#include <algorithm>

namespace pleurascope::ui::review {

FilmWall::FilmWall(store::Library& library, std::filesystem::path readerProgram, FilmWall* beside)
    : m_grid(new FilmGrid(library, std::move(readerProgram)))
    , m_strip(new FilmStrip)
    , m_hung(new widgets::ElidedLabel(widgets::TextSize::label, widgets::Token::text2))
    , m_link(beside == nullptr ? new ViewLink(this) : &beside->link())
    , m_isCompanion(beside != nullptr) {
    connectParts();
}

void FilmWall::connectParts() {
    layOut();
    connect(this, &FilmWall::hangingChanged, this, &FilmWall::showRule);
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

/// The first film of the newest prior, else the study's second, else its only one; then what follows.
void FilmWall::hangCompanion() {
    std::vector<FilmPlace> places = m_study->places();
    const auto ofPrior = std::ranges::find_if(places, [](const FilmPlace& place) { return place.study > 0; });
    const auto first = ofPrior != places.end() ? ofPrior : places.begin() + (places.size() > 1 ? 1 : 0);
    std::ranges::rotate(places, first);
    for (int cell = 0; cell < m_grid->shape().cells(); ++cell)
        hangAt(cell,
               std::size_t(cell) < places.size() ? std::optional(places[std::size_t(cell)]) : std::nullopt);
    m_grid->choose(0);
    linkViews();
    Q_EMIT hangingChanged();
}

void FilmWall::apply(const reading::Hanging& hanging) {
    m_ruleName = QString::fromStdString(hanging.rule);
    m_grid->setShape({hanging.rows, hanging.columns});
    for (std::size_t i = 0; i < hanging.cells.size(); ++i) {
        const auto& film = hanging.cells[i];
        hangAt(int(i), film ? std::optional(FilmPlace{film->study, film->film}) : std::nullopt);
    }
    m_grid->choose(0);
    linkViews();
    if (!hanging.rule.empty()) // else as the reader left it
        m_link->setLinked(hanging.isLinked && m_link->isPossible());
    Q_EMIT hangingChanged();
}

void FilmWall::hangBy(std::size_t rule) {
    if (!m_study || rule >= m_rules.size())
        return;
    apply(reading::hangBy(m_rules[rule], filmLists()));
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

void FilmWall::hangAt(int cell, std::optional<FilmPlace> place, int frame) {
    FilmCell& target = *m_grid->cells()[std::size_t(cell)];
    if (!place) {
        target.clear(tr("Nothing hangs here. Drag a film into this cell."));
        return;
    }
    HungFilm film = hungFilm(*place);
    film.frame = frame;
    target.hang(film);
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

HungFilm FilmWall::hungFilm(FilmPlace place) const {
    const StudyFilms& study = m_study->at(place.study);
    return {study.row.study.id,      study.films[place.film], int(place.film),
            int(study.films.size()), captionOf(place.study),  0};
}

std::optional<FilmPlace> FilmWall::placeOf(qint64 filmId) const {
    return m_study ? m_study->placeOf(filmId) : std::nullopt;
}

/// "Prior, 14 months earlier"; nothing for the study itself while it is alone.
QString FilmWall::captionOf(std::size_t study) const {
    if (study == 0) {
        const bool isAlone = m_grid->shape().cells() == 1 && !m_isCompanion;
        return isAlone || m_study->priors.empty() ? QString() : tr("Current");
    }
    const auto dateOf = [](const StudyFilms& of) {
        return QDate::fromString(QString::fromStdString(of.row.study.date), Qt::ISODate);
    };
    const QDate now = dateOf(*m_study);
    const QDate then = dateOf(m_study->at(study));
    if (!now.isValid() || !then.isValid())
        return tr("Prior");
    const int days = int(then.daysTo(now));
    if (days < 60)
        return tr("Prior, %n day(s) earlier", nullptr, days);
    if (days < 730)
        return tr("Prior, %n month(s) earlier", nullptr, qRound(days / 30.44));
    return tr("Prior, %n year(s) earlier", nullptr, qRound(days / 365.25));
}

void FilmWall::hangFilm(int cell, qint64 filmId) {
    const auto place = placeOf(filmId);
    if (!place || cell < 0 || cell >= m_grid->shape().cells())
        return;
    if (cell == 0 && place->study != 0 && !m_isCompanion)
        return; // the opinion and the verdict are about this study
    m_ruleName.clear();
    hangAt(cell, place);
    Q_EMIT hangingChanged();
}

void FilmWall::stepFilm(int step) {
    const auto& hung = m_grid->chosen().hung();
    const auto place = hung ? placeOf(hung->film.id) : std::nullopt;
    if (!place)
        return;
    const int next = int(place->film) + step;
    if (next >= 0 && next < int(m_study->at(place->study).films.size()))
        hangAt(m_grid->chosenIndex(), FilmPlace{place->study, std::size_t(next)});
}

void FilmWall::setShape(GridShape shape) {
    m_ruleName.clear();
    m_grid->setShape(shape);
    fillEmptyCells();
    linkViews();
    Q_EMIT hangingChanged();
}

/// With the films that do not hang yet, in their order.
void FilmWall::fillEmptyCells() {
    const auto cells = m_grid->cells();
    std::vector<FilmPlace> left = m_study ? m_study->places() : std::vector<FilmPlace>();
    for (FilmCell* cell : cells)
        std::erase_if(left, [&](const FilmPlace& place) {
            return cell->hung() && cell->hung()->film.id == m_study->filmAt(place).id;
        });
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i]->hung())
            continue;
        hangAt(int(i), left.empty() ? std::nullopt : std::optional(left.front()));
        if (!left.empty())
            left.erase(left.begin());
    }
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
