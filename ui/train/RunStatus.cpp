// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RunStatus.h"

#include "ui/widgets/ActionButton.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace pleurascope::ui::train {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

RunStatus::RunStatus(QWidget* parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextSize::title))
    , m_sentence(new widgets::ElidedLabel(TextSize::body, Token::text2))
    , m_triangle(new widgets::IconLabel(QStringLiteral("warning"), Token::error))
    , m_error(new TextLabel(TextSize::body, Token::error))
    , m_bar(new StageBar)
    , m_pause(new widgets::ActionButton(tr("Pause")))
    , m_stop(new widgets::ActionButton(tr("Stop"))) {
    m_pause->followKey(QStringLiteral("train.pause"));
    m_stop->setIconName(QStringLiteral("stop"));
    m_stop->followKey(QStringLiteral("train.stop"));
    m_stop->setToolTip(tr("Stop after the batch at hand; the best epoch so far is kept"));
    m_error->setWordWrap(true);
    auto* heading = new QHBoxLayout;
    heading->setSpacing(px(12));
    heading->addWidget(m_title);
    heading->addWidget(m_sentence, 1);
    heading->addWidget(m_pause);
    heading->addWidget(m_stop);
    auto* trouble = new QHBoxLayout;
    trouble->setSpacing(px(8));
    trouble->addWidget(m_triangle, 0, Qt::AlignTop);
    trouble->addWidget(m_error, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    column->addLayout(heading);
    column->addWidget(m_bar);
    column->addLayout(trouble);
    connect(m_stop, &QPushButton::clicked, this, &RunStatus::stopRequested);
    connect(m_pause, &QPushButton::clicked, this, [this] {
        if (m_going == Going::paused)
            Q_EMIT continueRequested();
        else
            Q_EMIT pauseRequested();
    });
    setGoing(Going::nothing);
    m_triangle->hide();
    m_error->hide();
}

void RunStatus::show(const QString& title, const QString& sentence) {
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_triangle->hide();
    m_error->hide();
}

void RunStatus::showError(const QString& title, const QString& sentence) {
    show(title, QString());
    m_error->setText(sentence);
    m_error->show();
    m_triangle->show();
}

void RunStatus::setStage(StageBar::Stage stage, double fraction, const QString& remark) {
    m_bar->setState(stage, fraction, remark);
}

void RunStatus::setGoing(Going going) {
    m_going = going;
    m_stop->setEnabled(going == Going::running);
    m_pause->setEnabled(going != Going::nothing);
    m_pause->setIconName(going == Going::paused ? QStringLiteral("play") : QStringLiteral("pause"));
    m_pause->setText(going == Going::paused ? tr("Continue") : tr("Pause"));
    m_pause->setToolTip(
        going == Going::paused
            ? tr("Go on after the last whole epoch, as if there had been no pause")
            : tr("Stop after the batch at hand, to go on later; the epoch at hand is done again"));
}

} // namespace pleurascope::ui::train
