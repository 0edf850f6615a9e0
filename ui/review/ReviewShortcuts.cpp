// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ReviewShortcuts.h"

#include "ui/review/FilmCommands.h"
#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/FrameBar.h"
#include "ui/review/HeldKey.h"
#include "ui/review/MapPanel.h"
#include "ui/review/ReviewHeader.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewPanel.h"
#include "ui/review/ReviewToolBar.h"
#include "ui/review/SecondWindow.h"
#include "ui/review/VerdictPanel.h"
#include "ui/review/WindowControls.h"
#include "ui/widgets/KeyBindings.h"

#include <QAbstractButton>
#include <QCoreApplication>

#include <functional>

namespace pleurascope::ui::review {

using widgets::KeyBindings;
using widgets::KeyPlace;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::ReviewShortcuts)
};

widgets::KeyAction action(const char* id, const QString& words, const QKeySequence& key) {
    return {QStringLiteral("review.") + QLatin1String(id), KeyPlace::review, words, key, key};
}

void onKey(QWidget& window, const widgets::KeyAction& key, std::function<void()> function) {
    KeyBindings::current().bind(&window, key, std::move(function));
}

void onKey(QWidget& window, const char* id, const QString& words, const QKeySequence& key,
           std::function<void()> function) {
    onKey(window, action(id, words, key), std::move(function));
}

widgets::KeyAction overlaysKey() {
    return action("overlays", Words::tr("Overlays"), Qt::Key_V);
}
widgets::KeyAction shutterKey() {
    return action("shutter", Words::tr("Shutter"), Qt::SHIFT | Qt::Key_V);
}

/// Space presses what the keyboard stands on; elsewhere it goes on. Segments are chosen with the arrows.
void pressOrGoOn(ReviewPage& page) {
    auto* button = qobject_cast<QAbstractButton*>(page.focusWidget());
    if (button && button->hasFocus() && !button->isCheckable())
        button->click();
    else
        Q_EMIT page.nextRequested();
}

/// Back by one step: what is under way, then to the film, then off the page.
void stepBack(ReviewPage& page) {
    FilmView& view = page.chosenView();
    if (view.cancel())
        return;
    if (view.hasFocus())
        Q_EMIT page.leaveRequested();
    else
        view.setFocus(Qt::ShortcutFocusReason);
}

/// What is done with a wall's chosen film, in any window.
void installFilmKeys(QWidget& window, FilmWall& wall, ReviewToolBar& tools) {
    for (const FilmCommand& command : filmCommands())
        onKey(window, command.key, [&wall, command] { command.run(wall.chosenView()); });
    for (const auto& tool : makeFilmTools()) {
        const ToolWords words = tool->words();
        onKey(window,
              {QStringLiteral("tool.") + words.id, KeyPlace::review, words.name, words.key, words.key},
              [&tools, id = words.id] { Q_EMIT tools.toolChosen(id); });
    }
    const auto frames = [&wall]() -> FrameBar& { return wall.grid().chosen().pane().frames(); };
    onKey(window, "next-film", Words::tr("Next film of the study"), Qt::Key_PageDown,
          [&wall] { wall.stepFilm(1); });
    onKey(window, "previous-film", Words::tr("Previous film of the study"), Qt::Key_PageUp,
          [&wall] { wall.stepFilm(-1); });
    onKey(window, "next-frame", Words::tr("Next frame"), Qt::Key_Down, [frames] { frames().step(1); });
    onKey(window, "previous-frame", Words::tr("Previous frame"), Qt::Key_Up, [frames] { frames().step(-1); });
    onKey(window, "cine", Words::tr("Play or stop frames"), Qt::Key_P,
          [frames] { frames().togglePlaying(); });
    onKey(window, "key-image", Words::tr("Key image: mark it, or no longer"), Qt::Key_K,
          [&wall] { wall.grid().chosen().toggleKeyImage(); });
    onKey(window, "next-key-image", Words::tr("Next key image"), Qt::SHIFT | Qt::Key_K,
          [&wall] { wall.showNextKeyImage(); });
    for (int i = 0; i < 4; ++i)
        onKey(window, qPrintable(QStringLiteral("shape-%1").arg(i + 1)), Words::tr("Layout %1").arg(i + 1),
              Qt::ALT | Qt::Key(Qt::Key_1 + i),
              [&wall, i] { wall.setShape(GridShape::all()[std::size_t(i)]); });
    onKey(window, "swap", Words::tr("Swap two films"), Qt::Key_S, [&wall] { wall.swapFilms(); });
    onKey(window, "link", Words::tr("Link films"), Qt::Key_Y, [&wall] { wall.toggleLink(); });
    onKey(window, "next-cell", Words::tr("Next cell"), Qt::Key_Tab | Qt::CTRL, [&wall] {
        wall.grid().choose((wall.grid().chosenIndex() + 1) % wall.grid().shape().cells());
        wall.chosenView().setFocus(Qt::TabFocusReason);
    });
}

