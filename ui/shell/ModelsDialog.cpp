// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ModelsDialog.h"

#include "ui/shell/ModelDelegate.h"
#include "ui/shell/ModelDetails.h"
#include "ui/shell/WeightsSheet.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/PanelSection.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QInputDialog>
#include <QListView>
#include <QScrollArea>
#include <QStackedWidget>

#include <algorithm>

namespace pleurascope::ui::shell {

using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

ModelsDialog::ModelsDialog(Services& services, QWidget* parent)
    : QDialog(parent)
    , m_services(services)
    , m_list(new QListView)
    , m_details(new ModelDetails)
    , m_stack(new QStackedWidget)
    , m_empty(new widgets::EmptyState)
    , m_message(new TextLabel(TextSize::label, Token::text2))
    , m_import(new ActionButton(tr("Import model")))
    , m_weights(new ActionButton(tr("ImageNet weights")))
    , m_use(new ActionButton(tr("Use for review"), ButtonKind::primary))
    , m_rename(new ActionButton(tr("Rename")))
    , m_remove(new ActionButton(tr("Delete"))) {
    setWindowTitle(tr("Models"));
    setAcceptDrops(true);
    resize(px(800), px(520));
    build();
    connectParts();
    refresh();
}

void ModelsDialog::build() {
    m_list->setModel(&m_models);
    m_list->setItemDelegate(new ModelDelegate(m_list));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setBackgroundRole(QPalette::AlternateBase);
    m_list->setFixedWidth(px(288));
    m_list->setAccessibleName(tr("Models"));
    m_import->setIconName(QStringLiteral("import"));
    m_rename->setIconName(QStringLiteral("rename"));
    m_remove->setIconName(QStringLiteral("trash"));
    m_message->setWordWrap(true);
    m_empty->setSentence(
        tr("No models yet. Drop a .psmodel or Keras file here, or import one. A finished training run can "
           "also be used for review."));
    auto* scroll = new QScrollArea;
    scroll->setWidget(m_details);
    scroll->setWidgetResizable(true);
    scroll->viewport()->setAutoFillBackground(false);
    m_details->setAutoFillBackground(false);
    auto* content = new QWidget;
    auto* columns = new QHBoxLayout(content);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_list);
    columns->addWidget(widgets::makeRule(Qt::Vertical));
    columns->addWidget(scroll, 1);
    m_stack->addWidget(content);
    m_stack->addWidget(m_empty);

    layOut();
}

void ModelsDialog::layOut() {
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(px(16), 0, px(16), px(16));
    buttons->addWidget(m_import);
    buttons->addWidget(m_weights);
    buttons->addStretch(1);
    for (auto* button : {m_remove, m_rename, m_use})
        buttons->addWidget(button);
    auto* messageRow = new QHBoxLayout;
    messageRow->setContentsMargins(px(16), 0, px(16), 0);
    messageRow->addWidget(m_message, 1);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(px(12));
    whole->addWidget(m_stack, 1);
    whole->addLayout(messageRow);
    whole->addLayout(buttons);
}

void ModelsDialog::connectParts() {
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ModelsDialog::showCurrent);
    connect(m_list, &QListView::activated, this, &ModelsDialog::useCurrent);
    connect(m_import, &QPushButton::clicked, this, &ModelsDialog::askForFiles);
    connect(m_weights, &QPushButton::clicked, this, &ModelsDialog::showWeights);
    connect(m_use, &QPushButton::clicked, this, &ModelsDialog::useCurrent);
    connect(m_rename, &QPushButton::clicked, this, &ModelsDialog::renameCurrent);
    connect(m_remove, &QPushButton::clicked, this, &ModelsDialog::removeCurrent);
}

void ModelsDialog::setChosen(const QString& hash) {
    m_models.setChosen(hash);
    if (!m_list->currentIndex().isValid())
        select(hash);
    showCurrent();
}

void ModelsDialog::refresh() {
    const QString before = m_list->currentIndex().data(ShelfModel::HashRole).toString();
    auto models = m_services.shelf.models();
    if (!models) {
        say(widgets::errorText(models.error()), true);
        return;
    }
    m_models.setModels(std::move(*models));
    m_stack->setCurrentIndex(m_models.rowCount() > 0 ? 0 : 1);
    select(before);
    showCurrent();
}

void ModelsDialog::select(const QString& hash) {
    const int row = std::max(0, m_models.rowOf(hash));
    if (row < m_models.rowCount())
        m_list->setCurrentIndex(m_models.index(row));
}

void ModelsDialog::showCurrent() {
    const QModelIndex current = m_list->currentIndex();
    const bool sound = current.isValid() && !current.data(ShelfModel::ProblemRole).toBool();
    m_use->setEnabled(sound && !current.data(ShelfModel::ChosenRole).toBool());
    m_use->setText(current.data(ShelfModel::ChosenRole).toBool() ? tr("Used for review")
                                                                 : tr("Use for review"));
    m_rename->setEnabled(sound);
    m_remove->setEnabled(current.isValid());
    if (current.isValid())
        m_details->setModel(m_models.model(current.row()));
    else
        m_details->clear();
}

void ModelsDialog::showWeights() {
    auto* sheet = new WeightsSheet(m_services.profile, this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void ModelsDialog::useCurrent() {
    const QModelIndex current = m_list->currentIndex();
    if (!m_use->isEnabled() || !current.isValid())
        return;
    const QString hash = current.data(ShelfModel::HashRole).toString();
    setChosen(hash);
    Q_EMIT modelChosen(hash);
}

void ModelsDialog::renameCurrent() {
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const QString hash = current.data(ShelfModel::HashRole).toString();
    bool agreed = false;
    const QString name = QInputDialog::getText(this, tr("Rename model"), tr("Name"), QLineEdit::Normal,
                                               current.data().toString(), &agreed)
                             .trimmed();
    if (!agreed || name.isEmpty())
        return;
    const auto renamed = m_services.shelf.rename(hash.toStdString(), name.toStdString());
    refresh();
    if (!renamed)
        say(widgets::errorText(renamed.error()), true);
    else
        Q_EMIT modelRenamed(hash, name);
}

void ModelsDialog::removeCurrent() {
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid())
        return;
    const QString hash = current.data(ShelfModel::HashRole).toString();
    const QString name = current.data().toString();
    const auto removed = m_services.shelf.remove(hash.toStdString());
    refresh();
    if (removed) {
        say(tr("%1 was deleted.").arg(name), false);
        Q_EMIT modelRemoved(hash);
    } else if (removed.error().code == core::ErrorCode::inUse) {
        say(tr("%1 is kept: stored scores refer to it, and they must stay explicable.").arg(name), true);
    } else {
        say(widgets::errorText(removed.error()), true);
    }
}

void ModelsDialog::say(const QString& sentence, bool isError) {
    m_message->setTone(isError ? Token::error : Token::text2);
    m_message->setText(sentence);
}

} // namespace pleurascope::ui::shell
