// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/hanging/RuleForm.h"

#include "ui/review/ShapeButtons.h"
#include "ui/review/hanging/PlaceCard.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::px;

RuleForm::RuleForm(QWidget* parent)
    : QWidget(parent)
    , m_name(new QLineEdit)
    , m_shapes(new ShapeButtons)
    , m_linked(new QCheckBox(tr("Linked")))
    , m_cells(new QGridLayout) {
    m_name->setAccessibleName(tr("Name of the rule"));
    m_name->setPlaceholderText(tr("Name of the rule"));
    m_linked->setToolTip(tr("Zoom, place and window go together"));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(12));
    head->addWidget(m_name, 1);
    head->addWidget(m_shapes);
    head->addWidget(m_linked);
    m_cells->setSpacing(px(8));
    m_cells->setColumnStretch(0, 1);
    for (std::size_t i = 0; i < m_cards.size(); ++i) {
        m_cards[i] = new PlaceCard(int(i) + 1, this);
        connect(m_cards[i], &PlaceCard::placeChanged, this, &RuleForm::take);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addLayout(head);
    column->addLayout(m_cells);
    column->addStretch(1);
    connect(m_name, &QLineEdit::textEdited, this, &RuleForm::take);
    connect(m_linked, &QCheckBox::clicked, this, &RuleForm::take);
    connect(m_shapes, &ShapeButtons::shapeChosen, this, [this](GridShape shape) {
        m_rule.rows = shape.rows;
        m_rule.columns = shape.columns;
        m_rule.places.resize(std::min(m_rule.places.size(), std::size_t(shape.cells())));
        showRule(m_rule);
        Q_EMIT ruleChanged(m_rule);
    });
}

void RuleForm::showRule(const reading::HangingRule& rule) {
    m_rule = rule;
    const QString name = QString::fromStdString(rule.name);
    if (m_name->text().trimmed() != name) // else as it is being typed
        m_name->setText(name);
    m_shapes->showShape({rule.rows, rule.columns});
    m_linked->setChecked(rule.isLinked);
    m_linked->setEnabled(rule.rows * rule.columns > 1);
    showPlaces();
}

/// Cards lie as the cells do; those that the shape has no room for are put away.
void RuleForm::showPlaces() {
    const int cells = m_rule.rows * m_rule.columns;
    for (int i = 0; i < int(m_cards.size()); ++i) {
        PlaceCard& card = *m_cards[std::size_t(i)];
        m_cells->removeWidget(&card);
        card.setVisible(i < cells);
        if (i >= cells)
            continue;
        m_cells->addWidget(&card, i / m_rule.columns, i % m_rule.columns);
        const bool isHung = std::size_t(i) < m_rule.places.size();
        card.showPlace(isHung ? std::optional(m_rule.places[std::size_t(i)]) : std::nullopt, i > 0);
    }
    m_cells->setColumnStretch(1, m_rule.columns > 1 ? 1 : 0);
}

/// A rule says what hangs in its first cells: the first one that is left alone ends it, and one that is named
/// behind it names those between.
void RuleForm::take() {
    m_rule.name = m_name->text().trimmed().toStdString();
    m_rule.isLinked = m_linked->isChecked();
    const auto cells = std::size_t(m_rule.rows * m_rule.columns);
    const std::size_t before = m_rule.places.size();
    std::vector<reading::HangingPlace> places;
    for (std::size_t i = 0; i < cells; ++i) {
        const auto place = m_cards[i]->place();
        if (!place && i < before)
            break;
        if (!place)
            continue;
        while (places.size() < i)
            places.push_back({false, false, {}});
        places.push_back(*place);
    }
    m_rule.places = std::move(places);
    showRule(m_rule);
    Q_EMIT ruleChanged(m_rule);
}

} // namespace pleurascope::ui::review
