// SPDX-License-Identifier: GPL-3.0-or-later
// The window's menus, keys and dialogs; what MainWindow.cpp wires, this file lets people reach.
#include "ui/browse/BrowsePage.h"
#include "ui/review/ReviewPage.h"
#include "ui/shell/AboutDialog.h"
#include "ui/shell/KeysOverlay.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/ModelsDialog.h"
#include "ui/shell/RefusedFilesDialog.h"
#include "ui/shell/SettingsDialog.h"
#include "ui/shell/TestPattern.h"
#include "ui/widgets/KeyBindings.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>
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
    widgets::KeyBindings::current().setChanges(m_services.settings.keys());
    auto* file = new QMenu(tr("&File"), this);
    const auto add = [](QMenu* menu, const char* id, const QString& words, const QKeySequence& keys,
                        auto receiver, auto action) {
        QString plain = words;
        plain.remove(QLatin1Char('&')).remove(QStringLiteral("..."));
        widgets::KeyBindings::current().bind(
            menu->addAction(words, receiver, action),
            {QStringLiteral("window.") + QLatin1String(id), widgets::KeyPlace::everywhere, plain, keys, {}});
    };
    add(file, "import", tr("Import &files..."), QKeySequence(Qt::CTRL | Qt::Key_O), this,
        &MainWindow::askForFiles);
    add(file, "import-folder", tr("Import f&older..."), {}, this, &MainWindow::askForFolder);
    file->addSeparator();
    add(file, "models", tr("&Models..."), Qt::CTRL | Qt::Key_M, this, &MainWindow::showModels);
    add(file, "settings", tr("&Settings..."), Qt::CTRL | Qt::Key_Comma, this, &MainWindow::showSettings);
    file->addSeparator();
    add(file, "quit", tr("&Quit"), Qt::CTRL | Qt::Key_Q, this, [this] { window()->close(); });
    auto* view = new QMenu(tr("&View"), this);
    add(view, "browse", tr("&Browse"), Qt::CTRL | Qt::Key_1, this, [this] { showPage(Page::browse); });
    add(view, "review", tr("&Review"), Qt::CTRL | Qt::Key_2, this, [this] { showPage(Page::review); });
    add(view, "train", tr("&Train"), Qt::CTRL | Qt::Key_3, this, [this] { showPage(Page::train); });
    view->addSeparator();
    add(view, "test-pattern", tr("&Test pattern"), {}, this,
        [this] { (new TestPattern)->showOn(*screen()); });
    auto* help = new QMenu(tr("&Help"), this);
    add(help, "keys", tr("&Keys"), QKeySequence(QStringLiteral("?")), this,
        [this] { Q_EMIT m_rail->keysRequested(); });
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
    const auto key = [this](const char* id, const QString& words, const QKeySequence& keys, auto action) {
        widgets::KeyBindings::current().bind(
            this,
            {QStringLiteral("window.") + QLatin1String(id), widgets::KeyPlace::everywhere, words, keys, {}},
            action);
    };
    key("menu", tr("Menu bar"), Qt::Key_F10, [this] { menuBar()->setVisible(!menuBar()->isVisible()); });
    key("next-panel", tr("Next panel"), Qt::Key_F6, [this] { focusNextPanel(); });
    connect(m_rail, &Rail::keysRequested, this, [this] {
        if (m_keys == nullptr) {
            m_keys = new KeysOverlay(this);
            connect(m_keys, &KeysOverlay::keysChanged, this,
                    [this] { m_services.settings.setKeys(widgets::KeyBindings::current().changes()); });
        }
        m_keys->setMouseLines(review::MouseConvention::byId(m_services.settings.mouseConvention()).lines());
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
    auto* dialog = new SettingsDialog(m_services.settings, this);
    connect(dialog, &SettingsDialog::filmSettingsChanged, this, &MainWindow::adoptFilmSettings);
    connect(dialog, &SettingsDialog::readerNamed, this, &MainWindow::setReader);
    open(dialog);
}

void MainWindow::adoptFilmSettings() {
    const widgets::Settings& settings = m_services.settings;
    const QStringList hidden = settings.hiddenCorners();
    const auto shows = [&](const char* name) { return !hidden.contains(QString::fromLatin1(name)); };
    m_review->setMouseConvention(review::MouseConvention::byId(settings.mouseConvention()));
    m_review->setInterpolation(settings.showsFilmPixels() ? imaging::Interpolation::nearest
                                                          : imaging::Interpolation::lanczos);
    if (const auto lines = settings.list(QStringLiteral("windows"))) {
        std::vector<review::OwnPreset> presets;
        for (const QString& line : *lines)
            if (auto preset = review::OwnPreset::fromLine(line))
                presets.push_back(*preset);
        m_review->setOwnPresets(std::move(presets));
    }
    m_review->setCornerChoice(
        {shows("patient"), shows("study"), shows("window"), shows("spacing"), shows("sides"), true});
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
