// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/NoticeBanner.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace pleurascope::ui::shell {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

NoticeBanner::NoticeBanner(QWidget* parent)
    : QFrame(parent) {
    setObjectName(QStringLiteral("noticeBanner"));
    setProperty("surface", QStringLiteral("banner"));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(new TextLabel(tr("Research software, not for diagnosis"), TextSize::section));
    auto* more = new TextLabel(explanation(), TextSize::label, Token::text2);
    more->setWordWrap(true);
    words->addWidget(more);
    auto* understood = new widgets::ActionButton(tr("Understood"), widgets::ButtonKind::primary);
    connect(understood, &QPushButton::clicked, this, &NoticeBanner::acknowledged);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(10), px(16), px(10));
    row->setSpacing(px(12));
    row->addWidget(new widgets::IconLabel(QStringLiteral("info"), Token::text), 0, Qt::AlignTop);
    row->addLayout(words, 1);
    row->addWidget(understood, 0, Qt::AlignVCenter);
}

QString NoticeBanner::explanation() {
    return tr("PleuraScope is for research and teaching. It is not a medical device: scores and maps can be "
              "wrong, and no "
              "decision about a patient may rest on them.");
}

} // namespace pleurascope::ui::shell
