// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pleurascope::ui::films {
class ThumbnailLoader;
}

namespace pleurascope::ui::review {

/// An entry of the film strip: the film small, with the number of its frames where there are several and a
/// star where one is a key image, and two lines beside it. A border tells that it hangs on the wall.
class FilmStripDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { FilmRole = Qt::UserRole, KeyRole, HungRole };

    explicit FilmStripDelegate(const films::ThumbnailLoader& thumbnails, QObject* parent = nullptr);

    /// Whether blocks stand where thumbnails will: not at once, so that nothing flickers.
    void setBlocksShown(bool shown) { m_blocksShown = shown; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] static int height();

private:
    void paintFilm(QPainter& painter, const QRect& place, const QModelIndex& index) const;

    const films::ThumbnailLoader& m_thumbnails;
    bool m_blocksShown = false;
};

} // namespace pleurascope::ui::review
