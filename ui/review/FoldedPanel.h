// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QToolButton;

namespace pleurascope::ui::widgets {
class IconLabel;
class NumberLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::review {

/// What is left of the panel while it is folded: the score, a flag where it is above the threshold, and the
/// way back.
class FoldedPanel : public QWidget {
    Q_OBJECT
public:
    explicit FoldedPanel(QWidget* parent = nullptr);

    /// `title` is told where the pointer rests, and to screen readers; `score` may be empty.
    void tell(const QString& title, const QString& score, bool isFlagged);

Q_SIGNALS:
    void unfoldRequested();

private:
    QToolButton* m_unfold;
    widgets::IconLabel* m_flag;
    widgets::NumberLabel* m_score;
};

} // namespace pleurascope::ui::review
