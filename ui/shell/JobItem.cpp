// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/JobItem.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QProgressBar>
#include <QToolButton>

namespace pleurascope::ui::shell {

using widgets::ElidedLabel;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

JobItem::JobItem(const QString& icon, Token iconTone, QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextSize::label))
    , m_detail(new ElidedLabel(TextSize::label, Token::text2))
    , m_bar(new QProgressBar)
    , m_rest(new ElidedLabel(TextSize::label, Token::text2))
    , m_cancel(new QToolButton) {
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(px(160));
    m_cancel->setIcon(widgets::icon(QStringLiteral("close")));
    m_cancel->setIconSize(QSize(px(14), px(14)));
    m_cancel->setToolTip(tr("Stop"));
    m_cancel->setAccessibleName(tr("Stop"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(new widgets::IconLabel(icon, iconTone));
    row->addWidget(m_title);
    row->addWidget(m_detail, 1);
    row->addWidget(m_bar);
    row->addWidget(m_rest, 1);
    row->addWidget(m_cancel);
    for (QWidget* part : std::initializer_list<QWidget*>{m_title, m_detail, m_bar, m_rest, m_cancel, this})
        part->hide();
    connect(m_cancel, &QToolButton::clicked, this, &JobItem::cancelRequested);
}

void JobItem::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void JobItem::setDetail(const QString& detail) {
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void JobItem::setFraction(std::optional<double> fraction) {
    m_bar->setVisible(fraction.has_value());
    m_bar->setValue(int(fraction.value_or(0) * 1000));
}

void JobItem::setRest(const QString& rest) {
    m_rest->setText(rest);
    m_rest->setVisible(!rest.isEmpty());
}

void JobItem::setCancellable(bool cancellable) {
    m_cancel->setVisible(cancellable);
}

void JobItem::setLink(bool link) {
    m_link = link;
    setCursor(link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setFocusPolicy(link ? Qt::TabFocus : Qt::NoFocus);
    m_detail->setTone(link ? Token::text : Token::text2);
}

void JobItem::mouseReleaseEvent(QMouseEvent* event) {
    QWidget::mouseReleaseEvent(event);
    if (m_link)
        Q_EMIT linkChosen();
}

void JobItem::keyPressEvent(QKeyEvent* event) {
    if (m_link && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space))
        Q_EMIT linkChosen();
    else
        QWidget::keyPressEvent(event);
}

} // namespace pleurascope::ui::shell
