// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ViewLink.h"

#include "ui/review/FilmView.h"

#include <algorithm>
#include <limits>

namespace pleurascope::ui::review {

namespace {

QPointF middleOf(const ViewGeometry& geometry) {
    return {geometry.filmSize().width() / 2.0, geometry.filmSize().height() / 2.0};
}

/// What a length of one film pixel's width is worth in both films: its size where both have one, else its
/// share of the film's width.
struct CommonUnit {
    double from = 1;
    double to = 1;
};

CommonUnit commonUnit(const ViewGeometry& from, const imaging::PixelScale& fromScale, const ViewGeometry& to,
                      const imaging::PixelScale& toScale) {
    const bool both =
        fromScale.unit != imaging::LengthUnit::pixels && toScale.unit != imaging::LengthUnit::pixels;
    if (both)
        return {fromScale.x, toScale.x};
    return {1.0 / std::max(1, from.filmSize().width()), 1.0 / std::max(1, to.filmSize().width())};
}

} // namespace

ViewGeometry linkedGeometry(const ViewGeometry& from, const imaging::PixelScale& fromScale, ViewGeometry to,
                            const imaging::PixelScale& toScale) {
    const CommonUnit unit = commonUnit(from, fromScale, to, toScale);
    to.setZoom(from.zoom() / unit.from * unit.to);
    const QPointF away = from.centre() - middleOf(from);
    const double across = unit.from / unit.to;
    const double down = across * from.pixelAspect() / to.pixelAspect();
    to.centreOn(middleOf(to) + QPointF(away.x() * across, away.y() * down));
    return to;
}

imaging::Window linkedWindow(const imaging::Window& window, const imaging::Window& fromInitial,
                             const imaging::Window& toInitial) {
    imaging::Window linked = toInitial;
    linked.explanation.clear();
    linked.width = std::max(1e-6, window.width / fromInitial.width * toInitial.width);
    linked.centre =
        toInitial.centre + (window.centre - fromInitial.centre) / fromInitial.width * toInitial.width;
    return linked;
}

void ViewLink::setViews(const QObject& wall, const std::vector<FilmView*>& views) {
    auto of = std::ranges::find(m_walls, &wall, &Wall::wall);
    if (of == m_walls.end())
        of = m_walls.insert(of, {&wall, {}});
    for (const auto& view : of->views)
        if (view)
            disconnect(view, nullptr, this, nullptr);
    of->views.assign(views.begin(), views.end());
    for (FilmView* view : views) {
        connect(view, &FilmView::geometryChanged, this, [this, view] { followGeometry(view); });
        connect(view, &FilmView::displayChanged, this, [this, view] { followDisplay(view); });
    }
    if (!isPossible())
        setLinked(false);
    adopt();
    Q_EMIT viewsChanged();
}

bool ViewLink::isPossible() const {
    return views().size() > 1;
}

/// Of all walls, those that are still there.
std::vector<FilmView*> ViewLink::views() const {
    std::vector<FilmView*> all;
    for (const Wall& wall : m_walls)
        for (const auto& view : wall.views)
            if (view)
                all.push_back(view);
    return all;
}

void ViewLink::setLinked(bool linked) {
    if (m_linked == linked)
        return;
    m_linked = linked;
    adopt();
    Q_EMIT linkedChanged(linked);
}

void ViewLink::adopt() {
    const auto all = views();
    if (m_linked && !all.empty() && all.front()->hasFilm())
        followGeometry(all.front());
}

void ViewLink::followGeometry(FilmView* source) {
    if (!m_linked || m_following || !source->hasFilm())
        return;
    m_following = true;
    if (source->viewGeometry().isFitted()) {
        fitTogether();
    } else {
        for (FilmView* view : views())
            if (view != source && view->hasFilm())
                view->setGeometryOfFilm(linkedGeometry(source->viewGeometry(), source->measuredFilm().scale(),
                                                       view->viewGeometry(), view->measuredFilm().scale()));
    }
    m_following = false;
}

/// Every film whole, and all of them as large as the one with the least room.
void ViewLink::fitTogether() {
    FilmView* smallest = nullptr;
    double least = std::numeric_limits<double>::max();
    for (FilmView* view : views()) {
        if (!view->hasFilm())
            continue;
        ViewGeometry fitted = view->viewGeometry();
        fitted.fit();
        view->setGeometryOfFilm(fitted);
        const double scale = fitted.zoom() / view->measuredFilm().scale().x;
        if (scale < least) {
            least = scale;
            smallest = view;
        }
    }
    for (FilmView* view : views())
        if (view != smallest && view->hasFilm()) {
            ViewGeometry geometry = linkedGeometry(smallest->viewGeometry(), smallest->measuredFilm().scale(),
                                                   view->viewGeometry(), view->measuredFilm().scale());
            geometry.centreOn(view->viewGeometry().centre());
            view->setGeometryOfFilm(geometry);
        }
}

void ViewLink::followDisplay(FilmView* source) {
    if (!m_linked || m_following || !source->hasFilm() || !source->film().film->image.isGrey())
        return;
    m_following = true;
    const FilmDisplay& display = source->display();
    for (FilmView* view : views()) {
        if (view == source || !view->hasFilm() || !view->film().film->image.isGrey())
            continue;
        FilmDisplay linked = view->film().initial;
        linked.inverted = display.inverted;
        if (!(display.window == source->film().initial.window))
            linked = linked.by(linkedWindow(display.window, source->film().initial.window, linked.window));
        view->setDisplay(linked);
    }
    m_following = false;
}

} // namespace pleurascope::ui::review
