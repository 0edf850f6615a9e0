// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/dicom/presentation/PresentationState.h"

#include <QPainter>
#include <QRectF>
#include <QTransform>

#include <string_view>

namespace pleurascope::ui::review {

/// Paints what a presentation state draws over one of its images (PS3.3 C.10.5), layer after layer, in
/// logical pixels of the view: outlines with a dark rim, words on a dark ground, so that they are seen on any
/// film. A value made for one painting.
class PresentationPainter {
public:
    /// `filmToView` in logical pixels; `filmSize` in film pixels.
    PresentationPainter(const dicom::PresentationState& state, QTransform filmToView, QSizeF filmSize)
        : m_state(state)
        , m_filmToView(std::move(filmToView))
        , m_filmSize(filmSize) {}

    /// Of the frame, counted from 0, of the image.
    void paint(QPainter& painter, std::string_view imageUid, int frame);

private:
    void paintAnnotation(QPainter& painter, const dicom::GraphicAnnotation& annotation) const;
    void paintGraphic(QPainter& painter, const dicom::GraphicObject& graphic) const;
    void paintText(QPainter& painter, const dicom::TextObject& text) const;
    [[nodiscard]] QRectF placeOf(const dicom::TextObject& text, QSizeF size) const;
    [[nodiscard]] QPointF inView(imaging::FilmPoint point, dicom::GraphicUnits units) const;
    [[nodiscard]] QPainterPath pathOf(const dicom::GraphicObject& graphic) const;

    const dicom::PresentationState& m_state;
    QTransform m_filmToView;
    QSizeF m_filmSize;
    QRectF m_areaInView; ///< the displayed area, as it lies
};

} // namespace pleurascope::ui::review
