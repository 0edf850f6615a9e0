// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/RunListModel.h"

#include <QLocale>

namespace pleurascope::ui::train {

void RunListModel::setRuns(std::vector<FinishedRun> runs) {
    beginResetModel();
    m_runs = std::move(runs);
    endResetModel();
}

int RunListModel::rowOf(const std::filesystem::path& folder) const {
    for (std::size_t i = 0; i < m_runs.size(); ++i)
        if (m_runs[i].folder == folder)
            return int(i);
    return -1;
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_runs.size());
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const FinishedRun& run = m_runs[std::size_t(index.row())];
    const QString auc = QLocale().toString(run.bestValidationAuc, 'f', 3);
    const QString detail = detailOf(run);
    switch (role) {
    case Qt::DisplayRole:
        return runName(run.name);
    case Qt::ToolTipRole:
        return QString::fromStdString(run.folder.string());
    case Qt::AccessibleTextRole:
        return tr("%1, validation AUC %2, %3").arg(runName(run.name), auc, detail);
    case aucRole:
        return auc;
    case detailRole:
        return detail;
    case leaksRole:
        return run.validationLeaks;
    case hasModelRole:
        return !run.model.empty();
    default:
        return {};
    }
}

QString RunListModel::detailOf(const FinishedRun& run) {
    if (run.validationLeaks)
        return tr("validation leaks");
    if (run.isUnfinished)
        return tr("paused after epoch %1 of %2").arg(run.epochs.size()).arg(run.plannedEpochs);
    return run.model.empty() ? tr("no model, %1 epochs").arg(run.epochs.size())
                             : tr("best epoch %1 of %2").arg(run.bestEpoch).arg(run.epochs.size());
}

QString RunListModel::runName(const std::string& name) {
    const QString text = QString::fromStdString(name);
    const QString prefix = QStringLiteral("run-");
    bool isNumber = false;
    const int number = text.mid(prefix.size()).toInt(&isNumber);
    return text.startsWith(prefix) && isNumber ? tr("Run %1").arg(number) : text;
}

} // namespace pleurascope::ui::train
