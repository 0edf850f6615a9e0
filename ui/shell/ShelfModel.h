// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/ModelShelf.h"

#include <QAbstractListModel>

#include <vector>

namespace pleurascope::ui::shell {

/// The models on the shelf, for the list in ModelsDialog.
class ShelfModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { HashRole = Qt::UserRole, SecondLineRole, ChosenRole, ProblemRole };

    explicit ShelfModel(QObject* parent = nullptr);
    void setModels(std::vector<reading::ShelvedModel> models);
    /// The one that is used for review.
    void setChosen(const QString& hash);

    [[nodiscard]] const reading::ShelvedModel& model(int row) const { return m_models[std::size_t(row)]; }
    [[nodiscard]] int rowOf(const QString& hash) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    [[nodiscard]] static QString secondLine(const reading::ShelvedModel& model);

    std::vector<reading::ShelvedModel> m_models;
    QString m_chosen;
};

} // namespace pleurascope::ui::shell
