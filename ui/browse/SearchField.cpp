// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/SearchField.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/KeyHint.h"

#include <QKeyEvent>
#include <QPainter>

namespace pleurascope::ui::browse {

SearchField::SearchField(QWidget* parent)
    : QLineEdit(parent) {
    setProperty("kind", QStringLiteral("search"));
    addAction(widgets::icon(QStringLiteral("search")), LeadingPosition);
    setPlaceholderText(tr("Name, id, accession, date, description"));
    setAccessibleName(tr("Search the worklist"));
    setToolTip(tr("Search the worklist (/)"));
    setMinimumWidth(widgets::px(160));
    setMaximumWidth(widgets::px(376));
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    if (!text().isEmpty() || hasFocus())
        return;
    QPainter painter(this);
    const QString key = QStringLiteral("/");
    const QSize cap = widgets::keyCapSize(key);
    const QPoint corner(width() - cap.width() - widgets::px(8), (height() - cap.height()) / 2);
    widgets::paintKeyCap(painter, QRect(corner, cap), key, widgets::colour(widgets::Token::text2));
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            Q_EMIT left();
        else
            clear();
        return;
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT left();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

} // namespace pleurascope::ui::browse
