// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/HangingRules.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QToolButton;

namespace pleurascope::ui::review {

/// The rules in the order in which they are tried, one of them chosen; they are added, moved and removed
/// here. The last line says what happens where none applies.
class RuleList : public QWidget {
    Q_OBJECT
public:
    explicit RuleList(QWidget* parent = nullptr);

    void setRules(std::vector<reading::HangingRule> rules);
    [[nodiscard]] const std::vector<reading::HangingRule>& rules() const { return m_rules; }
    /// -1 where there is none.
    [[nodiscard]] int chosen() const;
    /// The chosen rule is this now.
    void changeChosen(const reading::HangingRule& rule);

Q_SIGNALS:
    void chosenChanged(int rule);
    /// By the reader, here.
    void rulesChanged();

private:
    void add();
    void remove();
    void move(int by);
    void fill(int chosen);
    void follow();

    std::vector<reading::HangingRule> m_rules;
    QListWidget* m_list;
    QToolButton* m_remove = nullptr;
    QToolButton* m_up = nullptr;
    QToolButton* m_down = nullptr;
};

} // namespace pleurascope::ui::review
