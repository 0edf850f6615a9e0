// SPDX-License-Identifier: GPL-3.0-or-later
// The page's presentation states and key images.
#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/ReaderName.h"
#include "ui/review/ReviewHeader.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/presentation/PresentationDialog.h"
#include "ui/review/presentation/PresentationMaker.h"
#include "ui/review/presentation/PresentationWords.h"
#include "ui/widgets/ErrorText.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>

namespace pleurascope::ui::review {

void ReviewPage::connectPresentations() {
    connect(m_header, &ReviewHeader::presentationMenuRequested, this,
            [this](const QPoint& place) { showPresentationMenu(*m_wall, place); });
    connect(&m_presentations, &PresentationSaver::saved, this, &ReviewPage::notePresentation);
    connect(&m_presentations, &PresentationSaver::failed, this, [this](const core::Error& error) {
        Q_EMIT troubleFound(tr("The presentation could not be saved. %1").arg(widgets::errorText(error)));
    });
}

void ReviewPage::setReader(const QString& reader) {
    m_reader = reader;
    for (FilmCell* cell : everyCell())
        cell->view().setReader(reader);
}

void ReviewPage::showPresentationMenu(FilmWall& wall, QPoint place) {
    FilmCell& cell = wall.grid().chosen();
    if (!cell.view().hasFilm())
        return;
    QMenu menu;
    const LoadedFilm& film = cell.view().film();
    const auto add = [&](const QString& words, bool isShown, const std::string& file) {
        QAction* action = menu.addAction(words);
        action->setCheckable(true);
        action->setChecked(isShown);
        connect(action, &QAction::triggered, &cell, [&cell, file] { cell.present(file); });
    };
    add(tr("As stored"), film.presentation == nullptr, {});
    for (const store::PresentationRecord& record : film.presentations)
        add(PresentationWords::lineOf(record),
            film.presentation && film.presentation->uid == record.sopInstanceUid, record.path);
    menu.addSeparator();
    menu.addAction(tr("Save presentation ..."), this, [this, &wall] { savePresentation(wall); });
    menu.addAction(tr("Open a presentation ..."), this, [this, &wall] { openPresentation(wall); });
    menu.addSeparator();
    QAction* key = menu.addAction(tr("Key image"), &cell, &FilmCell::toggleKeyImage);
    key->setCheckable(true);
    key->setChecked(cell.view().isKeyImage());
    menu.exec(place);
}

void ReviewPage::openPresentation(FilmWall& wall) {
    const QString file = QFileDialog::getOpenFileName(&wall, tr("Open a presentation"), m_exportFolder,
                                                      tr("DICOM files (*.dcm);;All files (*)"));
    if (!file.isEmpty())
        wall.grid().chosen().present(file.toStdString());
}

void ReviewPage::savePresentation(FilmWall& wall) {
    if (!wall.chosenView().hasFilm())
        return;
    auto* dialog = new PresentationDialog(typedReaderName(m_reader), m_exportFolder, wall.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true); // what is saved is what stands behind it
    connect(dialog, &QDialog::accepted, this, [this, dialog, &wall] {
        const auto state = presentationOf(wall.chosenView(), dialog->description(), dialog->reader());
        if (!state) {
            Q_EMIT troubleFound(widgets::errorText(state.error()));
            return;
        }
        m_exportFolder = QFileInfo(dialog->file()).absolutePath();
        if (dialog->reader() != m_reader) {
            setReader(dialog->reader());
            Q_EMIT readerNamed(m_reader);
        }
        m_presentations.save(*state, QFileInfo(dialog->file()).absoluteFilePath());
    });
    dialog->show();
}

/// Views that show one of its images offer it from now on.
void ReviewPage::notePresentation(const store::PresentationRecord& record) {
    for (FilmCell* cell : everyCell())
        cell->view().addPresentation(record);
    followChosen();
}

} // namespace pleurascope::ui::review
