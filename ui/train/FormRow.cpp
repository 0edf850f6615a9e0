// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/FormRow.h"

#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QEvent>
#include <QHBoxLayout>

namespace pleurascope::ui::train {

using widgets::px;

namespace {

/// Number fields and combo boxes take the wheel wherever it passes, whatever their focus policy.
class PassingWheel : public QObject {
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore(); // for the form behind
        return true;
    }
};

} // namespace

QLayout* makeFormRow(const QString& name, QWidget* field, const QString& tip) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    auto* label = new widgets::ElidedLabel(name, widgets::TextSize::label, widgets::Token::text2);
    label->setBuddy(field);
    field->setToolTip(tip);
    field->setAccessibleName(name);
    field->setFixedWidth(px(164));
    field->installEventFilter(new PassingWheel(field));
    row->addWidget(label, 1);
    row->addWidget(field);
    return row;
}

} // namespace pleurascope::ui::train
