// SPDX-License-Identifier: GPL-3.0-or-later
// The window's menus, keys and dialogs; what MainWindow.cpp wires, this file lets people reach.
#include "ui/browse/BrowsePage.h"
#include "ui/shell/AboutDialog.h"
#include "ui/shell/KeysOverlay.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ModelsDialog.h"
#include "ui/shell/RefusedFilesDialog.h"
#include "ui/shell/SettingsDialog.h"

#include <QApplication>
#include <QFileDialog>
#include <QKeyEvent>
#include <QMenuBar>
#include <QShortcut>
#include <QStackedWidget>

namespace pleurascope::ui::shell {

namespace {

/// Dialogs stand beside the work: not modal, gone when closed.
template <class Dialog>
void open(Dialog* dialog) {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace

void MainWindow::makeMenus() {
    auto* file = new QMenu(tr("&File"), this);
    file->addAction(tr("Import &files..."), QKeySequence::Open, this, &MainWindow::askForFiles);
    file->addAction(tr("Import f&older..."), this, &MainWindow::askForFolder);
    file->addSeparator();
    file->addAction(tr("&Models..."), QKeySequence(tr("Ctrl+M")), this, &MainWindow::showModels);
    file->addAction(tr("&Settings..."), QKeySequence(tr("Ctrl+,")), this, &MainWindow::showSettings);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence::Quit, this, [this] { window()->close(); });
    auto* view = new QMenu(tr("&View"), this);
    view->addAction(tr("&Browse"), QKeySequence(QStringLiteral("Ctrl+1")), this,
                    [this] { showPage(Page::browse); });
    view->addAction(tr("&Review"), QKeySequence(QStringLiteral("Ctrl+2")), this,
                    [this] { showPage(Page::review); });
    view->addAction(tr("&Train"), QKeySequence(QStringLiteral("Ctrl+3")), this,
                    [this] { showPage(Page::train); });
    auto* help = new QMenu(tr("&Help"), this);
    help->addAction(tr("&Keys"), this, [this] { Q_EMIT m_rail->keysRequested(); });
    help->addAction(tr("&About PleuraScope"), this, &MainWindow::showAbout);
    auto* all = new QMenu(this);
    for (auto* menu : {file, view, help}) {
        menuBar()->addMenu(menu);
        all->addMenu(menu);
        addActions(menu->actions()); // their keys work while the menu bar is hidden
    }
    menuBar()->hide();
    m_rail->setMenu(all);
}

void MainWindow::addKeys() {
    const auto key = [this](const QKeySequence& keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    key(QKeySequence(Qt::Key_F10), [this] { menuBar()->setVisible(!menuBar()->isVisible()); });
    key(QKeySequence(Qt::Key_F6), [this] { focusNextPanel(); });
    key(QKeySequence(QStringLiteral("?")), [this] { Q_EMIT m_rail->keysRequested(); });
    connect(m_rail, &Rail::keysRequested, this, [this] {
        if (m_keys == nullptr)
            m_keys = new KeysOverlay(this);
        m_keys->toggle();
    });
}

// Escape is no shortcut here: a page or field that has its own use for it comes first.
void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_pages->currentIndex() != int(Page::browse))
        showPage(Page::browse);
    else
        QMainWindow::keyPressEvent(event);
}

void MainWindow::focusNextPanel() {
    QList<QWidget*> panels{m_rail};
    for (QWidget* child : m_pages->currentWidget()->findChildren<QWidget*>())
        if (child->isVisible() && (child->focusPolicy() & Qt::TabFocus) &&
            (panels.last() == m_rail || panels.last()->parentWidget() != child->parentWidget()))
            panels << child;
    const QWidget* focused = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panels.size(); ++i)
        if (focused != nullptr && (panels[i] == focused || panels[i]->isAncestorOf(focused) ||
                                   panels[i]->parentWidget() == focused->parentWidget()))
            at = i;
    QWidget* next = panels[(at + 1) % panels.size()];
    if (next == m_rail)
        next = m_rail->nextInFocusChain();
    next->setFocus(Qt::ShortcutFocusReason);
}

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

void MainWindow::showModels() {
    if (!m_models) {
        m_models = new ModelsDialog(m_services, this);
        m_models->setChosen(m_modelHash);
        connect(m_models, &ModelsDialog::modelChosen, this, &MainWindow::modelChosen);
        connect(m_models, &ModelsDialog::modelRemoved, this, &MainWindow::modelRemoved);
    }
    open(m_models.data());
}

void MainWindow::showRefused() {
    if (!m_refusedDialog)
        m_refusedDialog = new RefusedFilesDialog(m_refused, this);
    open(m_refusedDialog.data());
}

void MainWindow::showSettings() {
    open(new SettingsDialog(m_services.settings, this));
}

void MainWindow::showAbout() {
    open(new AboutDialog(machineText(), this));
}

QString MainWindow::machineText() const {
    if (m_module == nullptr)
        return {};
    const auto& runtime = m_module->runtime();
    return tr("LibTorch %1, %2, %n thread(s)", nullptr, runtime.threads)
        .arg(QString::fromStdString(runtime.torchVersion), QString::fromStdString(runtime.blasLibrary));
}

} // namespace pleurascope::ui::shell
