// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/presentation/PresentationMaker.h"

#include "engine/dicom/presentation/PresentationWriter.h"
#include "engine/dicom/writing/DicomWriter.h"
#include "ui/review/FilmView.h"
#include "ui/review/marks/MarkPainter.h"

#include <QDateTime>
#include <QImage>
#include <QPainter>
#include <QUuid>

#include <algorithm>
#include <optional>

namespace pleurascope::ui::review {

namespace {

constexpr const char* marksLayer = "MARKS";
constexpr int seriesNumber = 9001;

imaging::FilmPoint filmPointOf(QPointF point) {
    return {point.x(), point.y()};
}

void setIdentity(dicom::PresentationState& state, const intake::FilmHeader& header, int frame) {
    state.patient = header.patient;
    state.study = header.study;
    state.series.uid = dicom::uidFromSeed("presentation states of " + header.study.uid);
    state.series.modality = "PR";
    state.series.number = seriesNumber;
    state.series.description = "Presentation states";
    state.uid = dicom::uidFromSeed(QUuid::createUuid().toString().toStdString());
    dicom::ImageReference image{header.instance.sopClassUid, header.instance.uid, {}};
    if (header.instance.frames > 1)
        image.frames.push_back(frame + 1);
    state.images = {{header.series.uid, {image}}};
}

void setWords(dicom::PresentationState& state, const QString& description, const QString& reader) {
    state.description = description.toStdString();
    state.label = dicom::contentLabel(state.description);
    state.creator = reader.toStdString();
    const QDateTime now = QDateTime::currentDateTime();
    state.date = now.toString(QStringLiteral("yyyy-MM-dd")).toStdString();
    state.time = now.toString(QStringLiteral("HH:mm:ss")).toStdString();
}

/// The image's presentation table behind its polarity, and the reader's inversion behind that, in one.
imaging::LookupTable joinedTable(imaging::LookupTable table, bool isReversed, bool isComplemented) {
    if (isReversed)
        std::ranges::reverse(table.entries);
    if (isComplemented) {
        const auto top = *std::ranges::max_element(table.entries);
        for (auto& entry : table.entries)
            entry = std::uint16_t(top - entry);
    }
    return table;
}

void setGreyScale(dicom::PresentationState& state, const imaging::DisplayParameters& display,
                  const FilmDisplay& shown) {
    if (display.modalityTable || display.rescaleSlope != 1 || display.rescaleIntercept != 0)
        state.modality = {display.rescaleSlope, display.rescaleIntercept, display.modalityTable};
    dicom::SoftcopyVoi voi;
    if (shown.voiTable >= 0 && shown.voiTable < int(display.voiTables.size()))
        voi.tables.push_back(display.voiTables[std::size_t(shown.voiTable)]);
    else
        voi.windows.push_back(shown.window);
    state.voi.push_back(std::move(voi));
    if (display.presentationTable)
        state.presentationTable = joinedTable(*display.presentationTable, display.inverted, shown.inverted);
    else
        state.isInverse = display.inverted != shown.inverted;
}

void setArea(dicom::PresentationState& state, const FilmView& view) {
    const ViewGeometry& geometry = view.viewGeometry();
    const QRectF shown = geometry.isFitted()
                             ? QRectF(QPointF(0, 0), QSizeF(geometry.filmSize()))
                             : geometry.rectOnFilm(QRectF(QPointF(0, 0), geometry.viewSize()));
    state.orientation = geometry.orientation();
    dicom::DisplayedArea area;
    area.from = filmPointOf(shown.topLeft());
    area.to = filmPointOf(shown.bottomRight());
    area.pixelAspect = geometry.pixelAspect();
    state.areas.push_back(std::move(area));
}

/// Whether the plane was brought by the presentation state on show.
bool isOfPresentation(const LoadedFilm& film, int group) {
    return film.presentation &&
           std::ranges::find(film.presentation->overlays, group, &imaging::Overlay::group) !=
               film.presentation->overlays.end();
}

void setPlanes(dicom::PresentationState& state, const FilmView& view) {
    const auto& display = view.film().film->image.display;
    std::optional<int> hiding;
    if (view.isShutterShown() && display.shutter) {
        state.shutter = display.shutter;
        hiding = state.shutter->overlayGroup;
    }
    for (const auto& overlay : display.overlays) {
        if (overlay.group == hiding || isOfPresentation(view.film(), overlay.group))
            state.overlays.push_back(overlay); // the image's own are there anyway
        if (view.areOverlaysShown() && overlay.group != hiding)
            state.activations.push_back({overlay.group, "OVERLAYS"});
    }
}

/// Outlines as lines of film coordinates.
std::vector<dicom::GraphicObject> graphicsOf(const Mark& mark) {
    std::vector<dicom::GraphicObject> graphics;
    const auto* kind = markKind(mark.kind);
    if (kind == nullptr)
        return graphics;
    for (const QPolygonF& line : kind->path(mark.points).toSubpathPolygons()) {
        dicom::GraphicObject graphic;
        for (const QPointF& point : line)
            graphic.points.push_back(filmPointOf(point));
        if (graphic.points.size() > 1)
            graphics.push_back(std::move(graphic));
    }
    return graphics;
}

dicom::TextObject textOf(const MarkLabel& label, const QTransform& viewToFilm) {
    dicom::TextObject text;
    text.text = label.lines.join(QLatin1Char('\n')).toStdString();
    text.box = {dicom::GraphicUnits::pixel, filmPointOf(viewToFilm.map(label.box.topLeft())),
                filmPointOf(viewToFilm.map(label.box.bottomRight())), dicom::TextObject::Justification::left};
    text.anchor = {dicom::GraphicUnits::pixel, filmPointOf(viewToFilm.map(label.anchor)), true};
    return text;
}

/// Marks as they stand in the view: their labels lie where the view lays them.
void addMarks(dicom::PresentationState& state, const FilmView& view) {
    const std::vector<Mark> marks = view.shownMarks();
    if (marks.empty())
        return;
    QImage nowhere(1, 1, QImage::Format_RGB32);
    QPainter painter(&nowhere);
    MarkPainter labels(view.measuredFilm(), view.filmToLogical(), view.rect());
    labels.paint(painter, marks, {}, {});
    dicom::GraphicAnnotation annotation;
    annotation.layer = marksLayer;
    for (const Mark& mark : marks)
        for (auto& graphic : graphicsOf(mark))
            annotation.graphics.push_back(std::move(graphic));
    const QTransform viewToFilm = view.filmToLogical().inverted();
    for (const MarkLabel& label : labels.labels())
        annotation.texts.push_back(textOf(label, viewToFilm));
    state.annotations.push_back(std::move(annotation));
}

/// What a presentation state on show draws on this image stays.
void addPresented(dicom::PresentationState& state, const LoadedFilm& film) {
    if (!film.presentation)
        return;
    for (auto annotation : film.presentation->annotations)
        if (dicom::concerns(annotation.images, film.film->header.instance.uid, film.frame)) {
            annotation.images.clear();
            if (annotation.layer.empty())
                annotation.layer = "LAYER";
            state.annotations.push_back(std::move(annotation));
        }
}

/// A layer for each name that is used, in the order in which they come.
void nameLayers(dicom::PresentationState& state) {
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(state.layers, name, &dicom::GraphicLayer::name) == state.layers.end())
            state.layers.push_back({name, int(state.layers.size()) + 1, {}, {}});
    };
    for (const auto& annotation : state.annotations)
        add(annotation.layer);
    for (const auto& activation : state.activations)
        add(activation.layer);
}

} // namespace

core::Result<dicom::PresentationState> presentationOf(const FilmView& view, const QString& description,
                                                      const QString& reader) {
    const LoadedFilm& film = view.film();
    const auto& header = film.film->header;
    if (header.study.uid.empty() || header.series.uid.empty() || header.instance.uid.empty() ||
        header.instance.sopClassUid.empty())
        return core::failure(
            core::ErrorCode::invalidArgument,
            "a presentation state refers to a DICOM image by its identifiers, and this file has none",
            header.path);
    if (!film.film->image.isGrey())
        return core::failure(core::ErrorCode::invalidArgument, "presentation states are of grey images",
                             header.path);
    if (film.film->natural)
        return core::failure(core::ErrorCode::invalidArgument,
                             "a film less its mask cannot be kept in a presentation state", header.path);
    dicom::PresentationState state;
    setIdentity(state, header, film.frame);
    setWords(state, description, reader);
    setGreyScale(state, film.film->image.display, view.display());
    setArea(state, view);
    setPlanes(state, view);
    addPresented(state, film);
    addMarks(state, view);
    nameLayers(state);
    return state;
}

} // namespace pleurascope::ui::review
