// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"
#include "ui/review/FilmGrid.h"
#include "ui/review/WindowPreset.h"

#include <QFrame>

class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace pleurascope::ui::widgets {
class ActionButton;
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
    /// `rule` is empty where the reader hung the films, or no rule applied.
    void showHanging(GridShape shape, const QString& rule, bool linked);
    /// False: nothing that tells who the patient is.
    void setNamesShown(bool shown);
    /// Takes effect with the next film.
    void setOwnPresets(std::vector<OwnPreset> presets) { m_ownPresets = std::move(presets); }
    /// The n-th preset (from 0), if there is one.
    void choosePreset(int index);

Q_SIGNALS:
    void displayChosen(const pleurascope::ui::review::FilmDisplay& display);
    void shapeChosen(pleurascope::ui::review::GridShape shape);
    void linkToggled();
    void hangingMenuRequested(const QPoint& place);
    void presentationMenuRequested(const QPoint& place);
    void tagsRequested();
    void exportRequested();
    void presetsRequested();
    void nextRequested();
    void previousRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addShapes(QHBoxLayout& row);
    void addFilmButtons(QHBoxLayout& row);
    void showWho();
    void toggleEnds();
    [[nodiscard]] std::pair<double, double> typedNumbers(const imaging::Window& window) const;
    void showPresentations(int count, bool isPresented);
    void addNotesButton(QHBoxLayout& row);
    void showNotes(const intake::FilmHeader& header);
    void addStepButtons(QHBoxLayout& row);
    void addWindowControls(QHBoxLayout& row);
    QLineEdit* addNumber(QHBoxLayout& row);
    void takeTypedWindow();

    widgets::ElidedLabel* m_patient;
    widgets::ElidedLabel* m_study;
    QToolButton* m_notes; ///< what was assumed while the film was read; hidden where nothing was
    std::vector<QToolButton*> m_shapes;
    QToolButton* m_link;
    QComboBox* m_presets;
    QToolButton* m_ends; ///< whether centre and width are shown, or the lowest and highest value
    QLineEdit* m_first;  ///< centre, or lowest
    QLineEdit* m_second; ///< width, or highest
    QToolButton* m_presentation;
    widgets::ActionButton* m_tags;
    widgets::ActionButton* m_export;
    QString m_who;
    QString m_what;
    bool m_namesShown = true;
    bool m_isPresented = false;
    bool m_showsEnds = false;
    std::vector<OwnPreset> m_ownPresets = OwnPreset::standard();
    std::vector<WindowPreset> m_windowPresets;
    FilmDisplay m_display;
};

} // namespace pleurascope::ui::review
