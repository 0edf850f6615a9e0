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
    setTextMargins(widgets::px(28), 0, widgets::px(28), 0);
    setPlaceholderText(tr("Name, id, accession, date, description"));
    setAccessibleName(tr("Search the worklist"));
    setToolTip(tr("Search the worklist (/)"));
    setMinimumWidth(widgets::px(160));
    setMaximumWidth(widgets::px(376));
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = widgets::px(16);
    const QRectF lens(widgets::px(10), (height() - side) / 2, side, side);
    widgets::paintIcon(painter, lens, QStringLiteral("search"), widgets::colour(widgets::Token::text2));
    if (!text().isEmpty() || hasFocus())
        return;
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
