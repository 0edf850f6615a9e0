// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/Study.h"
#include "ui/review/CornerNotes.h"

#include <QRectF>

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
    [[nodiscard]] static QMarginsF margins();

    /// Where the film would be.
    void paintMessage(QPainter& painter, const QString& sentence, bool isError) const;
    void paintNotes(QPainter& painter, const CornerNotes& notes, const QStringList& viewLines) const;
    /// 10, 5, 2 or 1 cm, whichever fits; nothing without a spacing. `zoom` in logical pixels a film pixel.
    void paintRuler(QPainter& painter, const dicom::PixelSpacing& spacing, double zoom) const;
    /// A relative scale: no numbers.
    void paintEvidenceBar(QPainter& painter, const QString& layer) const;

private:
    void paintLines(QPainter& painter, const QStringList& lines, Qt::Alignment corner) const;

    QRectF m_view;
};

} // namespace pleurascope::ui::review
