// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/FilmCommands.h"

#include "ui/review/FilmView.h"

#include <QCoreApplication>

namespace pleurascope::ui::review {

namespace {

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
        command("undo", Words::tr("Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z), "undo",
                [](FilmView& view) { view.history().undo(); }),
        command("redo", Words::tr("Redo"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), "redo",
                [](FilmView& view) { view.history().redo(); }),
        command("reset", Words::tr("Reset window, zoom and place"), Qt::Key_0, "reset",
                [](FilmView& view) { view.reset(); }),
        command("remove", Words::tr("Remove the chosen mark"), Qt::Key_Delete, "",
                [](FilmView& view) { view.editor().removeChosen(); }),
    };
}

} // namespace pleurascope::ui::review
