// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusStrip.h"

#include "ui/shell/JobItem.h"
#include "ui/shell/KeyMap.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/KeyHint.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

#include <algorithm>

namespace pleurascope::ui::shell {

using widgets::IconLabel;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

StatusStrip::StatusStrip(QWidget* parent)
    : QFrame(parent)
    , m_row(new QHBoxLayout(this))
    , m_deviceArea(new QWidget)
    , m_device(new TextLabel(TextSize::label, Token::text2)) {
    setObjectName(QStringLiteral("statusStrip"));
    setMinimumHeight(px(32));
    m_row->setContentsMargins(px(80), 1, px(16), 0);
    m_row->setSpacing(px(16));
    m_import = addJob(QStringLiteral("import"), int(Token::text2));
    m_setAside = addJob(QStringLiteral("warning"), int(Token::text2));
    m_preparation = addJob(QStringLiteral("running"), int(Token::accent));
    m_scoring = addJob(QStringLiteral("running"), int(Token::accent));
    m_training = addJob(QStringLiteral("train"), int(Token::accent));
    m_trouble = addJob(QStringLiteral("warning"), int(Token::error));
    m_row->addStretch(1);
    auto* deviceRow = new QHBoxLayout(m_deviceArea);
    deviceRow->setContentsMargins(0, 0, 0, 0);
    deviceRow->setSpacing(px(6));
    deviceRow->addWidget(new IconLabel(QStringLiteral("chip")));
    deviceRow->addWidget(m_device);
    m_deviceArea->hide();
    m_row->addWidget(m_deviceArea);
    m_notice = makeNotice();
    m_row->addWidget(m_notice);
    m_import->setTitle(tr("Importing"));
    m_import->setCancellable(true);
    m_setAside->setLink(true);
    connect(m_import, &JobItem::cancelRequested, this, &StatusStrip::importCancelRequested);
    connect(m_setAside, &JobItem::linkChosen, this, &StatusStrip::setAsideRequested);
    updateHints();
}

QWidget* StatusStrip::makeNotice() {
    auto* notice = new QWidget;
    auto* row = new QHBoxLayout(notice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(14));
    auto* rule = widgets::makeRule(Qt::Vertical);
    rule->setFixedHeight(px(16));
    row->addWidget(rule);
    row->addWidget(new widgets::Notice);
    notice->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    return notice;
}

JobItem* StatusStrip::addJob(const QString& icon, int tone) {
    auto* job = new JobItem(icon, Token(tone));
    m_jobs.push_back(job);
    m_row->addWidget(job);
    return job;
}

void StatusStrip::updateHints() {
    if (m_hints != nullptr) {
        m_row->removeWidget(m_hints);
        m_hints->hide();
        m_hints->deleteLater(); // showing it may have resized the strip, which brought us here again
    }
    m_hints = new QWidget;
    auto* row = new QHBoxLayout(m_hints);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(16));
    int room = width() - m_notice->sizeHint().width() - m_deviceArea->sizeHint().width() - px(80) - px(64);
    for (const auto& hint : keyHints(m_page)) {
        auto* item = new widgets::KeyHint(hint.key, hint.words, m_hints);
        room -= item->sizeHint().width() + px(16);
        if (room < 0) {
            delete item; // whole hints or none: a cut word helps nobody
            break;
        }
        row->addWidget(item);
    }
    m_row->insertWidget(0, m_hints);
    const bool busy =
        std::any_of(m_jobs.begin(), m_jobs.end(), [](const JobItem* job) { return !job->isHidden(); });
    m_hints->setVisible(!busy);
}

void StatusStrip::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    updateHints();
    m_deviceArea->setVisible(!m_device->text().isEmpty() && width() >= px(760));
}

void StatusStrip::setPage(Page page) {
    m_page = page;
    updateHints();
}

void StatusStrip::setDevice(const QString& device) {
    m_device->setText(device);
    m_deviceArea->setVisible(!device.isEmpty());
}

void StatusStrip::setTraining(const QString& text, double fraction) {
    m_training->setTitle(tr("Training"));
    m_training->setDetail(text);
    m_training->setFraction(fraction);
    m_training->setVisible(!text.isEmpty());
    updateHints();
}

void StatusStrip::setScoringLeft(int films) {
    m_scoring->setDetail(tr("Scoring, %n film(s) left", nullptr, films));
    m_scoring->setVisible(films > 0);
    updateHints();
}

void StatusStrip::setPreparation(const QString& text, double fraction) {
    m_preparation->setDetail(text);
    m_preparation->setFraction(fraction);
    m_preparation->setVisible(!text.isEmpty());
    updateHints();
}

void StatusStrip::setTrouble(const QString& sentence) {
    m_trouble->setDetail(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
    updateHints();
}

void StatusStrip::showImport(const QString& detail, double fraction, const QString& rest) {
    m_import->setDetail(detail);
    m_import->setFraction(fraction);
    m_import->setRest(rest);
    if (m_import->isHidden()) {
        m_import->show();
        updateHints();
    }
}

void StatusStrip::hideImport() {
    m_import->hide();
    updateHints();
}

void StatusStrip::setSetAside(int files) {
    m_setAside->setDetail(tr("%n file(s) set aside", nullptr, files));
    m_setAside->setVisible(files > 0);
    updateHints();
}

} // namespace pleurascope::ui::shell
