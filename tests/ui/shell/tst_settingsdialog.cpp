// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SettingsDialog.h"
#include "ui/widgets/AppStyle.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace pleurascope::ui;

/// What can be chosen, and that all of it can be reached.
class TestSettingsDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    std::filesystem::path file() const {
        return m_folder.filePath(QStringLiteral("settings.ini")).toStdString();
    }

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new widgets::AppStyle); }

    void itFitsAScreenAtTwiceTheTextSize() {
        widgets::Theme::current().apply(widgets::ThemeChoice::dark, 2);
        widgets::Settings settings(file());
        shell::SettingsDialog dialog(settings);
        const QSize size = dialog.sizeHint();
        QVERIFY2(size.width() <= 1440 && size.height() <= 900,
                 qPrintable(QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())));
        dialog.resize(1, 1); // as small as it can be
        dialog.show();
        for (const auto* box : dialog.findChildren<QCheckBox*>())
            QVERIFY2(box->width() >= box->sizeHint().width(), qPrintable(box->text()));
    }

    void theSidesOfThePatientCanBeTakenAway() {
        widgets::Theme::current().apply(widgets::ThemeChoice::dark, 1);
        widgets::Settings settings(file());
        shell::SettingsDialog dialog(settings);
        QSignalSpy changed(&dialog, &shell::SettingsDialog::filmSettingsChanged);
        auto* sides = dialog.findChild<QCheckBox*>(QStringLiteral("sides"));
        QVERIFY(sides != nullptr && sides->isChecked());
        sides->click();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(settings.hiddenCorners(), QStringList{QStringLiteral("sides")});
    }
};

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
