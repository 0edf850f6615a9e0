// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyFilterModel.h"

#include "ui/browse/StudyWords.h"

#include <algorithm>

namespace pleurascope::ui::browse {

namespace {

bool passes(const store::WorklistRow& row, StudyFilter filter) {
    switch (filter) {
    case StudyFilter::all:
        return true;
    case StudyFilter::flagged:
        return isFlagged(row) && !isRead(row);
    case StudyFilter::unread:
        return !isRead(row);
    case StudyFilter::read:
        return isRead(row);
    case StudyFilter::disputed:
        return isRead(row) && row.verdict->choice == store::VerdictChoice::disagree;
    }
    return true;
}

int sign(auto left, auto right) {
    return left < right ? -1 : (right < left ? 1 : 0);
}

} // namespace

StudyFilterModel::StudyFilterModel(StudyListModel& studies, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_studies(studies) {
    setSourceModel(&studies);
    setDynamicSortFilter(true);
    sort(0);
}

void StudyFilterModel::setFilter(StudyFilter filter) {
    m_filter = filter;
    invalidateFilter();
}

void StudyFilterModel::setSearch(const QString& words) {
    m_words = words.toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void StudyFilterModel::sortByTriage() {
    m_column = -1;
    invalidate();
}

void StudyFilterModel::sortByColumn(int column, Qt::SortOrder order) {
    m_column = column;
    m_order = order;
    invalidate();
}

int StudyFilterModel::count(StudyFilter filter) const {
    int found = 0;
    for (int i = 0; i < m_studies.rowCount(); ++i)
        found += passes(m_studies.row(i), filter) ? 1 : 0;
    return found;
}

int StudyFilterModel::groupCount(StudyGroup group) const {
    int found = 0;
    const QDate today = QDate::currentDate();
    for (int i = 0; i < rowCount(); ++i)
        found += groupOf(study(i), today) == group ? 1 : 0;
    return found;
}

const store::WorklistRow& StudyFilterModel::study(int row) const {
    return m_studies.row(mapToSource(index(row, 0)).row());
}

StateContext StudyFilterModel::context(int row) const {
    return m_studies.context(mapToSource(index(row, 0)).row());
}

QModelIndex StudyFilterModel::indexOf(qint64 studyId) const {
    const auto row = m_studies.rowOf(studyId);
    return row ? mapFromSource(m_studies.index(*row, 0)) : QModelIndex();
}

int StudyFilterModel::raisedAbove(int row) const {
    const auto& raised = study(row);
    int passed = 0;
    for (int i = row + 1; i < rowCount(); ++i)
        passed += !isRead(study(i)) && study(i).study.id < raised.study.id ? 1 : 0;
    return passed;
}

std::optional<qint64> StudyFilterModel::neighbour(qint64 studyId, int step) const {
    const QModelIndex index = indexOf(studyId);
    if (!index.isValid())
        return std::nullopt;
    const int row = index.row() + step;
    return row >= 0 && row < rowCount() ? std::optional<qint64>(study(row).study.id) : std::nullopt;
}

std::optional<qint64> StudyFilterModel::nextUnread(qint64 studyId) const {
    const QModelIndex from = indexOf(studyId);
    const int first = from.isValid() ? from.row() + 1 : 0;
    for (int i = 0; i < rowCount(); ++i) {
        const auto& row = study((first + i) % rowCount());
        if (!isRead(row) && row.study.id != studyId)
            return row.study.id;
    }
    return std::nullopt;
}

QVariant StudyFilterModel::data(const QModelIndex& index, int role) const {
    if (role == GroupRole && index.isValid())
        return isTriageOrder() ? int(groupOf(study(index.row()), QDate::currentDate())) : -1;
    return QSortFilterProxyModel::data(index, role);
}

bool StudyFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex&) const {
    const auto& row = m_studies.row(sourceRow);
    if (!passes(row, m_filter))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = StudyWords(row).searchable();
    return std::all_of(m_words.begin(), m_words.end(),
                       [&](const QString& word) { return text.contains(word); });
}

bool StudyFilterModel::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto& first = m_studies.row(left.row());
    const auto& second = m_studies.row(right.row());
    if (isTriageOrder())
        return isBefore(first, second);
    const int compared = compareColumn(left.row(), right.row());
    if (compared == 0)
        return first.study.id < second.study.id;
    return m_order == Qt::AscendingOrder ? compared < 0 : compared > 0;
}

bool StudyFilterModel::isBefore(const store::WorklistRow& left, const store::WorklistRow& right) const {
    const QDate today = QDate::currentDate();
    const StudyGroup group = groupOf(left, today);
    if (const StudyGroup other = groupOf(right, today); group != other)
        return group < other;
    if (group == StudyGroup::flagged && left.prediction->probability != right.prediction->probability)
        return left.prediction->probability > right.prediction->probability;
    if (isRead(left) && left.verdict->id != right.verdict->id)
        return left.verdict->id > right.verdict->id;
    return left.study.id < right.study.id;
}

int StudyFilterModel::compareColumn(int leftRow, int rightRow) const {
    const auto& left = m_studies.row(leftRow);
    const auto& right = m_studies.row(rightRow);
    switch (m_column) {
    case StudyListModel::studyColumn:
        return sign(left.study.date + left.study.time, right.study.date + right.study.time);
    case StudyListModel::scoreColumn:
        return sign(hasScore(left) ? left.prediction->probability : -1.0,
                    hasScore(right) ? right.prediction->probability : -1.0);
    case StudyListModel::stateColumn:
        return sign(int(stateOf(left, m_studies.context(leftRow))),
                    int(stateOf(right, m_studies.context(rightRow))));
    default:
        return m_studies.index(leftRow, m_column)
            .data()
            .toString()
            .localeAwareCompare(m_studies.index(rightRow, m_column).data().toString());
    }
}

} // namespace pleurascope::ui::browse
