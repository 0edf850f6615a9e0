// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/Records.h"

#include <QCoreApplication>
#include <QImage>
#include <QPageLayout>
#include <QStringList>

class QPagedPaintDevice;
class QPainter;
class QRectF;

namespace pleurascope::ui::review {

class FilmView;

/// A film as it leaves the program: as a picture or on a page, with whose it is, how it is shown, its scale,
/// what it has lost to compression, and the notice that this is research software.
class FilmPage {
    Q_DECLARE_TR_FUNCTIONS(pleurascope::ui::review::FilmPage)
public:
    /// The film whole, as it lies; or what the view shows of it, with the notes in its corners.
    enum class Extent { asShown, wholeFilm };

    /// `study` is left out where names are hidden.
    FilmPage(FilmView& view, const store::StudyRecord& study, bool namesShown);

    /// "Whole film", "As on the screen".
    [[nodiscard]] static QString nameOf(Extent extent);

    /// With a strip below for the notice. wholeFilm: one picture pixel a film pixel, at least 1024 across.
    [[nodiscard]] QImage picture(Extent extent) const;
    /// On one page, fitted; for a PDF file or a printer. False where the device does not begin.
    [[nodiscard]] bool draw(QPagedPaintDevice& device, Extent extent) const;
    /// An A4 page as it lies best on it.
    [[nodiscard]] QPageLayout layout(Extent extent) const;

    /// "DEMO^ANNA", "DEMO-0001, F 34 years", "Chest PA, 16 Mar 2026".
    [[nodiscard]] const QStringList& identity() const { return m_identity; }
    /// Window, spacing, what was lost.
    [[nodiscard]] QString facts() const;
    [[nodiscard]] static QString notice();

private:
    FilmView& m_view;
    QStringList m_identity;
};

} // namespace pleurascope::ui::review
