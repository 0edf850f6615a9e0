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

/// The lines above the charts: which run, what it is at, how far; its error where it failed; the buttons that
/// pause and stop it.
class RunStatus : public QWidget {
    Q_OBJECT
public:
    explicit RunStatus(QWidget* parent = nullptr);

    void show(const QString& title, const QString& sentence);
    void showError(const QString& title, const QString& sentence);
    void setStage(StageBar::Stage stage, double fraction, const QString& remark);
    enum class Going { nothing, running, paused };
    /// Which of pause, continue and stop can be asked for.
    void setGoing(Going going);

Q_SIGNALS:
    void stopRequested();
    void pauseRequested();
    void continueRequested();

private:
    widgets::TextLabel* m_title;
    widgets::TextLabel* m_sentence;
    widgets::IconLabel* m_triangle;
    widgets::TextLabel* m_error;
    StageBar* m_bar;
    widgets::ActionButton* m_pause;
    widgets::ActionButton* m_stop;
    Going m_going = Going::nothing;
};

} // namespace pleurascope::ui::train
