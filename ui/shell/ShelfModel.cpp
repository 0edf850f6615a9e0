// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShelfModel.h"

#include "ui/widgets/ErrorText.h"

#include <QLocale>

namespace pleurascope::ui::shell {

ShelfModel::ShelfModel(QObject* parent)
    : QAbstractListModel(parent) {}

void ShelfModel::setModels(std::vector<reading::ShelvedModel> models) {
    beginResetModel();
    m_models = std::move(models);
    endResetModel();
}

void ShelfModel::setChosen(const QString& hash) {
    m_chosen = hash;
    if (!m_models.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1), {ChosenRole});
}

int ShelfModel::rowOf(const QString& hash) const {
    for (std::size_t i = 0; i < m_models.size(); ++i)
        if (QString::fromStdString(m_models[i].hash) == hash)
            return int(i);
    return -1;
}

int ShelfModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_models.size());
}

QVariant ShelfModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& model = m_models[std::size_t(index.row())];
    const bool chosen = QString::fromStdString(model.hash) == m_chosen;
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(model.name);
    case Qt::AccessibleTextRole:
        return chosen ? tr("%1, used for review").arg(QString::fromStdString(model.name))
                      : QString::fromStdString(model.name);
    case HashRole:
        return QString::fromStdString(model.hash);
    case SecondLineRole:
        return secondLine(model);
    case ChosenRole:
        return chosen;
    case ProblemRole:
        return !model.problem.empty();
    default:
        return {};
    }
}

QString ShelfModel::secondLine(const reading::ShelvedModel& model) {
    if (!model.problem.empty())
        return widgets::errorReason(widgets::errorCodeOf(QString::fromStdString(model.problem)));
    const auto& provenance = model.description.provenance;
    if (provenance.phantomsOnly)
        return tr("Demonstration, trained on phantoms only");
    const auto auc = provenance.metrics.find("val_auc");
    if (auc == provenance.metrics.end())
        return tr("%n training film(s)", nullptr, provenance.trainingFilms);
    return tr("Validation AUC %1").arg(QLocale().toString(auc->second, 'f', 3));
}

} // namespace pleurascope::ui::shell
