// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace pleurascope::ui::widgets {
class ActionButton;
class TextLabel;
} // namespace pleurascope::ui::widgets

namespace pleurascope::ui::train {

class RecipeForm;

/// The recipe, scrolling, with the start below it and, where a start is not possible, the reason.
class RecipePanel : public QFrame {
    Q_OBJECT
public:
    explicit RecipePanel(QWidget* parent = nullptr);

    [[nodiscard]] RecipeForm& form() const { return *m_form; }
    /// An empty reason: a run can start.
    void setReason(const QString& reason);

Q_SIGNALS:
    void startRequested();

private:
    RecipeForm* m_form;
    widgets::TextLabel* m_reason;
    widgets::ActionButton* m_start;
};

} // namespace pleurascope::ui::train
