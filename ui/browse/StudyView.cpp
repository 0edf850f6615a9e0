// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/StudyView.h"

#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

#include <array>

namespace pleurascope::ui::browse {

using widgets::px;
using widgets::Theme;

namespace {

/// Design widths of the columns; the description takes what is left.
constexpr std::array<int, StudyListModel::columns> widths{68, 176, 116, 84, 192, 208, 148};

} // namespace

StudyView::StudyView(StudyListModel& studies, QWidget* parent)
    : QTreeView(parent)
    , m_studies(studies)
    , m_delegate(new StudyDelegate(studies, this)) {
    setModel(&studies);
    setItemDelegate(m_delegate);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // its room is kept, so columns never move
    setEditTriggers(NoEditTriggers);
    setExpandsOnDoubleClick(false);
    setAllColumnsShowFocus(true);
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setAccessibleName(tr("Worklist"));
    setContextMenuPolicy(Qt::CustomContextMenu);
    viewport()->setBackgroundRole(QPalette::Window);
    setUpHeader();
    const auto relayout = [this] {
        // by pixels the heights of all rows would have to be known, which takes too long for a department's
        constexpr int rowsByPixel = 2000;
        setVerticalScrollMode(m_studies.rowCount() > rowsByPixel ? ScrollPerItem : ScrollPerPixel);
        scheduleDelayedItemsLayout();
        Q_EMIT visibleRowsChanged();
    };
    connect(&studies, &QAbstractItemModel::layoutChanged, this, relayout);
    connect(&studies, &QAbstractItemModel::rowsInserted, this, relayout);
    connect(&studies, &QAbstractItemModel::rowsRemoved, this, relayout);
    connect(&studies, &QAbstractItemModel::rowsMoved, this, relayout);
    connect(&Theme::current(), &Theme::themeChanged, this, [this, relayout] {
        sizeColumns();
        relayout();
    });
}

void StudyView::setUpHeader() {
    header()->setMinimumHeight(px(32));
    header()->setSectionsMovable(false);
    header()->setSectionsClickable(true);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setHighlightSections(false);
    header()->setMinimumSectionSize(px(24));
    header()->setSectionResizeMode(StudyListModel::descriptionColumn, QHeaderView::Stretch);
    header()->setFocusPolicy(Qt::NoFocus);
    connect(header(), &QHeaderView::sectionClicked, this, &StudyView::sortBy);
    sizeColumns();
}

void StudyView::sizeColumns() {
    for (int column = 0; column < StudyListModel::columns; ++column)
        if (column != StudyListModel::descriptionColumn)
            header()->resizeSection(column, px(widths[std::size_t(column)]));
    if (m_narrow) {
        header()->resizeSection(StudyListModel::patientColumn, px(156));
        header()->resizeSection(StudyListModel::stateColumn, px(128));
    }
}

void StudyView::setNarrow(bool narrow) {
    if (m_narrow == narrow)
        return;
    m_narrow = narrow;
    sizeColumns();
}

void StudyView::sortBy(int column) {
    if (column == StudyListModel::thumbnailColumn)
        return;
    const bool again = header()->isSortIndicatorShown() && header()->sortIndicatorSection() == column &&
                       !m_studies.isTriageOrder();
    const auto order = again && header()->sortIndicatorOrder() == Qt::AscendingOrder ? Qt::DescendingOrder
                                                                                     : Qt::AscendingOrder;
    header()->setSortIndicatorShown(true);
    header()->setSortIndicator(column, order);
    m_studies.sortByColumn(column, order);
    Q_EMIT sortingChanged();
}

void StudyView::clearSorting() {
    header()->setSortIndicatorShown(false);
    m_studies.sortByTriage();
    Q_EMIT sortingChanged();
}

std::optional<qint64> StudyView::currentStudy() const {
    const QModelIndex current = currentIndex();
    return current.isValid()
               ? std::optional(current.siblingAtColumn(0).data(StudyListModel::StudyIdRole).toLongLong())
               : std::nullopt;
}

void StudyView::choose(qint64 studyId) {
    if (const QModelIndex index = m_studies.indexOf(studyId);
        index.isValid() && index.row() != currentIndex().row())
        setCurrentIndex(index);
}

std::vector<int> StudyView::visibleRows() const {
    std::vector<int> rows;
    const QRect seen = viewport()->rect();
    for (QModelIndex index = indexAt(QPoint(1, 0)); index.isValid(); index = indexBelow(index)) {
        if (visualRect(index).top() > seen.bottom())
            break;
        rows.push_back(index.row());
    }
    return rows;
}

void StudyView::drawRow(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const bool isCurrent = index.row() == currentIndex().row();
    const RowState state{isCurrent, m_hovered.isValid() && m_hovered.row() == index.row(),
                         isCurrent && m_keyboardFocus && hasFocus()};
    painter->save();
    m_delegate->paintRow(*painter, QRect(0, option.rect.top(), viewport()->width(), option.rect.height()),
                         index, state);
    painter->restore();
    QStyleOptionViewItem cell = option;
    for (int column = 0; column < StudyListModel::columns; ++column) {
        cell.rect.setLeft(header()->sectionViewportPosition(column));
        cell.rect.setWidth(header()->sectionSize(column));
        m_delegate->paint(painter, cell, index.siblingAtColumn(column));
    }
}

void StudyView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        openCurrent();
        return;
    }
    // Letters are keys of the page, not a search by first letter.
    if (!event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void StudyView::openCurrent() {
    if (const auto study = currentStudy())
        Q_EMIT openRequested(*study);
}

void StudyView::mouseMoveEvent(QMouseEvent* event) {
    const QPersistentModelIndex hovered = indexAt(event->pos()).siblingAtColumn(0);
    if (hovered != m_hovered) {
        m_hovered = hovered;
        viewport()->update();
    }
    QTreeView::mouseMoveEvent(event);
}

void StudyView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && indexAt(event->pos()).isValid())
        openCurrent();
}

void StudyView::leaveEvent(QEvent* event) {
    m_hovered = QPersistentModelIndex();
    viewport()->update();
    QTreeView::leaveEvent(event);
}

void StudyView::focusInEvent(QFocusEvent* event) {
    m_keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                      event->reason() == Qt::ShortcutFocusReason;
    QTreeView::focusInEvent(event);
    viewport()->update();
}

void StudyView::focusOutEvent(QFocusEvent* event) {
    QTreeView::focusOutEvent(event);
    viewport()->update();
}

void StudyView::resizeEvent(QResizeEvent* event) {
    QTreeView::resizeEvent(event);
    Q_EMIT visibleRowsChanged();
}

void StudyView::scrollContentsBy(int dx, int dy) {
    QTreeView::scrollContentsBy(dx, dy);
    Q_EMIT visibleRowsChanged();
}

void StudyView::currentChanged(const QModelIndex& current, const QModelIndex& previous) {
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    Q_EMIT currentStudyChanged();
}

} // namespace pleurascope::ui::browse
