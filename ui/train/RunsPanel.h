// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/RunHistory.h"

#include <QFrame>

class QLayout;
class QListView;

namespace pleurascope::ui::widgets {
class ActionButton;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

class RunListModel;

/// What the machine is at, and the runs that have ended; a click shows a run's curves, the button takes its
/// model to review.
class RunsPanel : public QFrame {
    Q_OBJECT
public:
    explicit RunsPanel(QWidget* parent = nullptr);

    void showMachine(const QString& device, const QString& speed, const QString& elapsed);
    /// Keeps the chosen run chosen.
    void setRuns(std::vector<FinishedRun> runs);
    /// Chooses the run in `folder` as a click would.
    void choose(const std::filesystem::path& folder);
    void clearChoice();
    /// Whether a run that was not finished may be gone on with now.
    void setContinuable(bool continuable);

Q_SIGNALS:
    void runChosen(const pleurascope::ui::train::FinishedRun& run);
    void useModelRequested(const QString& modelFile);
    void continueRequested(const pleurascope::ui::train::FinishedRun& run);

private:
    QWidget* makeMachine();
    QLayout* makeFoot();
    void updateUse();

    RunListModel* m_model;
    QListView* m_list;
    widgets::TextLabel* m_device;
    widgets::TextLabel* m_speed;
    widgets::TextLabel* m_elapsed;
    widgets::TextLabel* m_empty;
    widgets::ActionButton* m_continue;
    widgets::ActionButton* m_use;
    widgets::TextLabel* m_reason;
    bool m_continuable = false;
    bool m_silent = false; ///< the list is being filled: no choice of the user
};

} // namespace pleurascope::ui::train
