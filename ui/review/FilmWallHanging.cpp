// SPDX-License-Identifier: GPL-3.0-or-later
// Which film hangs in which cell: by a rule, or by the reader's hand.
#include "ui/review/FilmWall.h"

#include <QDate>

#include <algorithm>

namespace pleurascope::ui::review {

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

void FilmWall::hangAt(int cell, std::optional<FilmPlace> place, int frame) {
    FilmCell& target = *m_grid->cells()[std::size_t(cell)];
    if (!place) {
        target.clear(tr("Nothing hangs here. Drag a film into this cell."));
        return;
    }
    HungFilm film = hungFilm(*place);
    film.frame = frame;
    target.hang(film);
    showHung();
}

HungFilm FilmWall::hungFilm(FilmPlace place) const {
    const StudyFilms& study = m_study->at(place.study);
    return {study.row.study.id,      study.films[place.film], int(place.film),
            int(study.films.size()), captionOf(place.study),  0};
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

} // namespace pleurascope::ui::review
