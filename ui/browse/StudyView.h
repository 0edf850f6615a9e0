// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browse/StudyDelegate.h"

#include <QTreeView>

namespace pleurascope::ui::browse {

/// The worklist's table. Keeps the study that is chosen, whatever rows come, go or move; tells which rows are
/// in sight so that their thumbnails are loaded first. Enter and double click open, a click on a column's
/// title sorts by it.
class StudyView : public QTreeView {
    Q_OBJECT
public:
    explicit StudyView(StudyListModel& studies, QWidget* parent = nullptr);

    [[nodiscard]] std::optional<qint64> currentStudy() const;
    void choose(qint64 studyId);
    /// Rows in sight, top first.
    [[nodiscard]] std::vector<int> visibleRows() const;
    /// Leaves columns out where the room is narrow.
    void setNarrow(bool narrow);
    /// Back to the triage order.
    void clearSorting();

Q_SIGNALS:
    void currentStudyChanged();
    void openRequested(qint64 studyId);
    void visibleRowsChanged();
    void sortingChanged();

protected:
    void drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                 const QModelIndex& index) const override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void setUpHeader();
    void sizeColumns();
    void openCurrent();
    void sortBy(int column);

    StudyListModel& m_studies;
    StudyDelegate* m_delegate;
    QPersistentModelIndex m_hovered;
    bool m_keyboardFocus = false;
    bool m_narrow = false;
};

} // namespace pleurascope::ui::browse
