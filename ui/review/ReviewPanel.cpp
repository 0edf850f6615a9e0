// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewPanel.h"

#include "ui/review/MapPanel.h"
#include "ui/review/MarksPanel.h"
#include "ui/review/OpinionPanel.h"
#include "ui/review/VerdictPanel.h"
#include "ui/widgets/Theme.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace pleurascope::ui::review {

using widgets::px;

ReviewPanel::ReviewPanel(QWidget* parent)
    : QFrame(parent)
    , m_opinion(new OpinionPanel)
    , m_map(new MapPanel)
    , m_marks(new MarksPanel)
    , m_verdict(new VerdictPanel) {
    setObjectName(QStringLiteral("sidePanel"));
    auto* content = new QWidget;
    auto* parts = new QVBoxLayout(content);
    parts->setContentsMargins(px(16), px(16), px(16), px(16));
    parts->setSpacing(px(16));
    parts->addWidget(m_opinion);
    parts->addWidget(m_map);
    parts->addWidget(m_marks);
    parts->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(m_verdict);
    connect(&widgets::Theme::current(), &widgets::Theme::themeChanged, this, &ReviewPanel::takeWidth);
    takeWidth();
}

void ReviewPanel::takeWidth() {
    setFixedWidth(std::max(px(336), 30 * fontMetrics().averageCharWidth()));
}

} // namespace pleurascope::ui::review
