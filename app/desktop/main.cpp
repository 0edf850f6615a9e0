// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/CommandLine.h"
#include "app/desktop/ProfileLock.h"
#include "app/desktop/StartWindow.h"
#include "app/desktop/Translations.h"
#include "app/desktop/WindowModule.h"
#include "app/log/Log.h"
#include "engine/core/Installation.h"
#include "ui/tasks/LatestTask.h"
#include "ui/widgets/ErrorText.h"

#include <QApplication>
#include <QMessageBox>

#include <cstdio>

using namespace pleurascope;
using desktop::CommandLine;
using Module = core::Result<desktop::WindowModule*>;

namespace {

constexpr int usageError = 2;

int answer(const CommandLine& line) {
    const bool wrong = line.wish == CommandLine::Wish::complain;
    std::fprintf(wrong ? stderr : stdout, "%s\n", qPrintable(line.message));
    return wrong ? usageError : 0;
}

/// Nothing works without profile or library: the one place where a box stands in the way.
int refuse(const core::Error& error) {
    log::error("start", error);
    QMessageBox::critical(nullptr, QStringLiteral("PleuraScope"), ui::widgets::errorText(error));
    return 1;
}

/// Another process has this profile's window: it gets the files.
int handOver(const core::Profile& profile, const QStringList& paths) {
    const auto module = desktop::openWindowModule(core::windowModuleFile());
    if (!module)
        return refuse(module.error());
    return (*module)->handOver(profile, paths) ? 0 : refuse({core::ErrorCode::inUse, "window.lock", {}});
}

/// The frame first, painted while a worker opens the module; then what belongs into it.
int run(QApplication& application, const CommandLine& line, const core::Profile& profile) {
    ui::widgets::Settings settings(profile.settingsFile());
    desktop::installTranslations(settings.language());
    const desktop::ProfileLock lock(profile.data);
    if (!lock.isHeld())
        return handOver(profile, line.paths);
    ui::widgets::Theme::current().apply(settings.theme(), settings.fontScale());
    desktop::StartWindow frame(settings);
    std::unique_ptr<desktop::WindowContent> content;
    ui::tasks::LatestTask<Module> opening;
    const auto fill = [&](const Module& module) {
        auto filled =
            module ? (*module)->fill({profile, settings, frame,
                                      line.library.isEmpty() ? settings.library() : line.library, line.paths})
                   : core::failure(module);
        if (!filled)
            return QApplication::exit(refuse(filled.error()));
        content = std::move(*filled);
    };
    QObject::connect(&frame, &desktop::StartWindow::firstPainted, &application, [&] {
        log::info("first paint");
        opening.start([](std::stop_token) { return desktop::openWindowModule(core::windowModuleFile()); },
                      fill);
    });
    frame.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char** argv) {
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    const CommandLine line = CommandLine::parse(arguments);
    if (line.wish != CommandLine::Wish::openWindow)
        return answer(line);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("PleuraScope"));
    QApplication::setDesktopFileName(QStringLiteral("pleurascope"));
    const auto profile = core::Profile::open(line.profile);
    if (!profile)
        return refuse(profile.error());
    log::start(profile->logsFolder(), "pleurascope");
    log::info(std::string("PleuraScope ") + std::string(core::programVersion()));
    return run(application, line, *profile);
}
