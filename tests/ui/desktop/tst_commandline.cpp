// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/CommandLine.h"

#include <QDir>
#include <QTest>

using pleurascope::desktop::CommandLine;
using Wish = CommandLine::Wish;

class TestCommandLine : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsBecomeAbsolute();
    void theProfileIsTaken();
    void versionAndHelpAreAnswered();
    void anUnknownOptionIsRefused();

private:
    static CommandLine parse(const QStringList& arguments) {
        return CommandLine::parse(QStringList{QStringLiteral("pleurascope")} + arguments);
    }
};

void TestCommandLine::pathsBecomeAbsolute() {
    const auto line = parse({QStringLiteral("film.dcm"), QStringLiteral("/films")});
    QCOMPARE(line.wish, Wish::openWindow);
    QCOMPARE(line.paths, (QStringList{QDir::current().absoluteFilePath(QStringLiteral("film.dcm")),
                                      QStringLiteral("/films")}));
    QVERIFY(!line.profile);
}

void TestCommandLine::theProfileIsTaken() {
    const auto line = parse({QStringLiteral("--profile"), QStringLiteral("/tmp/p")});
    QCOMPARE(line.wish, Wish::openWindow);
    QCOMPARE(line.profile, std::optional<std::filesystem::path>("/tmp/p"));
}

void TestCommandLine::versionAndHelpAreAnswered() {
    QCOMPARE(parse({QStringLiteral("--version")}).wish, Wish::showVersion);
    QVERIFY(parse({QStringLiteral("--version")}).message.startsWith(QStringLiteral("PleuraScope ")));
    QCOMPARE(parse({QStringLiteral("--help")}).wish, Wish::showHelp);
    QVERIFY(parse({QStringLiteral("--help")}).message.contains(QStringLiteral("--profile")));
}

void TestCommandLine::anUnknownOptionIsRefused() {
    const auto line = parse({QStringLiteral("--nonsense")});
    QCOMPARE(line.wish, Wish::complain);
    QVERIFY(line.message.contains(QStringLiteral("nonsense")));
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
