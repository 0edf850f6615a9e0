// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/StudyListModel.h"

#include <QStyledItemDelegate>

namespace pleurascope::ui::browse {

/// How a row of the worklist is being shown.
struct RowState {
    bool isCurrent = false;
    bool isHovered = false;
    bool hasFocusRing = false;
};

/// Paints the rows of the worklist: 48 high, two lines, and 24 more above the first row of a group for its
/// heading. Never loads pixels.
class StudyDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit StudyDelegate(const StudyListModel& studies, QObject* parent = nullptr);

    /// Heading, ground, hairline, selection bar and focus ring of a whole row.
    void paintRow(QPainter& painter, const QRect& row, const QModelIndex& index, const RowState& state) const;
    /// One cell's content.
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    [[nodiscard]] bool beginsGroup(const QModelIndex& index) const;
    [[nodiscard]] static int rowHeight();
    [[nodiscard]] static int headingHeight();

private:
    void paintHeading(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
    /// What stands in a row that is being fetched.
    void paintComing(QPainter& painter, const QRect& cell, int column) const;
    void paintThumbnail(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintScore(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintState(QPainter& painter, const QRect& cell, const QModelIndex& index) const;
    void paintLines(QPainter& painter, const QRect& cell, const QString& first, const QString& second,
                    bool strong) const;

    const StudyListModel& m_studies;
};

} // namespace pleurascope::ui::browse
