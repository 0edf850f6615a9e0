// SPDX-License-Identifier: GPL-3.0-or-later
// FilmView's presentation states and key images.
#include "ui/review/FilmView.h"
#include "ui/review/presentation/PresentationPainter.h"

#include <algorithm>

namespace pleurascope::ui::review {

/// The film on show, another frame of it or otherwise presented. What is known of the film stays: it may have
/// changed while this was read.
void FilmView::adoptOf(const LoadedFilm& film) {
    std::vector<int> keyFrames = std::move(m_film.keyFrames);
    std::vector<store::PresentationRecord> presentations = std::move(m_film.presentations);
    m_film = film;
    m_film.keyFrames = std::move(keyFrames);
    m_film.presentations = std::move(presentations);
}

void FilmView::showPresented(const LoadedFilm& film) {
    cancel();
    m_history.clear(); // it goes back to another picture
    adoptOf(film);
    m_display = film.initial;
    m_marksHidden = film.presentation != nullptr;
    m_raster.setFilm(film);
    m_raster.setPlanesShown(true, true);
    measureAnew();
    layOutPresentation();
    setDisplay(film.initial);
}

/// As the presentation state on show has it; fitted and as stored where there is none.
void FilmView::layOutPresentation() {
    const dicom::PresentationState* state = m_film.presentation.get();
    m_geometry.setOrientation(state != nullptr ? state->orientation : imaging::Orientation());
    m_geometry.fit();
    adoptView();
    const auto& uid = m_film.film->header.instance.uid;
    const dicom::DisplayedArea* area = state != nullptr ? dicom::areaOf(*state, uid, m_film.frame) : nullptr;
    if (area == nullptr)
        return;
    const QRectF shown(QPointF(area->from.x, area->from.y), QPointF(area->to.x, area->to.y));
    if (area->size == dicom::AreaSize::scaleToFit &&
        shown.contains(QRectF(QPointF(0, 0), m_geometry.filmSize())))
        return;
    m_geometry.showRect(shown);
    if (area->size == dicom::AreaSize::magnify)
        m_geometry.setZoom(area->magnification);
    else if (area->size == dicom::AreaSize::trueSize && area->spacing.source != dicom::SpacingSource::none)
        m_geometry.setZoom(area->spacing.column * dotsAMillimetre());
    applyGeometry();
}

bool FilmView::isKeyImage() const {
    return std::ranges::find(m_film.keyFrames, m_film.frame) != m_film.keyFrames.end();
}

void FilmView::setKeyImage(bool isKey) {
    std::erase(m_film.keyFrames, m_film.frame);
    if (isKey)
        m_film.keyFrames.push_back(m_film.frame);
    update();
}

void FilmView::addPresentation(const store::PresentationRecord& record) {
    if (!hasFilm() ||
        std::ranges::find(record.imageUids, m_film.film->header.instance.uid) == record.imageUids.end())
        return;
    std::erase_if(m_film.presentations, [&](const store::PresentationRecord& known) {
        return known.path == record.path || known.sopInstanceUid == record.sopInstanceUid;
    });
    m_film.presentations.insert(m_film.presentations.begin(), record);
}

void FilmView::paintPresentation(QPainter& painter, const QTransform& filmToLogical) const {
    if (m_film.presentation && m_raster.areOverlaysShown())
        PresentationPainter(*m_film.presentation, filmToLogical, m_geometry.filmSize())
            .paint(painter, m_film.film->header.instance.uid, m_film.frame);
}

} // namespace pleurascope::ui::review
