// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Icon.h"

#include <QApplication>
#include <QDir>
#include <QTest>

using namespace pleurascope::ui::widgets;

namespace {

/// The colour of the most opaque pixel.
QColor strokeOf(const QPixmap& pixmap) {
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor strongest(Qt::transparent);
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (const QColor here = image.pixelColor(x, y); here.alpha() > strongest.alpha())
                strongest = here;
    strongest.setAlpha(255);
    return strongest;
}

} // namespace

class TestIcon : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { Theme::current().apply(ThemeChoice::dark, 1.0); }
    void everyDrawingFollowsTheRules_data();
    void everyDrawingFollowsTheRules();
    void theStrokeFollowsModeAndTheme();
    void aTokenKeepsItsColour();
};

void TestIcon::everyDrawingFollowsTheRules_data() {
    QTest::addColumn<QString>("path");
    for (const QString& name : QDir(QStringLiteral(":/icons")).entryList())
        QTest::addRow("%s", qPrintable(name)) << QStringLiteral(":/icons/") + name;
}

void TestIcon::everyDrawingFollowsTheRules() {
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray drawing = file.readAll();
    QVERIFY(drawing.contains("viewBox=\"0 0 20 20\""));
    QVERIFY(drawing.contains("stroke=\"currentColor\""));
    QVERIFY(drawing.contains("stroke-width=\"1.5\""));
    const QPixmap pixmap = icon(QFileInfo(path).baseName()).pixmap(QSize(20, 20));
    const QImage image = pixmap.toImage();
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const bool opaque = image.pixelColor(x, y).alpha() > 64;
            drawn += opaque ? 1 : 0;
            const bool margin = x < 1 || y < 1 || x >= image.width() - 1 || y >= image.height() - 1;
            QVERIFY2(!(opaque && margin), "draws into its margin");
        }
    QVERIFY(drawn > 3);
}

void TestIcon::theStrokeFollowsModeAndTheme() {
    const QIcon sample = icon(QStringLiteral("stop"));
    QCOMPARE(strokeOf(sample.pixmap(QSize(40, 40), QIcon::Normal)), colour(Token::text2));
    QCOMPARE(strokeOf(sample.pixmap(QSize(40, 40), QIcon::Normal, QIcon::On)), colour(Token::text));
    QCOMPARE(strokeOf(sample.pixmap(QSize(40, 40), QIcon::Disabled)), colour(Token::off));
    Theme::current().apply(ThemeChoice::light, 1.0);
    QCOMPARE(strokeOf(sample.pixmap(QSize(40, 40), QIcon::Normal)),
             readTokens(QStringLiteral("light"))[int(Token::text2)]);
    Theme::current().apply(ThemeChoice::dark, 1.0);
}

void TestIcon::aTokenKeepsItsColour() {
    const QIcon flag = icon(QStringLiteral("stop"), Token::amber);
    QCOMPARE(strokeOf(flag.pixmap(QSize(40, 40), QIcon::Active)), colour(Token::amber));
}

QTEST_MAIN(TestIcon)
#include "tst_icon.moc"
