// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/FilmCell.h"

#include <QWidget>

#include <functional>
#include <vector>

class QGridLayout;

namespace pleurascope::ui::review {

/// Rows by columns of film cells.
struct GridShape {
    int rows = 1;
    int columns = 1;

    [[nodiscard]] int cells() const { return rows * columns; }
    friend bool operator==(const GridShape&, const GridShape&) = default;

    /// 1x1, 1x2, 2x1, 2x2.
    [[nodiscard]] static const std::vector<GridShape>& all();
};

/// Film cells side by side, of which one is chosen: what is done by key or button is done there. Cells are
/// made when they are first seen, and kept. A double click lays one over all and back.
class FilmGrid : public QWidget {
    Q_OBJECT
public:
    FilmGrid(store::Library& library, std::filesystem::path readerProgram, QWidget* parent = nullptr);

    /// The first cell, in which the study on show hangs. Always there.
    [[nodiscard]] FilmCell& primary() { return *m_cells.front(); }
    [[nodiscard]] FilmCell& chosen() { return *m_cells[std::size_t(m_chosen)]; }
    [[nodiscard]] int chosenIndex() const { return m_chosen; }
    /// Those that the shape shows, row by row.
    [[nodiscard]] std::vector<FilmCell*> cells() const;
    /// Those that wait unseen, too.
    [[nodiscard]] const std::vector<FilmCell*>& allCells() const { return m_cells; }
    [[nodiscard]] int indexOf(const FilmCell& cell) const;

    void setShape(GridShape shape);
    [[nodiscard]] GridShape shape() const { return m_shape; }
    void choose(int cell);
    /// The first two cells change places on the screen; the first stays the primary one.
    void swapFirstTwo();
    /// The second cell stands where the first one does, until it is over.
    void setBlinking(bool blinking);

Q_SIGNALS:
    /// Before it is first shown: whoever wants something of every cell says so here.
    void cellMade(pleurascope::ui::review::FilmCell* cell);
    void chosenChanged(pleurascope::ui::review::FilmCell* cell);
    void shapeChanged(pleurascope::ui::review::GridShape shape);

private:
    FilmCell* makeCell();
    void layOut();
    [[nodiscard]] int placeOf(int cell) const;
    void toggleAlone(int cell);

    store::Library& m_library;
    std::filesystem::path m_readerProgram;
    QGridLayout* m_layout;
    std::vector<FilmCell*> m_cells;
    GridShape m_shape;
    int m_chosen = 0;
    bool m_isSwapped = false;
    bool m_isBlinking = false;
    bool m_isAlone = false; ///< the chosen cell lies over the others
};

} // namespace pleurascope::ui::review
