// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyListModel.h"

#include "ui/browse/StudyWords.h"

#include <QSet>

namespace pleurascope::ui::browse {

StudyListModel::StudyListModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void StudyListModel::setRows(std::vector<store::WorklistRow> rows) {
    removeMissing(rows);
    for (const auto& row : rows)
        setRow(row);
}

void StudyListModel::removeMissing(const std::vector<store::WorklistRow>& rows) {
    QSet<qint64> kept;
    for (const auto& row : rows)
        kept.insert(row.study.id);
    for (int i = int(m_rows.size()) - 1; i >= 0; --i) {
        if (kept.contains(m_rows[std::size_t(i)].study.id))
            continue;
        beginRemoveRows({}, i, i);
        m_rows.erase(m_rows.begin() + i);
        endRemoveRows();
    }
    m_rowOfStudy.clear();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rowOfStudy.insert(m_rows[i].study.id, int(i));
}

void StudyListModel::setRow(const store::WorklistRow& row) {
    if (const auto known = rowOf(row.study.id)) {
        m_rows[std::size_t(*known)] = row;
        changed(*known);
        return;
    }
    const int last = int(m_rows.size());
    beginInsertRows({}, last, last);
    m_rows.push_back(row);
    m_rowOfStudy.insert(row.study.id, last);
    endInsertRows();
}

void StudyListModel::applyScore(const reading::ScoredFilm& scored) {
    if (QString::fromStdString(scored.prediction.modelHash) != m_modelHash)
        return;
    if (const auto known = rowOf(scored.studyId)) {
        m_rows[std::size_t(*known)].prediction = scored.prediction;
        changed(*known);
    }
}

void StudyListModel::setModelHash(const QString& hash) {
    if (hash == m_modelHash)
        return;
    m_modelHash = hash;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].prediction.reset();
        changed(int(i));
    }
}

void StudyListModel::setThumbnail(qint64 filmId, const QImage& thumbnail) {
    m_thumbnails.insert(filmId, thumbnail);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].film.id == filmId) {
            const auto cell = index(int(i), thumbnailColumn);
            Q_EMIT dataChanged(cell, cell, {ThumbnailRole});
        }
}

void StudyListModel::setCannotBeShown(qint64 filmId) {
    m_cannotBeShown.insert(filmId, true);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_rows[i].film.id == filmId)
            changed(int(i));
}

StateContext StudyListModel::context(int row) const {
    return {!m_modelHash.isEmpty(), m_cannotBeShown.contains(m_rows[std::size_t(row)].film.id)};
}

std::optional<int> StudyListModel::rowOf(qint64 studyId) const {
    const auto found = m_rowOfStudy.constFind(studyId);
    return found == m_rowOfStudy.cend() ? std::nullopt : std::optional<int>(*found);
}

int StudyListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int StudyListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant StudyListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return words(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return StudyWords(row).accessible(context(index.row()));
    case StudyIdRole:
        return qint64(row.study.id);
    case ThumbnailRole:
        return m_thumbnails.value(row.film.id);
    default:
        return {};
    }
}

QString StudyListModel::words(int row, int column) const {
    const StudyWords words(m_rows[std::size_t(row)]);
    switch (column) {
    case patientColumn:
        return words.patient();
    case studyColumn:
        return words.date();
    case viewColumn:
        return words.view();
    case descriptionColumn:
        return words.description();
    case scoreColumn: {
        const QString score = words.score();
        return score.isEmpty() ? words.missingScore(context(row)) : score;
    }
    case stateColumn:
        return words.state(context(row));
    default:
        return {};
    }
}

QVariant StudyListModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case patientColumn:
        return tr("Patient");
    case studyColumn:
        return tr("Study");
    case viewColumn:
        return tr("View");
    case descriptionColumn:
        return tr("Description");
    case scoreColumn:
        return tr("Effusion score");
    case stateColumn:
        return tr("State");
    default:
        return QString();
    }
}

void StudyListModel::changed(int row) {
    Q_EMIT dataChanged(index(row, 0), index(row, columns - 1));
}

} // namespace pleurascope::ui::browse