/// What is asked of the page for a wall's chosen film, in any window.
void installPageKeys(QWidget& window, ReviewPage& page, FilmWall& wall) {
    auto* blink = new HeldKey(
        &window, action("blink", Words::tr("Second film in place of the first, while held"), Qt::Key_B));
    QObject::connect(blink, &HeldKey::held, &wall, &FilmWall::setBlinking);
    onKey(window, "tags", Words::tr("Tags"), Qt::CTRL | Qt::Key_T, [&page, &wall] { page.showTags(wall); });
    onKey(window, "export", Words::tr("Export"), Qt::CTRL | Qt::Key_E,
          [&page, &wall] { page.showExport(wall); });
    onKey(window, "save-presentation", Words::tr("Save presentation"), Qt::CTRL | Qt::Key_S,
          [&page, &wall] { page.savePresentation(wall); });
    onKey(window, "second-window", Words::tr("Second window"), Qt::Key_F8,
          [&page] { page.setSecondWindowShown(!page.isSecondWindowShown()); });
    onKey(window, "names", Words::tr("Hide or show names"), Qt::Key_X, [&page] { page.toggleNames(); });
}

void installWindowKeys(QWidget& window, WindowControls& controls) {
    for (int i = 0; i < 9; ++i)
        onKey(window, qPrintable(QStringLiteral("window-%1").arg(i + 1)), Words::tr("Window %1").arg(i + 1),
              QKeySequence(Qt::Key_1 + i), [&controls, i] { controls.choosePreset(i); });
}

void installVerdictKeys(ReviewPage& page, VerdictPanel& verdict) {
    onKey(page, "agree", Words::tr("Agree"), Qt::Key_A, [&verdict] { verdict.agree(); });
    onKey(page, "disagree", Words::tr("Disagree"), Qt::Key_D, [&verdict] { verdict.disagree(); });
    onKey(page, "comment", Words::tr("Comment"), Qt::Key_C, [&verdict] { verdict.focusComment(); });
    onKey(page, "save-next", Words::tr("Save and open next unread"), Qt::CTRL | Qt::Key_Return,
          [&verdict] { Q_EMIT verdict.saveAndNextRequested(); });
}

} // namespace

void ReviewShortcuts::install(ReviewPage& page, ReviewToolBar& tools, ReviewHeader& header,
                              ReviewPanel& panel) {
    installFilmKeys(page, page.wall(), tools);
    installPageKeys(page, page, page.wall());
    installVerdictKeys(page, panel.verdict());
    installWindowKeys(page, header.windowControls());
    onKey(page, "back", Words::tr("Back one step"), Qt::Key_Escape, [&page] { stepBack(page); });
    onKey(page, "next-unread", Words::tr("Open next unread"), Qt::Key_N,
          [&page] { Q_EMIT page.nextUnreadRequested(); });
    onKey(page, "hanging", Words::tr("Hanging rules"), Qt::ALT | Qt::Key_H,
          [&header] { header.requestHangingMenu(); });
    onKey(page, overlaysKey(), [&tools] { tools.toggleOverlays(); });
    onKey(page, shutterKey(), [&tools] { tools.toggleShutter(); });
    auto* mapKey = new HeldKey(
        &page, action("map", Words::tr("Evidence map: off, outline, heat; held: hidden"), Qt::Key_H));
    QObject::connect(mapKey, &HeldKey::tapped, &panel.map(), &MapPanel::cycle);
    QObject::connect(mapKey, &HeldKey::held, &page.wall().primary().view(), &FilmView::setMapHidden);
    onKey(page, "panel", Words::tr("Fold the panel"), Qt::Key_F9,
          [&panel] { panel.setFolded(!panel.isFolded()); });
    onKey(page, "previous", Words::tr("Previous in the list"), Qt::Key_Backspace,
          [&page] { Q_EMIT page.previousRequested(); });
    onKey(page, "next", Words::tr("Next in the list"), Qt::Key_Space, [&page] { pressOrGoOn(page); });
}

void ReviewShortcuts::installSecond(SecondWindow& window, ReviewPage& page, ReviewToolBar& tools) {
    installFilmKeys(window, window.wall(), tools);
    installPageKeys(window, page, window.wall());
    installWindowKeys(window, window.windowControls());
    onKey(window, "back", Words::tr("Back one step"), Qt::Key_Escape,
          [&window] { window.wall().chosenView().cancel(); });
    onKey(window, overlaysKey(), [&window] { window.toggleOverlays(); });
    onKey(window, shutterKey(), [&window] { window.toggleShutter(); });
}

} // namespace pleurascope::ui::review
