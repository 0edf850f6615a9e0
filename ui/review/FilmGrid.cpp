// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmGrid.h"

#include "ui/review/FilmView.h"

#include <QGridLayout>

#include <algorithm>

namespace pleurascope::ui::review {

const std::vector<GridShape>& GridShape::all() {
    static const std::vector<GridShape> shapes{{1, 1}, {1, 2}, {2, 1}, {2, 2}};
    return shapes;
}

FilmGrid::FilmGrid(store::Library& library, std::filesystem::path readerProgram, QWidget* parent)
    : QWidget(parent)
    , m_library(library)
    , m_readerProgram(std::move(readerProgram))
    , m_layout(new QGridLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(1);
    makeCell();
    layOut();
}

FilmCell* FilmGrid::makeCell() {
    auto* cell = new FilmCell(m_library, m_readerProgram, this);
    const int index = int(m_cells.size());
    m_cells.push_back(cell);
    connect(&cell->view(), &FilmView::activated, this, [this, index] { choose(index); });
    connect(&cell->view(), &FilmView::doubleClicked, this, [this, index] { toggleAlone(index); });
    return cell;
}

std::vector<FilmCell*> FilmGrid::cells() const {
    const auto count = std::min(m_cells.size(), std::size_t(m_shape.cells()));
    return {m_cells.begin(), m_cells.begin() + std::ptrdiff_t(count)};
}

int FilmGrid::indexOf(const FilmCell& cell) const {
    const auto found = std::find(m_cells.begin(), m_cells.end(), &cell);
    return found == m_cells.end() ? -1 : int(found - m_cells.begin());
}

void FilmGrid::setShape(GridShape shape) {
    m_isAlone = m_isBlinking = m_isSwapped = false;
    while (int(m_cells.size()) < shape.cells())
        Q_EMIT cellMade(makeCell());
    const bool changed = !(shape == m_shape);
    m_shape = shape;
    layOut();
    choose(std::min(m_chosen, shape.cells() - 1));
    if (changed)
        Q_EMIT shapeChanged(shape);
}

void FilmGrid::layOut() {
    for (FilmCell* cell : m_cells)
        m_layout->removeWidget(cell);
    for (int i = 0; i < 2; ++i) { // rows and columns that are not there take no room
        m_layout->setRowStretch(i, !m_isAlone && i < m_shape.rows ? 1 : 0);
        m_layout->setColumnStretch(i, !m_isAlone && i < m_shape.columns ? 1 : 0);
    }
    for (int i = 0; i < int(m_cells.size()); ++i) {
        const bool hidden = m_isBlinking && i == 0;
        const bool seen = !hidden && (m_isAlone ? i == m_chosen : i < m_shape.cells());
        const int place = m_isAlone ? 0 : placeOf(i);
        if (seen)
            m_layout->addWidget(m_cells[std::size_t(i)], place / m_shape.columns, place % m_shape.columns);
        m_cells[std::size_t(i)]->setVisible(seen);
    }
}

int FilmGrid::placeOf(int cell) const {
    if (cell > 1)
        return cell;
    if (m_isBlinking) // the second cell where the first one was
        return m_isSwapped ? 1 : 0;
    return m_isSwapped ? 1 - cell : cell;
}

void FilmGrid::swapFirstTwo() {
    if (m_shape.cells() < 2)
        return;
    m_isSwapped = !m_isSwapped;
    layOut();
}

void FilmGrid::setBlinking(bool blinking) {
    if (m_shape.cells() < 2 || m_isAlone || m_isBlinking == blinking)
        return;
    m_isBlinking = blinking;
    layOut();
}

void FilmGrid::choose(int cell) {
    const bool changed = cell != m_chosen;
    m_chosen = cell;
    for (int i = 0; i < int(m_cells.size()); ++i)
        m_cells[std::size_t(i)]->setChosen(i == cell, m_shape.cells() > 1 && !m_isAlone);
    if (changed)
        Q_EMIT chosenChanged(m_cells[std::size_t(cell)]);
}

void FilmGrid::toggleAlone(int cell) {
    if (m_shape.cells() == 1)
        return;
    m_isAlone = !m_isAlone;
    choose(cell);
    layOut();
}

} // namespace pleurascope::ui::review
