// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/marks/MarkKind.h"

#include <QAbstractTableModel>

namespace pleurascope::ui::review {

/// The marks of a film as lines of text: what it is, what it measures.
class MarkTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { kind, value, columns };
    enum Role { uidRole = Qt::UserRole, frameRole };

    using QAbstractTableModel::QAbstractTableModel;

    /// Lines that stay keep their place and selection.
    void setMarks(const std::vector<Mark>& marks, const MeasuredFilm& film);
    [[nodiscard]] int rowOf(const QString& uid) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Line {
        QString uid;
        QString kind;
        QString value;
        QString tip;
        int frame = 0;

        friend bool operator==(const Line&, const Line&) = default;
    };
    [[nodiscard]] static Line lineOf(const Mark& mark, const MeasuredFilm& film);

    std::vector<Line> m_lines;
};

} // namespace pleurascope::ui::review
