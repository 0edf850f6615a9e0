// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// Colours and lengths have one home, the theme: no other source of the window may carry a hex colour or a
/// length in px.
class TestLookRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noColourAndNoLengthStandsOutsideTheTheme();
    void thePatternsFindWhatTheyAreFor();

private:
    const QRegularExpression m_colour{
        QStringLiteral("#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\\b(?!\\w)")};
    const QRegularExpression m_length{QStringLiteral("[0-9]px\\b")};
};

void TestLookRules::noColourAndNoLengthStandsOutsideTheTheme() {
    int files = 0;
    for (const auto* folder : {"ui", "app/desktop", "app/window"}) {
        QDirIterator sources(QStringLiteral(PLEURASCOPE_SOURCE_DIR "/") + QLatin1String(folder),
                             {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            if (file.fileName().contains(QStringLiteral("ui/widgets/Theme.")))
                continue;
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            ++files;
            for (const auto* pattern : {&m_colour, &m_length}) {
                const auto match = pattern->match(text);
                QVERIFY2(!match.hasMatch(),
                         qPrintable(file.fileName() + QStringLiteral(": ") + match.captured()));
            }
        }
    }
    QVERIFY(files > 50);
}

void TestLookRules::thePatternsFindWhatTheyAreFor() {
    QVERIFY(m_colour.match(QStringLiteral("QColor(\"#16303F\")")).hasMatch());
    QVERIFY(m_colour.match(QStringLiteral("color: #fff;")).hasMatch());
    QVERIFY(!m_colour.match(QStringLiteral("#include \"a.h\"")).hasMatch());
    QVERIFY(m_length.match(QStringLiteral("margin: 12px")).hasMatch());
    QVERIFY(!m_length.match(QStringLiteral("px(12)")).hasMatch());
}

QTEST_GUILESS_MAIN(TestLookRules)
#include "tst_lookrules.moc"
