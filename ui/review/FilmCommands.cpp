// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmCommands.h"

#include "ui/review/FilmView.h"
#include "ui/review/export/FilmPage.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace pleurascope::ui::review {

namespace {

constexpr double panStep = 48;    ///< logical pixels
constexpr double windowStep = 16; ///< as if the window tool were dragged so far, logical pixels

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::FilmCommands)
};

FilmCommand command(const char* id, const QString& words, const QKeySequence& key, const char* icon,
                    std::function<void(FilmView&)> run) {
    return {{QStringLiteral("review.") + QLatin1String(id), widgets::KeyPlace::review, words, key, key},
            QString::fromLatin1(icon),
            std::move(run)};
}

} // namespace

std::vector<FilmCommand> filmCommands() {
    return {
        command("fit", Words::tr("Fit"), Qt::Key_F, "fit", [](FilmView& view) { view.fit(); }),
        command("actual", Words::tr("One film pixel a screen pixel"), Qt::Key_Z, "actual",
                [](FilmView& view) { view.showOneToOne(); }),
        command("real-size", Words::tr("Real size"), Qt::ALT | Qt::Key_Z, "",
                [](FilmView& view) { view.showRealSize(); }),
        command("invert", Words::tr("Invert"), Qt::Key_I, "invert", [](FilmView& view) { view.invert(); }),
        command("rotate", Words::tr("Rotate clockwise"), Qt::Key_R, "rotate",
                [](FilmView& view) { view.turn(1); }),
        command("rotate-back", Words::tr("Rotate anticlockwise"), Qt::SHIFT | Qt::Key_R, "",
                [](FilmView& view) { view.turn(-1); }),
        command("flip", Words::tr("Flip left and right"), Qt::SHIFT | Qt::Key_F, "flip",
                [](FilmView& view) { view.flip(); }),
        command("zoom-in", Words::tr("Zoom in"), Qt::Key_Plus, "", [](FilmView& view) { view.zoomBy(1); }),
        command("zoom-out", Words::tr("Zoom out"), Qt::Key_Minus, "",
                [](FilmView& view) { view.zoomBy(-1); }),
        command("move-left", Words::tr("Move to the left"), Qt::SHIFT | Qt::Key_Left, "",
                [](FilmView& view) {
                    view.moveBy({-panStep, 0});
                }),
        command("move-right", Words::tr("Move to the right"), Qt::SHIFT | Qt::Key_Right, "",
                [](FilmView& view) {
                    view.moveBy({panStep, 0});
                }),
        command("move-up", Words::tr("Move up"), Qt::SHIFT | Qt::Key_Up, "",
                [](FilmView& view) {
                    view.moveBy({0, -panStep});
                }),
        command("move-down", Words::tr("Move down"), Qt::SHIFT | Qt::Key_Down, "",
                [](FilmView& view) {
                    view.moveBy({0, panStep});
                }),
        command("window-wider", Words::tr("Wider window"), Qt::CTRL | Qt::Key_Right, "",
                [](FilmView& view) {
                    view.moveWindow({windowStep, 0});
                }),
        command("window-narrower", Words::tr("Narrower window"), Qt::CTRL | Qt::Key_Left, "",
                [](FilmView& view) {
                    view.moveWindow({-windowStep, 0});
                }),
        command("brighter", Words::tr("Brighter"), Qt::CTRL | Qt::Key_Up, "",
                [](FilmView& view) {
                    view.moveWindow({0, -windowStep});
                }),
        command("darker", Words::tr("Darker"), Qt::CTRL | Qt::Key_Down, "",
                [](FilmView& view) {
                    view.moveWindow({0, windowStep});
                }),
        command("undo", Words::tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), "undo",
                [](FilmView& view) { view.history().undo(); }),
        command("redo", Words::tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), "redo",
                [](FilmView& view) { view.history().redo(); }),
        command("reset", Words::tr("Reset window, zoom and place"), Qt::Key_0, "reset",
                [](FilmView& view) { view.reset(); }),
        command("copy", Words::tr("Copy the picture on the screen"), QKeySequence(Qt::CTRL | Qt::Key_C), "",
                [](FilmView& view) {
                    if (view.hasFilm())
                        QGuiApplication::clipboard()->setImage(
                            FilmPage(view, {}, false).picture(FilmPage::Extent::asShown));
                }),
        command("remove", Words::tr("Remove the chosen mark"), Qt::Key_Delete, "",
                [](FilmView& view) { view.editor().removeChosen(); }),
    };
}

} // namespace pleurascope::ui::review
