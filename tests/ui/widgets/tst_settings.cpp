// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Settings.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pleurascope::ui::widgets;

class TestSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEmptyFileGivesTheDefaults();
    void whatWasSetIsThereAtTheNextStart();
    void aFontScaleOutOfRangeIsBroughtBack();

private:
    QTemporaryDir m_folder;
    std::filesystem::path file(const char* name) const {
        return m_folder.filePath(QString::fromLatin1(name)).toStdString();
    }
};

void TestSettings::anEmptyFileGivesTheDefaults() {
    const Settings settings(file("empty.ini"));
    QCOMPARE(settings.theme(), ThemeChoice::dark);
    QCOMPARE(settings.fontScale(), 1.0);
    QCOMPARE(settings.language(), QStringLiteral("system"));
    QVERIFY(settings.chosenModel().isEmpty());
    QVERIFY(!settings.isNoticeSeen());
}

void TestSettings::whatWasSetIsThereAtTheNextStart() {
    {
        Settings settings(file("kept.ini"));
        settings.setTheme(ThemeChoice::light);
        settings.setFontScale(1.5);
        settings.setLanguage(QStringLiteral("de"));
        settings.setChosenModel(QStringLiteral("abc"));
        settings.setNoticeSeen();
        settings.setFolder(QStringLiteral("import"), QStringLiteral("/films"));
    }
    const Settings settings(file("kept.ini"));
    QCOMPARE(settings.theme(), ThemeChoice::light);
    QCOMPARE(settings.fontScale(), 1.5);
    QCOMPARE(settings.language(), QStringLiteral("de"));
    QCOMPARE(settings.chosenModel(), QStringLiteral("abc"));
    QVERIFY(settings.isNoticeSeen());
    QCOMPARE(settings.folder(QStringLiteral("import")), QStringLiteral("/films"));
}

void TestSettings::aFontScaleOutOfRangeIsBroughtBack() {
    Settings settings(file("range.ini"));
    settings.setFontScale(17);
    QCOMPARE(settings.fontScale(), 2.0);
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
