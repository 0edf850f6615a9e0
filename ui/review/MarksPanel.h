// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkTableModel.h"

#include <QWidget>

class QTableView;

namespace pleurascope::ui::widgets {
class ActionButton;
class PanelSection;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

class FilmView;

/// The list of what was drawn on the film: choosing a line chooses the mark, Delete removes it, and all of it
/// can be kept as a CSV file. Folded to a sentence while there is nothing.
class MarksPanel : public QWidget {
    Q_OBJECT
public:
    explicit MarksPanel(QWidget* parent = nullptr);

    /// Shows the marks of this view from now on.
    void follow(FilmView& view);
    [[nodiscard]] MarkTableModel& model() { return *m_model; }

Q_SIGNALS:
    void exportRequested();
    void frameRequested(int frame);

private:
    void showMarks();
    void chooseRow();

    FilmView* m_view = nullptr;
    MarkTableModel* m_model;
    widgets::PanelSection* m_section;
    widgets::TextLabel* m_empty;
    QTableView* m_table;
    widgets::ActionButton* m_export;
};

} // namespace pleurascope::ui::review
