// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/RefusedFilesModel.h"

#include "ui/widgets/ErrorText.h"

#include <QFileInfo>

namespace pleurascope::ui::shell {

namespace {

/// A field of RFC 4180, always quoted.
std::string quoted(const std::string& text) {
    std::string field = "\"";
    for (const char character : text)
        field += character == '"' ? std::string("\"\"") : std::string(1, character);
    return field + '"';
}

} // namespace

RefusedFilesModel::RefusedFilesModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void RefusedFilesModel::add(const std::vector<reading::RefusedFile>& files) {
    if (files.empty())
        return;
    const int first = int(m_files.size());
    beginInsertRows({}, first, first + int(files.size()) - 1);
    m_files.insert(m_files.end(), files.begin(), files.end());
    endInsertRows();
}

void RefusedFilesModel::clear() {
    beginResetModel();
    m_files.clear();
    endResetModel();
}

int RefusedFilesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_files.size());
}

int RefusedFilesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : folderColumn + 1;
}

QVariant RefusedFilesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const core::Error& error = m_files[std::size_t(index.row())].error;
    if (role == Qt::ToolTipRole)
        return widgets::errorText(error);
    if (role != Qt::DisplayRole)
        return {};
    const QFileInfo file(QString::fromStdString(error.path));
    switch (index.column()) {
    case fileColumn:
        return file.fileName();
    case reasonColumn:
        return widgets::errorReason(error.code);
    default:
        return file.path();
    }
}

QVariant RefusedFilesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case fileColumn:
        return tr("File");
    case reasonColumn:
        return tr("Reason");
    default:
        return tr("Folder");
    }
}

std::string RefusedFilesModel::toCsv() const {
    std::string csv = "path,code,reason,detail\r\n";
    for (const auto& [error] : m_files)
        csv += quoted(error.path) + ',' + core::errorCodeName(error.code) + ',' +
               quoted(widgets::errorReason(error.code).toStdString()) + ',' + quoted(error.detail) + "\r\n";
    return csv;
}

} // namespace pleurascope::ui::shell
