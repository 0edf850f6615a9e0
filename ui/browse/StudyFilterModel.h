// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/StudyListModel.h"

#include <QSortFilterProxyModel>
#include <QStringList>

#include <optional>

namespace pleurascope::ui::browse {

enum class StudyFilter { all, flagged, unread, read, disputed };
inline constexpr int studyFilterCount = int(StudyFilter::disputed) + 1;

/// The worklist as it is shown: filtered by chip and by words, in triage order (flagged by score, the others
/// as they arrived, then what has been read) or by a column.
class StudyFilterModel : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum Role { GroupRole = Qt::UserRole + 100 };

    explicit StudyFilterModel(StudyListModel& studies, QObject* parent = nullptr);

    void setFilter(StudyFilter filter);
    /// Every word must occur somewhere in name, id, accession, date, view or description.
    void setSearch(const QString& words);
    void sortByTriage();
    void sortByColumn(int column, Qt::SortOrder order);
    [[nodiscard]] bool isTriageOrder() const { return m_column < 0; }

    /// How many studies of the whole list a chip stands for.
    [[nodiscard]] int count(StudyFilter filter) const;
    [[nodiscard]] int groupCount(StudyGroup group) const;

    [[nodiscard]] const store::WorklistRow& study(int row) const;
    [[nodiscard]] StateContext context(int row) const;
    [[nodiscard]] QModelIndex indexOf(qint64 studyId) const;
    /// How many unread studies that arrived earlier stand below this row because of its score.
    [[nodiscard]] int raisedAbove(int row) const;

    [[nodiscard]] std::optional<qint64> studyAfter(qint64 studyId) const { return neighbour(studyId, 1); }
    [[nodiscard]] std::optional<qint64> studyBefore(qint64 studyId) const { return neighbour(studyId, -1); }
    /// The next unread study below `studyId` (0: from the top), then from the top; never `studyId` itself.
    [[nodiscard]] std::optional<qint64> nextUnread(qint64 studyId) const;

    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    [[nodiscard]] std::optional<qint64> neighbour(qint64 studyId, int step) const;
    [[nodiscard]] bool isBefore(const store::WorklistRow& left, const store::WorklistRow& right) const;
    [[nodiscard]] int compareColumn(int leftRow, int rightRow) const;

    StudyListModel& m_studies;
    StudyFilter m_filter = StudyFilter::all;
    QStringList m_words;
    int m_column = -1; ///< -1: triage
    Qt::SortOrder m_order = Qt::AscendingOrder;
};

} // namespace pleurascope::ui::browse
