// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/marks/MarkTableModel.h"

#include <algorithm>

namespace pleurascope::ui::review {

MarkTableModel::Line MarkTableModel::lineOf(const Mark& mark, const MeasuredFilm& film) {
    const MarkKind* kind = markKind(mark.kind);
    const QStringList label = kind->label(mark, film);
    const auto values = kind->values(mark, film);
    Line line{mark.uid, kind->words().name, {}, label.join(QLatin1Char('\n')), mark.frame};
    line.value = values.empty() ? mark.words : values.front().text();
    if (values.size() > 1) // which of them it is
        line.value = tr("%1 %2").arg(values.front().name, line.value);
    return line;
}

void MarkTableModel::setMarks(const std::vector<Mark>& marks, const MeasuredFilm& film) {
    std::vector<Line> lines;
    for (const Mark& mark : marks)
        if (markKind(mark.kind) != nullptr)
            lines.push_back(lineOf(mark, film));
    const auto sameUid = [](const Line& a, const Line& b) { return a.uid == b.uid; };
    const bool samePlaces =
        lines.size() == m_lines.size() && std::equal(lines.begin(), lines.end(), m_lines.begin(), sameUid);
    if (!samePlaces) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < lines.size(); ++row)
        if (!(lines[row] == m_lines[row])) {
            m_lines[row] = lines[row];
            Q_EMIT dataChanged(index(int(row), 0), index(int(row), columns - 1));
        }
}

int MarkTableModel::rowOf(const QString& uid) const {
    const auto found =
        std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) { return line.uid == uid; });
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

int MarkTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_lines.size());
}

int MarkTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant MarkTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& line = m_lines[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == kind ? line.kind : line.value;
    case Qt::ToolTipRole:
        return line.tip.toHtmlEscaped();
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(line.kind, line.value);
    case Qt::TextAlignmentRole:
        return index.column() == value ? int(Qt::AlignRight | Qt::AlignVCenter)
                                       : int(Qt::AlignLeft | Qt::AlignVCenter);
    case uidRole:
        return line.uid;
    case frameRole:
        return line.frame;
    default:
        return {};
    }
}

QVariant MarkTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == kind ? tr("Mark") : tr("Value");
}

} // namespace pleurascope::ui::review
