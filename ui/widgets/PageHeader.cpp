// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageHeader.h"

#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace pleurascope::ui::widgets {

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_title(new TextLabel(title, TextSize::title))
    , m_subtitle(new ElidedLabel(TextSize::label, Token::text2)) {
    setObjectName(QStringLiteral("pageHeader"));
    setMinimumHeight(px(48));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row->setContentsMargins(px(16), px(7), px(16), px(8));
    m_row->setSpacing(px(8));
    m_row->addWidget(m_title);
    m_row->addWidget(m_subtitle);
    m_subtitle->hide();
    m_title->setVisible(!title.isEmpty());
    connect(&Theme::current(), &Theme::themeChanged, this, [this] { setMinimumHeight(px(48)); });
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

void PageHeader::setSubtitle(const QString& subtitle) {
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
}

} // namespace pleurascope::ui::widgets
