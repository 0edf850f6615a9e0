// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/RunHistory.h"

#include <QAbstractListModel>

namespace pleurascope::ui::train {

/// The finished runs, newest first.
class RunListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        aucRole = Qt::UserRole + 1, ///< QString, "0.908"
        detailRole,                 ///< QString, "best epoch 22 of 50"
        hasModelRole,
        leaksRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setRuns(std::vector<FinishedRun> runs);
    [[nodiscard]] const FinishedRun& run(int row) const { return m_runs[std::size_t(row)]; }
    /// Row of the run in `folder`, or -1.
    [[nodiscard]] int rowOf(const std::filesystem::path& folder) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

    /// "run-7" is "Run 7"; other names stand as they are.
    [[nodiscard]] static QString runName(const std::string& name);

private:
    [[nodiscard]] static QString detailOf(const FinishedRun& run);

    std::vector<FinishedRun> m_runs;
};

} // namespace pleurascope::ui::train
