// SPDX-License-Identifier: GPL-3.0-or-later
// Files on their way in: chosen, dropped or named at the start, imported, told of.
#include "ui/shell/MainWindow.h"
#include "ui/shell/ModelsDialog.h"
#include "ui/shell/StatusStrip.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/FileDrop.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLocale>
#include <QStackedWidget>

#include <cmath>

namespace pleurascope::ui::shell {

void MainWindow::askForFiles() {
    const QString key = QStringLiteral("import");
    const QStringList files =
        QFileDialog::getOpenFileNames(this, tr("Import files"), m_services.settings.folder(key),
                                      tr("Films (*.dcm *.png *.jpg *.jpeg *.tif *.tiff);;All files (*)"));
    if (files.isEmpty())
        return;
    m_services.settings.setFolder(key, QFileInfo(files.first()).path());
    openPaths(files);
}

void MainWindow::askForFolder() {
    const QString key = QStringLiteral("import");
    const QString folder =
        QFileDialog::getExistingDirectory(this, tr("Import folder"), m_services.settings.folder(key));
    if (folder.isEmpty())
        return;
    m_services.settings.setFolder(key, folder);
    openPaths({folder});
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    widgets::acceptFiles(*event);
}

/// Onto Review a film is dropped to be seen.
void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList paths = widgets::droppedFiles(*event);
    if (paths.isEmpty())
        return;
    if (m_pages->currentIndex() == int(Page::review))
        openAndShow(paths);
    else
        openPaths(paths);
}

void MainWindow::connectImport() {
    connect(&m_import, &ImportJob::progressed, this, &MainWindow::reportImport);
    connect(&m_import, &ImportJob::imported, this, [this](const reading::ImportReport& report) {
        m_refused.add(report.refused);
        m_strip->setSetAside(m_refused.rowCount());
        reload();
        Q_EMIT studiesChanged();
        showImported(report);
    });
    connect(&m_import, &ImportJob::failed, this,
            [this](const core::Error& error) { setTrouble(widgets::errorText(error)); });
    connect(&m_import, &ImportJob::finished, m_strip, &StatusStrip::hideImport);
    connect(m_strip, &StatusStrip::importCancelRequested, &m_import, &ImportJob::cancel);
    connect(m_strip, &StatusStrip::setAsideRequested, this, &MainWindow::showRefused);
}

void MainWindow::reportImport(const ImportProgress& progress) {
    const QLocale locale;
    if (progress.total == 0) {
        m_strip->showImport(tr("looking for files"), 0, {});
        return;
    }
    QString rest;
    if (progress.perSecond > 0)
        rest = tr("%1 a second, %2 s left")
                   .arg(locale.toString(std::lround(progress.perSecond)),
                        locale.toString(std::lround(progress.secondsLeft)));
    m_strip->showImport(
        tr("%1 of %2 files").arg(locale.toString(progress.done), locale.toString(progress.total)),
        double(progress.done) / double(progress.total), rest);
}

void MainWindow::openPaths(const QStringList& paths) {
    QStringList films;
    QStringList models;
    for (const QString& path : paths)
        (ModelsDialog::isModelFile(path) ? models : films) << path;
    if (!films.isEmpty()) {
        showPage(Page::browse);
        m_import.add(films);
    }
    if (!models.isEmpty()) {
        showModels();
        m_models->importModels(models);
    }
}

void MainWindow::openAndShow(const QStringList& paths) {
    m_showsImported = true;
    openPaths(paths);
}

void MainWindow::showImported(const reading::ImportReport& report) {
    if (!m_showsImported || report.demonstration)
        return;
    m_showsImported = false;
    if (!report.studyIds.empty())
        openStudy(report.studyIds.front());
}

} // namespace pleurascope::ui::shell
