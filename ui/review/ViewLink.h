// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/imaging/Measuring.h"
#include "ui/review/ViewState.h"

#include <QObject>
#include <QPointer>

#include <vector>

namespace pleurascope::ui::review {

class FilmView;

/// Keeps the films of several views at the same scale, at the same place and at corresponding windows, while
/// it is on. Where both films have a spacing a millimetre is equally long in each; else films are compared by
/// their own widths. Windows go together as shares of what each film was first shown with, since two machines
/// seldom write the same values. The films may hang on several walls. Lives on the GUI thread.
class ViewLink : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// The views of a wall that may be linked, none when it is put away; the first of the first wall leads
    /// when the link is made.
    void setViews(const QObject& wall, const std::vector<FilmView*>& views);
    void setLinked(bool linked);
    [[nodiscard]] bool isLinked() const { return m_linked; }
    /// There is more than one view.
    [[nodiscard]] bool isPossible() const;
    /// A film has come into one of the views: it is brought in line with the first.
    void adopt();

Q_SIGNALS:
    void linkedChanged(bool linked);
    void viewsChanged();

private:
    struct Wall {
        const QObject* wall;
        std::vector<QPointer<FilmView>> views;
    };

    [[nodiscard]] std::vector<FilmView*> views() const;
    void followGeometry(FilmView* source);
    void followDisplay(FilmView* source);
    void fitTogether();

    std::vector<Wall> m_walls; ///< in the order in which they came
    bool m_linked = false;
    bool m_following = false;
};

/// `to` at the scale and place of `from`; a lying film keeps lying as it does. Scales are those of the films.
[[nodiscard]] ViewGeometry linkedGeometry(const ViewGeometry& from, const imaging::PixelScale& fromScale,
                                          ViewGeometry to, const imaging::PixelScale& toScale);

/// The window of a film that was first shown with `toInitial`, corresponding to `window` of one first shown
/// with `fromInitial`.
[[nodiscard]] imaging::Window linkedWindow(const imaging::Window& window, const imaging::Window& fromInitial,
                                           const imaging::Window& toInitial);

} // namespace pleurascope::ui::review
