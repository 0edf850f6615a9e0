// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ShapeButtons.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace pleurascope::ui::review {

using widgets::px;

ShapeButtons::ShapeButtons(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("segments"));
    auto* segments = new QHBoxLayout(this);
    segments->setContentsMargins(0, 0, 0, 0);
    segments->setSpacing(0);
    const QString names[] = {tr("One film"), tr("Two films side by side"),
                             tr("Two films one above the other"), tr("Four films")};
    const char* icons[] = {"layout-1", "layout-1x2", "layout-2x1", "layout-2x2"};
    for (std::size_t i = 0; i < GridShape::all().size(); ++i) {
        auto* button = new QToolButton;
        button->setIcon(widgets::icon(QString::fromLatin1(icons[i])));
        button->setIconSize(QSize(px(18), px(18)));
        button->setCheckable(true);
        button->setAccessibleName(names[i]);
        button->setToolTip(names[i]);
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QToolButton::clicked, this, [this, i] { Q_EMIT shapeChosen(GridShape::all()[i]); });
        connect(button, &QWidget::customContextMenuRequested, this,
                [this, button](const QPoint& place) { Q_EMIT menuRequested(button->mapToGlobal(place)); });
        segments->addWidget(button);
        m_buttons.push_back(button);
    }
}

void ShapeButtons::showShape(GridShape shape, const QString& hint) {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        QToolButton& button = *m_buttons[i];
        button.setChecked(GridShape::all()[i] == shape);
        button.setToolTip(hint.isEmpty() ? button.accessibleName()
                                         : button.accessibleName() + QLatin1Char('\n') + hint);
    }
}

} // namespace pleurascope::ui::review
