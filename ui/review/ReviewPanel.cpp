// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewPanel.h"

#include "ui/review/FoldedPanel.h"
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
    , m_verdict(new VerdictPanel)
    , m_scroll(new QScrollArea)
    , m_folded(new FoldedPanel) {
    setObjectName(QStringLiteral("sidePanel"));
    auto* content = new QWidget;
    auto* parts = new QVBoxLayout(content);
    parts->setContentsMargins(px(16), px(16), px(16), px(16));
    parts->setSpacing(px(16));
    parts->addWidget(m_opinion);
    parts->addWidget(m_map);
    parts->addWidget(m_marks);
    parts->addStretch(1);
    m_scroll->setWidget(content);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_verdict);
    column->addWidget(m_folded, 1);
    connect(m_opinion, &OpinionPanel::told, m_folded, &FoldedPanel::tell);
    connect(m_folded, &FoldedPanel::unfoldRequested, this, [this] { setFolded(false); });
    connect(&widgets::Theme::current(), &widgets::Theme::themeChanged, this, &ReviewPanel::takeWidth);
    setFolded(false);
}

void ReviewPanel::setFolded(bool folded) {
    m_isFolded = folded;
    m_scroll->setVisible(!folded);
    m_verdict->setVisible(!folded);
    m_folded->setVisible(folded);
    takeWidth();
}

void ReviewPanel::takeWidth() {
    setFixedWidth(m_isFolded ? px(80) : std::max(px(336), 30 * fontMetrics().averageCharWidth()));
}

} // namespace pleurascope::ui::review
