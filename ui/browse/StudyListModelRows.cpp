// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in the worklist's rows.
#include "ui/browse/StudyListModel.h"
#include "ui/browse/StudyWords.h"
#include "ui/browse/TriagePlace.h"

namespace pleurascope::ui::browse {

int StudyListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_listing.ids.size());
}

int StudyListModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : columns;
}

QVariant StudyListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return words(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return StudyWords(study(index.row())).accessible(context(index.row()));
    case StudyIdRole:
        return qint64(m_listing.ids[std::size_t(index.row())]);
    case ThumbnailRole:
        return m_thumbnails.value(study(index.row()).film.id);
    case Qt::ToolTipRole:
        return TriagePlace(*this, index.row()).words();
    case GroupRole: {
        const auto place = group(index.row());
        return place ? int(*place) : -1;
    }
    default:
        return {};
    }
}

QString StudyListModel::words(int row, int column) const {
    if (!isLoaded(row))
        return {};
    const StudyWords words(study(row));
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

} // namespace pleurascope::ui::browse
