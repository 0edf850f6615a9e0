// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/review/export/FilmPage.h"

#include <QPrintPreviewDialog>

class QComboBox;
class QPrinter;

namespace pleurascope::ui::review {

/// The system's preview of a page, with the choice of how much of the film goes on it.
class PrintPreview : public QPrintPreviewDialog {
    Q_OBJECT
public:
    PrintPreview(QPrinter& printer, const FilmPage& page, FilmPage::Extent extent, QWidget* parent = nullptr);

Q_SIGNALS:
    void extentChosen(pleurascope::ui::review::FilmPage::Extent extent);
    /// The printer did not begin.
    void failed();

private:
    void offerExtents();
    void layOutPage();

    QPrinter& m_printer;
    FilmPage m_page;
    FilmPage::Extent m_extent;
};

} // namespace pleurascope::ui::review
