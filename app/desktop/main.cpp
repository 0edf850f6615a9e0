// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/CommandLine.h"
#include "app/desktop/DesktopApplication.h"
#include "app/desktop/SingleInstance.h"
#include "app/desktop/Translations.h"
#include "app/log/Log.h"
#include "engine/core/Installation.h"
#include "ui/widgets/ErrorText.h"

#include <QApplication>
#include <QMessageBox>

#include <cstdio>

using namespace pleurascope;
using desktop::CommandLine;

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

int run(QApplication& application, const CommandLine& line, const core::Profile& profile) {
    ui::widgets::Settings settings(profile.settingsFile());
    desktop::installTranslations(settings.language());
    desktop::SingleInstance instance(profile.data);
    if (!instance.becomeFirst())
        return instance.handOver(line.paths) ? 0 : refuse({core::ErrorCode::inUse, "window.lock", {}});
    ui::widgets::Theme::current().apply(settings.theme(), settings.fontScale());
    auto library = store::Library::open(profile.libraryFile());
    if (!library)
        return refuse(library.error());
    desktop::DesktopApplication desktop(profile, std::move(*library), settings);
    QObject::connect(&instance, &desktop::SingleInstance::handedOver, &desktop,
                     &desktop::DesktopApplication::takeOver);
    desktop.show(line.paths);
    return application.exec();
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
