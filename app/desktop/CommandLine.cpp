// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/CommandLine.h"

#include "engine/core/Installation.h"

#include <QCommandLineParser>
#include <QFileInfo>

namespace pleurascope::desktop {

CommandLine CommandLine::parse(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("PleuraScope, review of chest X-rays. Research software, not for diagnosis."));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")},
                                  QStringLiteral("Show this help."));
    const QCommandLineOption version(QStringLiteral("version"), QStringLiteral("Show the version."));
    const QCommandLineOption profile(QStringLiteral("profile"), QStringLiteral("Keep everything below DIR."),
                                     QStringLiteral("DIR"));
    const QCommandLineOption library(
        QStringLiteral("library"),
        QStringLiteral("Work with this library: a file, or postgresql://user@host/database."),
        QStringLiteral("PATH|URI"));
    parser.addOptions({help, version, profile, library});
    parser.addPositionalArgument(QStringLiteral("paths"),
                                 QStringLiteral("Films, folders and models to open."),
                                 QStringLiteral("[PATH...]"));
    CommandLine result;
    if (!parser.parse(arguments)) {
        result.wish = Wish::complain;
        result.message = parser.errorText();
    } else if (parser.isSet(help)) {
        result.wish = Wish::showHelp;
        result.message = parser.helpText();
    } else if (parser.isSet(version)) {
        const auto number = core::programVersion();
        result.wish = Wish::showVersion;
        result.message =
            QStringLiteral("PleuraScope ") + QString::fromUtf8(number.data(), qsizetype(number.size()));
    }
    if (parser.isSet(profile))
        result.profile = parser.value(profile).toStdString();
    result.library = parser.value(library);
    for (const QString& path : parser.positionalArguments())
        result.paths << QFileInfo(path).absoluteFilePath();
    return result;
}

} // namespace pleurascope::desktop
