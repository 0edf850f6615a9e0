// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"
#include "ui/review/FilmGrid.h"

#include <QFrame>

class QHBoxLayout;
class QToolButton;

namespace pleurascope::ui::widgets {
class ActionButton;
class ElidedLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

class LinkButton;
class ShapeButtons;
class WindowControls;

/// The strip above the film: whose it is, its window by name or typed, previous and next.
class ReviewHeader : public QFrame {
    Q_OBJECT
public:
    explicit ReviewHeader(QWidget* parent = nullptr);

    void showStudy(const store::WorklistRow& row);
    void showNoStudy();
    void showFilm(const LoadedFilm& film);
    void showNoFilm();
    [[nodiscard]] WindowControls& windowControls() const { return *m_window; }
    /// `rule` is empty where the reader hung the films, or no rule applied.
    void showHanging(GridShape shape, const QString& rule);
    [[nodiscard]] LinkButton& linkButton() const { return *m_link; }
    /// At the layouts, for the keyboard.
    void requestHangingMenu();
    /// False: nothing that tells who the patient is.
    void setNamesShown(bool shown);

Q_SIGNALS:
    void shapeChosen(pleurascope::ui::review::GridShape shape);
    void hangingMenuRequested(const QPoint& place);
    void presentationMenuRequested(const QPoint& place);
    void tagsRequested();
    void exportRequested();
    void nextRequested();
    void previousRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void addShapes(QHBoxLayout& row);
    void addFilmButtons(QHBoxLayout& row);
    void showWho();
    void showPresentations(int count, bool isPresented);
    void addNotesButton(QHBoxLayout& row);
    void showNotes(const intake::FilmHeader& header);
    void addStepButtons(QHBoxLayout& row);

    widgets::ElidedLabel* m_patient;
    widgets::ElidedLabel* m_study;
    QToolButton* m_notes; ///< what was assumed while the film was read; hidden where nothing was
    ShapeButtons* m_shapes;
    LinkButton* m_link;
    WindowControls* m_window;
    QToolButton* m_presentation;
    widgets::ActionButton* m_tags;
    widgets::ActionButton* m_export;
    widgets::ActionButton* m_next;
    QString m_who;
    QString m_what;
    bool m_namesShown = true;
    bool m_isPresented = false;
};

} // namespace pleurascope::ui::review
