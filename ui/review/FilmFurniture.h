// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/CornerNotes.h"
#include "ui/review/EdgeLetters.h"

#include <QMarginsF>
#include <QRectF>
#include <QSize>

class QPainter;

namespace pleurascope::ui::review {

/// Paints what stands on the black beside a film: notes in the corners, the ruler, and the colour bar of the
/// evidence map. Logical pixels of the view; colours of the dark theme in both themes, since the ground is
/// black in both.
class FilmFurniture {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::FilmFurniture)
public:
    explicit FilmFurniture(QRectF view)
        : m_view(view) {}

    /// What a fitted film leaves free: room for the colour bar and its words on the right.
    /// A small view has no room to spare, and none beside its film.
    [[nodiscard]] static bool isSmall(QSize view);
    [[nodiscard]] static QMarginsF margins(QSize view);

    /// Where the film would be.
    void paintMessage(QPainter& painter, const QString& sentence, bool isError) const;
    /// While a film loads: blocks in its place and in that of the notes.
    void paintSkeleton(QPainter& painter, const QRectF& film) const;
    void paintNotes(QPainter& painter, const CornerNotes& notes, const QStringList& viewLines) const;
    /// In the middle of each edge, clear of notes and ruler; the upper one at `top`. `bar`: the colour bar is
    /// there, too.
    void paintEdges(QPainter& painter, const EdgeLetters& letters, double top, bool bar) const;
    /// Where the upper letter stands: below badges, and below notes where these reach as far as the middle.
    [[nodiscard]] double lettersTop(const QStringList& badges, const CornerNotes& notes) const;
    /// Short words in pills at the top, in the middle: what is unusual about this picture.
    void paintBadges(QPainter& painter, const QStringList& badges, double top) const;
    /// Where they begin: at the edge, or below the notes where these reach as far as the middle.
    [[nodiscard]] double badgesTop(const QStringList& badges, const CornerNotes& notes) const;
    /// 10, 5, 2 or 1 cm, whichever fits. Of a film pixel: its height in mm, and in logical pixels.
    void paintRuler(QPainter& painter, double millimetres, double zoom) const;
    /// A relative scale: no numbers.
    void paintEvidenceBar(QPainter& painter, const QString& layer) const;

private:
    [[nodiscard]] bool isClearOf(const CornerNotes& notes, double middle) const;
    [[nodiscard]] double belowNotes(const CornerNotes& notes) const;
    void paintLines(QPainter& painter, const QStringList& lines, Qt::Alignment corner,
                    const QStringList& across) const;

    QRectF m_view;
};

} // namespace pleurascope::ui::review
