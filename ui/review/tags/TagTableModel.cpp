// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/tags/TagTableModel.h"

#include "ui/widgets/Theme.h"

namespace pleurascope::ui::review {

namespace {

QString valueOf(const dicom::TagLine* line) {
    if (line == nullptr)
        return {};
    const QString value = QString::fromStdString(line->value);
    return line->hash.empty() ? value : value + QStringLiteral(" …");
}

} // namespace

void TagTableModel::show(std::vector<dicom::TagLine> lines) {
    beginResetModel();
    m_lines = std::move(lines);
    m_other.clear();
    pair();
    endResetModel();
}

void TagTableModel::compareWith(std::vector<dicom::TagLine> other) {
    beginResetModel();
    m_other = std::move(other);
    pair();
    endResetModel();
}

void TagTableModel::pair() {
    if (isComparing()) {
        m_pairs = dicom::compareTags(m_lines, m_other);
        return;
    }
    m_pairs.clear();
    for (const dicom::TagLine& line : m_lines)
        m_pairs.push_back({&line, nullptr});
}

QString TagTableModel::numberOf(const dicom::TagLine& line) {
    const QString number = QStringLiteral("(%1,%2)")
                               .arg(int(line.group), 4, 16, QLatin1Char('0'))
                               .arg(int(line.element), 4, 16, QLatin1Char('0'));
    return QString(2 * line.depth, QLatin1Char(' ')) + number;
}

int TagTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_pairs.size());
}

int TagTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant TagTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const dicom::TagPair& pair = m_pairs[std::size_t(index.row())];
    const bool differs = isComparing() && !pair.isSame();
    if (role == differsRole)
        return differs;
    if (role == Qt::ForegroundRole && differs && index.column() >= value)
        return widgets::colour(widgets::Token::amber);
    if (role == Qt::ToolTipRole)
        return (index.column() == otherValue ? valueOf(pair.second) : valueOf(pair.first)).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case tag:
        return numberOf(pair.any());
    case vr:
        return QString::fromStdString(pair.any().vr);
    case name:
        return QString::fromStdString(pair.any().name);
    case value:
        return valueOf(pair.first);
    default:
        return valueOf(pair.second);
    }
}

QVariant TagTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case tag:
        return tr("Tag");
    case vr:
        return tr("VR");
    case name:
        return tr("Name");
    case value:
        return tr("Value");
    default:
        return tr("In the other file");
    }
}

} // namespace pleurascope::ui::review
