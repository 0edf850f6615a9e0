// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/AboutDialog.h"

#include "engine/core/Installation.h"
#include "ui/shell/NoticeBanner.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/TextLabel.h"

#include <QVBoxLayout>

namespace pleurascope::ui::shell {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

AboutDialog::AboutDialog(const QString& machine, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("About PleuraScope"));
    const auto version = core::programVersion();
    const QString number = QString::fromUtf8(version.data(), qsizetype(version.size()));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(16));
    column->setSpacing(px(8));
    const auto paragraph = [&](const QString& words, TextSize size, Token tone) {
        auto* label = new TextLabel(words, size, tone);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(px(440));
        column->addWidget(label);
    };
    column->addWidget(new TextLabel(QStringLiteral("PleuraScope %1").arg(number), TextSize::title));
    paragraph(
        tr("Review of chest X-rays, with a model's opinion on pleural effusion and the evidence for it."),
        TextSize::body, Token::text);
    column->addWidget(widgets::makeRule());
    paragraph(tr("Research software, not for diagnosis"), TextSize::section, Token::text);
    paragraph(NoticeBanner::explanation(), TextSize::body, Token::text2);
    column->addWidget(widgets::makeRule());
    if (!machine.isEmpty())
        paragraph(machine, TextSize::label, Token::text2);
    paragraph(
        tr("Free software under the GNU General Public License, version 3 or later. It comes without any "
           "warranty. Built on Qt, QCustomPlot, DCMTK, OpenCV, LibTorch, SQLite and others; text is set in "
           "Inter "
           "(SIL Open Font License 1.1)."),
        TextSize::label, Token::text2);
    auto* close = new widgets::ActionButton(tr("Close"), widgets::ButtonKind::primary);
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    column->addSpacing(px(8));
    column->addWidget(close, 0, Qt::AlignRight);
}

} // namespace pleurascope::ui::shell
