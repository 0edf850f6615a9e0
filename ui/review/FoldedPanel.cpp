// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FoldedPanel.h"

#include "ui/widgets/Icon.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/KeyBindings.h"
#include "ui/widgets/NumberLabel.h"

#include <QToolButton>
#include <QVBoxLayout>

namespace pleurascope::ui::review {

using widgets::px;
using widgets::TextSize;
using widgets::Token;

FoldedPanel::FoldedPanel(QWidget* parent)
    : QWidget(parent)
    , m_unfold(new QToolButton)
    , m_flag(new widgets::IconLabel(QStringLiteral("flag"), Token::amber))
    , m_score(new widgets::NumberLabel(TextSize::title)) {
    m_unfold->setIcon(widgets::icon(QStringLiteral("panel")));
    m_unfold->setIconSize(QSize(px(20), px(20)));
    widgets::KeyBindings::current().describe(m_unfold, tr("Unfold the panel"),
                                             QStringLiteral("review.panel"));
    m_unfold->setFocusPolicy(Qt::TabFocus);
    connect(m_unfold, &QToolButton::clicked, this, &FoldedPanel::unfoldRequested);
    m_score->setAlignment(Qt::AlignHCenter);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(8), px(16), px(8), px(16));
    column->setSpacing(px(12));
    column->addWidget(m_unfold, 0, Qt::AlignHCenter);
    column->addWidget(m_score);
    column->addWidget(m_flag, 0, Qt::AlignHCenter);
    column->addStretch(1);
    tell({}, {}, false);
}

void FoldedPanel::tell(const QString& title, const QString& score, bool isFlagged) {
    m_score->setTone(isFlagged ? Token::amber : Token::text);
    m_score->setText(score);
    m_flag->setVisible(isFlagged);
    setToolTip(title.toHtmlEscaped());
    setAccessibleName(title);
}

} // namespace pleurascope::ui::review
