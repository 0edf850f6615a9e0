// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RunsPanel.h"

#include "ui/train/RunDelegate.h"
#include "ui/train/RunListModel.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/TextLabel.h"

#include <QGridLayout>
#include <QListView>
#include <QVBoxLayout>

namespace pleurascope::ui::train {

using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

namespace {
QString orDash(const QString& text) {
    return text.isEmpty() ? QStringLiteral("–") : text;
}
} // namespace

RunsPanel::RunsPanel(QWidget* parent)
    : QFrame(parent)
    , m_model(new RunListModel(this))
    , m_list(new QListView) {
    setObjectName(QStringLiteral("sidePanel"));
    setFixedWidth(px(272));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(16), 0, px(16));
    column->setSpacing(px(8));
    column->addWidget(makeMachine());
    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(px(16), px(4), px(16), 0);
    heading->addWidget(new TextLabel(tr("Finished runs"), TextSize::section));
    heading->addStretch(1);
    heading->addWidget(new TextLabel(tr("validation AUC"), TextSize::label, Token::text2));
    column->addLayout(heading);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new RunDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setAccessibleName(tr("Finished runs"));
    m_empty = new TextLabel(tr("No run has ended yet."), TextSize::label, Token::text2);
    m_empty->setContentsMargins(px(16), 0, px(16), 0);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(makeFoot());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                updateUse();
                if (current.isValid() && !m_silent)
                    Q_EMIT runChosen(m_model->run(current.row()));
            });
    connect(m_use, &QPushButton::clicked, this, [this] {
        if (const QModelIndex current = m_list->currentIndex(); current.isValid())
            Q_EMIT useModelRequested(QString::fromStdString(m_model->run(current.row()).model.string()));
    });
    connect(m_continue, &QPushButton::clicked, this, [this] {
        if (const QModelIndex current = m_list->currentIndex(); current.isValid())
            Q_EMIT continueRequested(m_model->run(current.row()));
    });
    showMachine({}, {}, {});
    updateUse();
}

QWidget* RunsPanel::makeMachine() {
    auto* section = new widgets::PanelSection(tr("This machine"));
    auto* holder = new QWidget;
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(px(16), 0, px(16), 0);
    column->addWidget(section);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(px(4));
    grid->setColumnStretch(1, 1);
    const auto add = [&](int row, const QString& name) {
        auto* value = new widgets::ElidedLabel(TextSize::label);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(new TextLabel(name, TextSize::label, Token::text2), row, 0);
        grid->addWidget(value, row, 1);
        return value;
    };
    m_device = add(0, tr("Device"));
    m_speed = add(1, tr("Speed"));
    m_elapsed = add(2, tr("Elapsed"));
    section->body()->addLayout(grid);
    return holder;
}

QLayout* RunsPanel::makeFoot() {
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(px(16), px(8), px(16), 0);
    foot->setSpacing(px(8));
    m_continue = new widgets::ActionButton(tr("Continue this run"));
    m_use = new widgets::ActionButton(tr("Use this model for review"));
    m_reason = new TextLabel(TextSize::label, Token::text2);
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    m_reason->setMinimumHeight(2 * m_reason->fontMetrics().lineSpacing()); // the button above must not move
    foot->addWidget(m_continue);
    foot->addWidget(m_use);
    foot->addWidget(m_reason);
    return foot;
}

void RunsPanel::showMachine(const QString& device, const QString& speed, const QString& elapsed) {
    m_device->setText(orDash(device));
    m_speed->setText(orDash(speed));
    m_elapsed->setText(orDash(elapsed));
}

void RunsPanel::setRuns(std::vector<FinishedRun> runs) {
    const QModelIndex before = m_list->currentIndex();
    const auto chosen = before.isValid() ? m_model->run(before.row()).folder : std::filesystem::path();
    m_silent = true;
    m_model->setRuns(std::move(runs));
    if (const int row = m_model->rowOf(chosen); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
    m_silent = false;
    m_empty->setVisible(m_model->rowCount() == 0);
    updateUse();
}

void RunsPanel::choose(const std::filesystem::path& folder) {
    if (const int row = m_model->rowOf(folder); row >= 0)
        m_list->setCurrentIndex(m_model->index(row));
}

void RunsPanel::clearChoice() {
    m_list->setCurrentIndex({});
    m_list->clearSelection();
}

void RunsPanel::setContinuable(bool continuable) {
    m_continuable = continuable;
    updateUse();
}

void RunsPanel::updateUse() {
    const QModelIndex current = m_list->currentIndex();
    m_continue->setVisible(current.isValid() && m_model->run(current.row()).isUnfinished);
    m_continue->setEnabled(m_continuable);
    const bool usable = current.isValid() && !m_model->run(current.row()).model.empty();
    m_use->setEnabled(usable);
    if (usable)
        m_reason->setText(QString());
    else if (current.isValid())
        m_reason->setText(tr("This run left no model."));
    else
        m_reason->setText(tr("Ready when a run has ended and is chosen."));
}

} // namespace pleurascope::ui::train
