// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewShortcuts.h"

#include "ui/review/FilmPane.h"
#include "ui/review/FilmView.h"
#include "ui/review/FrameBar.h"
#include "ui/review/HeldKey.h"
#include "ui/review/MapPanel.h"
#include "ui/review/ReviewHeader.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewPanel.h"
#include "ui/review/ReviewToolBar.h"
#include "ui/review/VerdictPanel.h"

#include <QAbstractButton>
#include <QShortcut>

namespace pleurascope::ui::review {

namespace {

template <class Function>
void onKey(ReviewPage& page, const QKeySequence& key, Function function) {
    auto* shortcut = new QShortcut(key, &page);
    QObject::connect(shortcut, &QShortcut::activated, &page, function);
}

/// Space presses what the keyboard stands on; elsewhere it goes on. Segments are chosen with the arrows.
void pressOrGoOn(ReviewPage& page) {
    auto* button = qobject_cast<QAbstractButton*>(page.focusWidget());
    if (button && button->hasFocus() && !button->isCheckable())
        button->click();
    else
        Q_EMIT page.nextRequested();
}

void installFilmKeys(ReviewPage& page) {
    FilmView& view = page.film().view();
    FrameBar& frames = page.film().frames();
    onKey(page, Qt::Key_F, [&view] { view.fit(); });
    onKey(page, Qt::Key_Z, [&view] { view.showOneToOne(); });
    onKey(page, Qt::Key_I, [&view] { view.invert(); });
    onKey(page, Qt::Key_0, [&view] { view.reset(); });
    onKey(page, Qt::Key_W, [&view] { view.setTool(FilmTool::window); });
    onKey(page, Qt::Key_PageDown, [&page] { Q_EMIT page.film().filmStepRequested(1); });
    onKey(page, Qt::Key_PageUp, [&page] { Q_EMIT page.film().filmStepRequested(-1); });
    onKey(page, Qt::Key_Down, [&frames] { frames.step(1); });
    onKey(page, Qt::Key_Up, [&frames] { frames.step(-1); });
    onKey(page, Qt::Key_P, [&frames] { frames.togglePlaying(); });
    onKey(page, Qt::Key_Escape, [&page, &view] {
        if (view.hasFocus())
            Q_EMIT page.leaveRequested();
        else
            view.setFocus(Qt::ShortcutFocusReason);
    });
}

} // namespace

void ReviewShortcuts::install(ReviewPage& page, ReviewToolBar& tools, ReviewHeader& header,
                              ReviewPanel& panel) {
    installFilmKeys(page);
    FilmView& view = page.film().view();
    for (int i = 0; i < 9; ++i)
        onKey(page, QKeySequence(Qt::Key_1 + i), [&header, i] { header.choosePreset(i); });
    onKey(page, Qt::Key_V, [&tools] { tools.toggleOverlays(); });
    onKey(page, Qt::SHIFT | Qt::Key_V, [&tools] { tools.toggleShutter(); });
    VerdictPanel& verdict = panel.verdict();
    MapPanel& map = panel.map();
    onKey(page, Qt::Key_A, [&verdict] { verdict.agree(); });
    onKey(page, Qt::Key_D, [&verdict] { verdict.disagree(); });
    onKey(page, Qt::Key_C, [&verdict] { verdict.focusComment(); });
    onKey(page, Qt::CTRL | Qt::Key_Return, [&verdict] { Q_EMIT verdict.saveAndNextRequested(); });
    onKey(page, Qt::CTRL | Qt::Key_Enter, [&verdict] { Q_EMIT verdict.saveAndNextRequested(); });
    auto* mapKey = new HeldKey(Qt::Key_H, &page);
    QObject::connect(mapKey, &HeldKey::tapped, &map, &MapPanel::cycle);
    QObject::connect(mapKey, &HeldKey::held, &view, &FilmView::setMapHidden);
    onKey(page, Qt::Key_F9, [&panel] { panel.setVisible(!panel.isVisible()); });
    onKey(page, Qt::Key_Backspace, [&page] { Q_EMIT page.previousRequested(); });
    onKey(page, Qt::Key_Space, [&page] { pressOrGoOn(page); });
}

} // namespace pleurascope::ui::review
