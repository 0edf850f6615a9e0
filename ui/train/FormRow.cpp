// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/FormRow.h"

#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>

namespace pleurascope::ui::train {

using widgets::px;

QLayout* makeFormRow(const QString& name, QWidget* field, const QString& tip) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    auto* label = new widgets::ElidedLabel(name, widgets::TextSize::label, widgets::Token::text2);
    label->setBuddy(field);
    field->setToolTip(tip);
    field->setAccessibleName(name);
    field->setFixedWidth(px(164));
    row->addWidget(label, 1);
    row->addWidget(field);
    return row;
}

} // namespace pleurascope::ui::train
