// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KeysOverlay.h"

#include "ui/shell/KeyMap.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace pleurascope::ui::shell {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {

QWidget* makeGroup(const KeyGroup& group) {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(12));
    grid->setVerticalSpacing(px(6));
    grid->addWidget(new TextLabel(group.title, TextSize::section), 0, 0, 1, 2);
    int row = 1;
    for (const auto& key : group.keys) {
        grid->addWidget(new widgets::KeyHint(key.key, QString()), row, 0, Qt::AlignRight);
        grid->addWidget(new TextLabel(key.words, TextSize::label, Token::text2), row, 1);
        ++row;
    }
    grid->setColumnMinimumWidth(0, px(84));
    grid->setColumnStretch(1, 1);
    return widget;
}

} // namespace

KeysOverlay::KeysOverlay(QWidget* window)
    : QWidget(window)
    , m_card(makeCard()) {
    setObjectName(QStringLiteral("keysOverlay"));
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Keys"));
    auto* middle = new QVBoxLayout(this);
    middle->addWidget(m_card, 0, Qt::AlignCenter);
    window->installEventFilter(this);
    hide();
}

QWidget* KeysOverlay::makeCard() {
    auto* card = new QFrame(this);
    card->setProperty("surface", QStringLiteral("popup"));
    auto* whole = new QVBoxLayout(card);
    whole->setContentsMargins(px(24), px(16), px(24), px(24));
    whole->setSpacing(px(16));
    whole->addWidget(new TextLabel(tr("Keys"), TextSize::title));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(px(32));
    const auto groups = keyGroups();
    for (std::size_t i = 0; i < groups.size(); i += 2) {
        auto* column = new QVBoxLayout;
        column->setSpacing(px(16));
        column->addWidget(makeGroup(groups[i]));
        if (i + 1 < groups.size())
            column->addWidget(makeGroup(groups[i + 1]));
        column->addStretch(1);
        columns->addLayout(column);
    }
    whole->addLayout(columns);
    whole->addWidget(new TextLabel(tr("Single letters are silent while a text field has the focus."),
                                   TextSize::label, Token::text2));
    return card;
}

void KeysOverlay::toggle() {
    if (isVisible()) {
        hide();
        if (m_focusBefore)
            m_focusBefore->setFocus();
        return;
    }
    m_focusBefore = QApplication::focusWidget();
    setGeometry(parentWidget()->rect());
    show();
    raise();
    setFocus();
}

void KeysOverlay::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor veil = widgets::colour(Token::canvas);
    veil.setAlphaF(0.5F);
    painter.fillRect(rect(), veil);
}

void KeysOverlay::mousePressEvent(QMouseEvent* event) {
    if (!m_card->geometry().contains(event->pos()))
        toggle();
}

void KeysOverlay::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape || event->text() == QLatin1String("?"))
        toggle();
}

bool KeysOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

} // namespace pleurascope::ui::shell
