// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RefusedFilesDialog.h"

#include "engine/core/Files.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/TextLabel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QTreeView>

namespace pleurascope::ui::shell {

using widgets::ActionButton;
using widgets::ButtonKind;
using widgets::px;
using widgets::TextLabel;
using widgets::TextSize;
using widgets::Token;

RefusedFilesDialog::RefusedFilesDialog(RefusedFilesModel& files, QWidget* parent)
    : QDialog(parent)
    , m_files(files)
    , m_explanation(new TextLabel(tr("Choose a file to see what can be done about it."), TextSize::label,
                                  Token::text2)) {
    setWindowTitle(tr("Files set aside"));
    resize(px(720), px(440));
    auto* view = new QTreeView;
    view->setModel(&files);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->header()->setMinimumHeight(px(28));
    view->header()->resizeSection(RefusedFilesModel::fileColumn, px(220));
    view->header()->resizeSection(RefusedFilesModel::reasonColumn, px(200));
    connect(view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RefusedFilesDialog::explain);

    auto* exportButton = new ActionButton(tr("Export list"));
    exportButton->setIconName(QStringLiteral("export"));
    auto* close = new ActionButton(tr("Close"), ButtonKind::primary);
    close->setDefault(true);
    connect(exportButton, &QPushButton::clicked, this, &RefusedFilesDialog::exportList);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(exportButton);
    buttons->addWidget(close);

    m_explanation->setWordWrap(true);
    m_explanation->setMinimumHeight(3 * m_explanation->fontMetrics().lineSpacing());
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(16));
    column->setSpacing(px(12));
    column->addWidget(
        new TextLabel(tr("These files were not imported. None of them was changed."), TextSize::section));
    column->addWidget(view, 1);
    column->addWidget(m_explanation);
    column->addLayout(buttons);
}

void RefusedFilesDialog::explain(const QModelIndex& index) {
    m_explanation->setText(index.data(Qt::ToolTipRole).toString());
}

void RefusedFilesDialog::exportList() {
    const QString file = QFileDialog::getSaveFileName(
        this, tr("Export list"), QStringLiteral("files-set-aside.csv"), tr("Table (*.csv)"));
    if (file.isEmpty())
        return;
    const auto written = core::writeFileAtomically(file.toStdString(), m_files.toCsv());
    m_explanation->setText(written ? tr("The list was written to %1.").arg(file)
                                   : widgets::errorText(written.error()));
}

} // namespace pleurascope::ui::shell
