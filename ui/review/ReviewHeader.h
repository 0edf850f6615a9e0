// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"
#include "ui/review/WindowPreset.h"

#include <QFrame>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace pleurascope::ui::widgets {
class ElidedLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

/// The strip above the film: whose it is, its window by name or typed, previous and next.
class ReviewHeader : public QFrame {
    Q_OBJECT
public:
    explicit ReviewHeader(QWidget* parent = nullptr);

    void showStudy(const store::WorklistRow& row);
    void showNoStudy();
    void showFilm(const LoadedFilm& film);
    void showNoFilm();
    void showDisplay(const FilmDisplay& display);
    /// The n-th preset (from 0), if there is one.
    void choosePreset(int index);

Q_SIGNALS:
    void displayChosen(const pleurascope::ui::review::FilmDisplay& display);
    void nextRequested();
    void previousRequested();

private:
    void addNotesButton(QHBoxLayout& row);
    void showNotes(const intake::FilmHeader& header);
    void addStepButtons(QHBoxLayout& row);
    void addWindowControls(QHBoxLayout& row);
    QLineEdit* addNumber(QHBoxLayout& row, const QString& letter, const QString& name);
    void takeTypedWindow();

    widgets::ElidedLabel* m_patient;
    widgets::ElidedLabel* m_study;
    QToolButton* m_notes; ///< what was assumed while the film was read; hidden where nothing was
    QComboBox* m_presets;
    QLineEdit* m_centre;
    QLineEdit* m_width;
    std::vector<WindowPreset> m_windowPresets;
    FilmDisplay m_display;
};

} // namespace pleurascope::ui::review
