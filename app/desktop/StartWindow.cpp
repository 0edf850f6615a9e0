// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/StartWindow.h"

#include "ui/widgets/Loading.h"
#include "ui/widgets/Theme.h"

#include <QCloseEvent>
#include <QCoreApplication>
#include <QPainter>
#include <QScreen>
#include <QTimer>
#include <QVBoxLayout>

namespace pleurascope::desktop {

using ui::widgets::colour;
using ui::widgets::px;
using ui::widgets::TextSize;
using ui::widgets::Theme;
using ui::widgets::Token;

StartWindow::StartWindow(ui::widgets::Settings& settings)
    : m_settings(settings) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    setWindowTitle(QStringLiteral("PleuraScope"));
    setAttribute(Qt::WA_OpaquePaintEvent);
    const QSize room = screen()->availableSize(); // large text asks for more than some screens have
    setMinimumSize(QSize(px(800), px(560)).boundedTo(room));
    resize(QSize(px(1440), px(900)).boundedTo(room));
    restoreGeometry(settings.windowGeometry());
    m_patience.start(ui::widgets::loadingPatience, this);
}

QWidget* StartWindow::content() const {
    const auto* item = layout()->itemAt(0);
    return item != nullptr ? item->widget() : nullptr;
}

void StartWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), colour(Token::window));
    if (content() == nullptr)
        paintFrame(painter);
    if (!std::exchange(m_painted, true))
        QTimer::singleShot(0, this, &StartWindow::firstPainted);
}

void StartWindow::paintFrame(QPainter& painter) {
    const QRect strip(0, height() - px(32), width(), px(32));
    const QRect rail(0, 0, px(64), strip.top());
    const QRect page(rail.right() + 1, 0, width() - rail.width(), strip.top());
    painter.fillRect(strip, colour(Token::panel));
    painter.fillRect(rail, colour(Token::panel));
    painter.fillRect(rail.right(), 0, 1, rail.height(), colour(Token::line));
    painter.fillRect(0, strip.top(), width(), 1, colour(Token::line));
    if (m_showsBlocks)
        paintBlocks(painter, page);
    paintNotice(painter, strip);
}

void StartWindow::paintBlocks(QPainter& painter, const QRect& page) const {
    const int rowHeight = px(56);
    const int left = page.left() + px(24);
    for (int top = px(136); top + rowHeight < page.bottom(); top += rowHeight) {
        painter.fillRect(left, top, px(40), px(40), colour(Token::hover));
        painter.fillRect(left + px(56), top + px(6), px(160), px(11), colour(Token::hover));
        painter.fillRect(left + px(56), top + px(24), px(96), px(9), colour(Token::hover));
    }
}

void StartWindow::paintNotice(QPainter& painter, const QRect& strip) const {
    painter.setFont(Theme::current().font(TextSize::label, QFont::Medium));
    painter.setPen(colour(Token::text));
    painter.drawText(strip.adjusted(0, 0, -px(16), 0), Qt::AlignRight | Qt::AlignVCenter,
                     tr("Research software, not for diagnosis"));
}

void StartWindow::timerEvent(QTimerEvent* event) {
    if (event->timerId() != m_patience.timerId())
        return QWidget::timerEvent(event);
    m_patience.stop();
    m_showsBlocks = true;
    update();
}

void StartWindow::closeEvent(QCloseEvent* event) {
    if (QWidget* asked = content()) {
        QCoreApplication::sendEvent(asked, event);
        if (!event->isAccepted())
            return;
    }
    m_settings.setWindowGeometry(saveGeometry());
    event->accept();
}

} // namespace pleurascope::desktop
