// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/HangingRules.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace pleurascope::ui::review {

class PlaceCard;
class ShapeButtons;

/// One hanging rule, to be changed: its name, its cells as they lie, and whether they are linked.
class RuleForm : public QWidget {
    Q_OBJECT
public:
    explicit RuleForm(QWidget* parent = nullptr);

    void showRule(const reading::HangingRule& rule);

Q_SIGNALS:
    /// By the reader.
    void ruleChanged(const pleurascope::reading::HangingRule& rule);

private:
    void take();
    void showPlaces();

    reading::HangingRule m_rule;
    QLineEdit* m_name;
    ShapeButtons* m_shapes;
    QCheckBox* m_linked;
    QGridLayout* m_cells;
    std::array<PlaceCard*, 4> m_cards{};
};

} // namespace pleurascope::ui::review
