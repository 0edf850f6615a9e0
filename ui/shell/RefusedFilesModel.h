// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/Importer.h"

#include <QAbstractTableModel>

#include <vector>

namespace pleurascope::ui::shell {

/// The files that imports of this session set aside, with what to make of each.
class RefusedFilesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { fileColumn, reasonColumn, folderColumn };

    explicit RefusedFilesModel(QObject* parent = nullptr);
    void add(const std::vector<reading::RefusedFile>& files);
    void clear();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// The whole list as CSV (RFC 4180): path, code, reason, detail.
    [[nodiscard]] std::string toCsv() const;

private:
    std::vector<reading::RefusedFile> m_files;
};

} // namespace pleurascope::ui::shell
