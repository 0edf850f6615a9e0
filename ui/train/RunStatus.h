// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/StageBar.h"

#include <QWidget>

namespace pleurascope::ui::widgets {
class ActionButton;
class IconLabel;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

/// The lines above the charts: which run, what it is at, how far; its error where it failed; the button that
/// stops it.
class RunStatus : public QWidget {
    Q_OBJECT
public:
    explicit RunStatus(QWidget* parent = nullptr);

    void show(const QString& title, const QString& sentence);
    void showError(const QString& title, const QString& sentence);
    void setStage(StageBar::Stage stage, double fraction, const QString& remark);
    void setStoppable(bool stoppable);

Q_SIGNALS:
    void stopRequested();

private:
    widgets::TextLabel* m_title;
    widgets::TextLabel* m_sentence;
    widgets::IconLabel* m_triangle;
    widgets::TextLabel* m_error;
    StageBar* m_bar;
    widgets::ActionButton* m_stop;
};

} // namespace pleurascope::ui::train
