// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/DesktopApplication.h"

#include "app/log/Log.h"
#include "engine/core/Installation.h"
#include "ui/widgets/ErrorText.h"

#include <QLayout>
#include <QThreadPool>

namespace pleurascope::desktop {

using ui::shell::MainWindow;
using ui::shell::OpenedModel;

DesktopApplication::DesktopApplication(const WindowStart& start, OpenedLibrary opened)
    : m_library(std::move(opened.library))
    , m_salvaged(std::move(opened.salvaged))
    , m_shelf(start.profile.modelsFolder(), *m_library)
    , m_services{start.profile, core::readerProgram(), *m_library, m_shelf, start.settings}
    , m_window(std::make_unique<MainWindow>(m_services))
    , m_handover(start.profile.data)
    , m_desk(m_services)
    , m_demonstration(m_services) {
    connectDesk();
    connectDemonstration();
    connect(m_window.get(), &MainWindow::firstPainted, this,
            [this, paths = start.paths] { finishStart(paths); });
    connect(&m_handover, &FileHandover::handedOver, this, &DesktopApplication::takeOver);
    start.frame.layout()->addWidget(m_window.get());
    m_window->setFocus();
    m_handover.listen();
}

DesktopApplication::~DesktopApplication() {
    m_opening.cancel();
    m_backup.cancel();
    m_scoring.reset();
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone(); // what still touches the library
    if (m_library->location().isServer())
        return;
    // what came in on the first day is in no backup yet
    if (const auto kept = store::keepDailyBackup(m_library->location(), m_services.profile.backupsFolder());
        !kept)
        log::error("backup", kept.error());
}

void DesktopApplication::connectDesk() {
    connect(m_window.get(), &MainWindow::modelChosen, &m_desk, &ModelDesk::choose);
    connect(m_window.get(), &MainWindow::modelRemoved, &m_desk, &ModelDesk::forget);
    connect(m_window.get(), &MainWindow::modelFileOffered, &m_desk, &ModelDesk::useFile);
    connect(m_window.get(), &MainWindow::studiesChanged, this, [this] {
        if (m_scoring)
            m_scoring->nudge();
    });
    connect(&m_desk, &ModelDesk::opened, this, &DesktopApplication::useModel);
    connect(&m_desk, &ModelDesk::unavailable, this, &DesktopApplication::showNoModel);
    connect(&m_desk, &ModelDesk::failed, this, [this](const core::Error& error) {
        log::error("model", error);
        m_window->setTrouble(ui::widgets::errorText(error));
    });
}

void DesktopApplication::connectDemonstration() {
    connect(&m_demonstration, &DemonstrationBuilder::progressed, m_window.get(), &MainWindow::setPreparation);
    connect(&m_demonstration, &DemonstrationBuilder::studiesDrawn, this,
            [this](const QStringList& films) { m_window->importJob().add(films, true); });
    connect(&m_demonstration, &DemonstrationBuilder::modelTrained, &m_desk, &ModelDesk::useFile);
    connect(&m_demonstration, &DemonstrationBuilder::failed, this,
            [this](const core::Error& error) { m_window->setTrouble(ui::widgets::errorText(error)); });
}

void DesktopApplication::takeOver(const QStringList& paths) {
    QWidget* frame = m_window->window();
    frame->setWindowState(frame->windowState() & ~Qt::WindowMinimized);
    frame->raise();
    frame->activateWindow();
    m_window->openAndShow(paths);
}

void DesktopApplication::finishStart(const QStringList& paths) {
    log::info("worklist painted");
    m_window->completePages();
    startScoring();
    m_demonstration.start();
    openLearning();
    tellSalvaged();
    keepBackup();
    if (!paths.isEmpty())
        m_window->openAndShow(paths);
}

void DesktopApplication::tellSalvaged() {
    if (!m_salvaged)
        return;
    log::warning("the library was damaged; a backup took its place");
    m_window->setTrouble(
        tr("The library's file was damaged. Its newest backup took its place, with %n study(s). What "
           "came in after that backup is missing; the damaged file is kept as %1.",
           nullptr, int(m_salvaged->contents.studies))
            .arg(QString::fromStdString(m_salvaged->replaced.filename().string())));
}

void DesktopApplication::keepBackup() {
    if (m_library->location().isServer())
        return; // whoever runs it keeps backups
    m_backup.start([location = m_library->location(), folder = m_services.profile.backupsFolder()](
                       std::stop_token) { return store::keepDailyBackup(location, folder); },
                   [](const core::Result<void>& kept) {
                       if (!kept)
                           log::error("backup", kept.error());
                   });
}

void DesktopApplication::startScoring() {
    const auto onGui = [](std::function<void()> function) {
        ui::tasks::postToGuiThread(std::move(function));
    };
    // The queue is gone before the window is, and what it posted last is dropped with the guard.
    QPointer<MainWindow> window = m_window.get();
    reading::ScoringQueue::Observer observer;
    observer.filmScored = [onGui, window](const reading::ScoredFilm& film) {
        onGui([window, film] {
            if (window)
                window->applyScore(film);
        });
    };
    observer.waitingChanged = [onGui, window](int waiting) {
        onGui([window, waiting] {
            if (window)
                window->setScoringLeft(waiting);
        });
    };
    observer.failed = [onGui, window](const core::Error& error) {
        onGui([window, error] {
            log::error("scoring", error);
            if (window)
                window->setTrouble(ui::widgets::errorText(error));
        });
    };
    m_scoring =
        std::make_unique<reading::ScoringQueue>(*m_library, m_services.readerProgram, std::move(observer));
}

void DesktopApplication::openLearning() {
    m_opening.start(
        [](std::stop_token) { return learning::openLearningModule(core::learningModuleFile()); },
        [this](const core::Result<learning::LearningModule*>& module) { learningOpened(module); });
}

void DesktopApplication::learningOpened(const core::Result<learning::LearningModule*>& module) {
    if (!module) {
        log::error("learning module", module.error());
        m_window->setLearningUnavailable(ui::widgets::errorText(module.error()));
        m_demonstration.setModuleMissing();
        return;
    }
    const auto& runtime = (*module)->runtime();
    log::info("LibTorch " + runtime.torchVersion + ", " + runtime.blasLibrary + ", threads " +
              std::to_string(runtime.threads));
    if (runtime.blasIsSlow)
        log::warning("LibTorch got the reference BLAS");
    m_window->setLearningModule(*module);
    m_demonstration.setModule(*module);
    m_desk.setModule(*module);
}

void DesktopApplication::useModel(const OpenedModel& model) {
    log::info("model " + model.hash.left(12).toStdString() + " on " + model.predictor->deviceName());
    m_window->setModel(model);
    m_scoring->setPredictor(model.predictor);
}

void DesktopApplication::showNoModel(const QString& reason) {
    m_scoring->setPredictor(nullptr);
    const bool comes = m_demonstration.isWorking();
    m_window->setModelUnavailable(
        comes ? tr("The demonstration model is being made; it takes about two minutes.") : reason);
}

} // namespace pleurascope::desktop
