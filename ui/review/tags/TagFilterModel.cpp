// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tags/TagFilterModel.h"

#include "ui/review/tags/TagTableModel.h"

namespace pleurascope::ui::review {

void TagFilterModel::setText(const QString& text) {
    m_text = text.trimmed();
    invalidateFilter();
}

void TagFilterModel::setOnlyDifferences(bool only) {
    m_onlyDifferences = only;
    invalidateFilter();
}

bool TagFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto text = [&](int column) { return sourceModel()->index(row, column, parent).data().toString(); };
    if (m_onlyDifferences && !sourceModel()->index(row, 0, parent).data(TagTableModel::differsRole).toBool())
        return false;
    if (m_text.isEmpty())
        return true;
    const QString number = text(TagTableModel::tag);
    QString digits = number;
    digits.remove(QLatin1Char('(')).remove(QLatin1Char(')')).remove(QLatin1Char(','));
    const QString candidates[] = {number, digits, text(TagTableModel::name), text(TagTableModel::value),
                                  text(TagTableModel::otherValue)};
    return std::any_of(std::begin(candidates), std::end(candidates), [&](const QString& candidate) {
        return candidate.contains(m_text, Qt::CaseInsensitive);
    });
}

} // namespace pleurascope::ui::review
