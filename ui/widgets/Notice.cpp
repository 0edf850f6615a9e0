// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Notice.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QHBoxLayout>

namespace pleurascope::ui::widgets {

Notice::Notice(QWidget* parent)
    : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    row->addWidget(new IconLabel(QStringLiteral("info")));
    auto* words = new TextLabel(tr("Research software, not for diagnosis"), TextSize::label);
    QFont font = words->font();
    font.setWeight(QFont::Medium);
    words->setFont(font);
    words->setObjectName(QStringLiteral("notice"));
    row->addWidget(words);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
}

} // namespace pleurascope::ui::widgets
