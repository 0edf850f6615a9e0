// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/FilmGrid.h"

#include <QFrame>

#include <vector>

class QToolButton;

namespace pleurascope::ui::review {

/// One film, two side by side, two one above the other, four: a button each.
class ShapeButtons : public QFrame {
    Q_OBJECT
public:
    explicit ShapeButtons(QWidget* parent = nullptr);

    /// `hint` follows each button's name in its tooltip, on lines of its own.
    void showShape(GridShape shape, const QString& hint = {});

Q_SIGNALS:
    void shapeChosen(pleurascope::ui::review::GridShape shape);
    /// A right click.
    void menuRequested(const QPoint& place);

private:
    std::vector<QToolButton*> m_buttons; ///< as GridShape::all()
};

} // namespace pleurascope::ui::review
