// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/export/PrintPreview.h"

#include <QComboBox>
#include <QPrintPreviewWidget>
#include <QPrinter>
#include <QToolBar>

namespace pleurascope::ui::review {

namespace {

/// The preview's own buttons tell how the page lies when it is made.
QPrinter* laidOut(QPrinter& printer, const QPageLayout& layout) {
    printer.setPageLayout(layout);
    return &printer;
}

} // namespace

PrintPreview::PrintPreview(QPrinter& printer, const FilmPage& page, FilmPage::Extent extent, QWidget* parent)
    : QPrintPreviewDialog(laidOut(printer, page.layout(extent)), parent)
    , m_printer(printer)
    , m_page(page)
    , m_extent(extent) {
    connect(this, &QPrintPreviewDialog::paintRequested, this, [this](QPrinter* device) {
        if (!m_page.draw(*device, m_extent))
            Q_EMIT failed();
    });
    offerExtents();
}

/// In the bar that the system's preview has.
void PrintPreview::offerExtents() {
    auto* bar = findChild<QToolBar*>();
    if (bar == nullptr)
        return;
    auto* extents = new QComboBox;
    extents->setAccessibleName(tr("Picture"));
    for (const FilmPage::Extent extent : {FilmPage::Extent::wholeFilm, FilmPage::Extent::asShown})
        extents->addItem(FilmPage::nameOf(extent), int(extent));
    extents->setCurrentIndex(extents->findData(int(m_extent)));
    bar->addSeparator();
    bar->addWidget(extents);
    connect(extents, &QComboBox::activated, this, [this, extents] {
        m_extent = FilmPage::Extent(extents->currentData().toInt());
        layOutPage();
        Q_EMIT extentChosen(m_extent);
    });
}

void PrintPreview::layOutPage() {
    laidOut(m_printer, m_page.layout(m_extent));
    if (auto* preview = findChild<QPrintPreviewWidget*>())
        preview->updatePreview();
}

} // namespace pleurascope::ui::review
