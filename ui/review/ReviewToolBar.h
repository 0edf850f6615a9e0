// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/FilmView.h"

#include <QFrame>

class QButtonGroup;
class QToolButton;
class QVBoxLayout;

namespace pleurascope::ui::review {

/// The strip of tools left of the film: what the left button does, and the view's commands.
class ReviewToolBar : public QFrame {
    Q_OBJECT
public:
    explicit ReviewToolBar(QWidget* parent = nullptr);

    void setTool(FilmTool tool);
    void setInverted(bool inverted);
    /// What the film brings of its own can be switched off; a new film shows all of it.
    void showFilm(const imaging::DisplayParameters& display);

public Q_SLOTS:
    void toggleOverlays();
    void toggleShutter();

Q_SIGNALS:
    void toolChosen(pleurascope::ui::review::FilmTool tool);
    void fitRequested();
    void oneToOneRequested();
    void invertRequested();
    void resetRequested();
    void planesChosen(bool overlays, bool shutter);

private:
    void choosePlanes();
    QToolButton* add(QVBoxLayout& column, const QString& icon, const QString& tip);

    QButtonGroup* m_tools;
    QToolButton* m_invert;
    QToolButton* m_overlays;
    QToolButton* m_shutter;
};

} // namespace pleurascope::ui::review
