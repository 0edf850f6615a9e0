// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/ExportChoice.h"

namespace pleurascope::ui::review {

namespace {

QString nameOf(FilmPage::Extent extent) {
    return extent == FilmPage::Extent::asShown ? QStringLiteral("view") : QStringLiteral("film");
}

FilmPage::Extent extentOf(const QString& name, FilmPage::Extent otherwise) {
    for (const FilmPage::Extent extent : {FilmPage::Extent::asShown, FilmPage::Extent::wholeFilm})
        if (name == nameOf(extent))
            return extent;
    return otherwise;
}

} // namespace

QStringList ExportChoice::toLines() const {
    return {nameOf(kept), nameOf(copied)};
}

ExportChoice ExportChoice::fromLines(const QStringList& lines) {
    const ExportChoice usual;
    return {extentOf(lines.value(0), usual.kept), extentOf(lines.value(1), usual.copied)};
}

} // namespace pleurascope::ui::review
