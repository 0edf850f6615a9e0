// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/reading/ScoringQueue.h"
#include "ui/browse/StudyState.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QImage>

#include <optional>
#include <vector>

namespace pleurascope::ui::browse {

/// The worklist as the library gave it. Rows are matched by study when they are set again, so that selections
/// and scroll positions survive. GUI thread.
class StudyListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        thumbnailColumn,
        patientColumn,
        studyColumn,
        viewColumn,
        descriptionColumn,
        scoreColumn,
        stateColumn
    };
    static constexpr int columns = stateColumn + 1;
    enum Role { StudyIdRole = Qt::UserRole, ThumbnailRole };

    explicit StudyListModel(QObject* parent = nullptr);

    void setRows(std::vector<store::WorklistRow> rows);
    /// Replaces one row, or adds it.
    void setRow(const store::WorklistRow& row);
    /// Puts a fresh prediction into its row; scores of another model are left out.
    void applyScore(const reading::ScoredFilm& scored);
    void setModelHash(const QString& hash);
    [[nodiscard]] const QString& modelHash() const { return m_modelHash; }

    void setThumbnail(qint64 filmId, const QImage& thumbnail);
    void setCannotBeShown(qint64 filmId);

    [[nodiscard]] const store::WorklistRow& row(int row) const { return m_rows[std::size_t(row)]; }
    [[nodiscard]] StateContext context(int row) const;
    [[nodiscard]] std::optional<int> rowOf(qint64 studyId) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void removeMissing(const std::vector<store::WorklistRow>& rows);
    void changed(int row);
    [[nodiscard]] QString words(int row, int column) const;

    std::vector<store::WorklistRow> m_rows;
    QHash<qint64, int> m_rowOfStudy;
    QHash<qint64, QImage> m_thumbnails; ///< by film
    QHash<qint64, bool> m_cannotBeShown;
    QString m_modelHash;
};

} // namespace pleurascope::ui::browse
