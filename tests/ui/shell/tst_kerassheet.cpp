// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/KerasSheet.h"
#include "ui/shell/WeightsSheet.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace pleurascope;
using ui::shell::KerasSheet;
using ui::shell::WeightsSheet;

namespace {

weights::KerasImport importOf(const std::string& scalingSource) {
    weights::KerasImport import;
    import.model.description.classes = {"class0", "class1"};
    import.model.description.scalingSource = scalingSource;
    import.model.description.scaling = weights::Scaling::unit;
    import.model.description.inputSize = 96;
    return import;
}

QPushButton* button(const QWidget& sheet, const QString& text) {
    for (auto* button : sheet.findChildren<QPushButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

class TestKerasSheet : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0); }
    void answersWhatTheFileDoesNotSay();
    void whatTheFileSaysCannotBeChanged();
    void namesMustFitTheOutputs();
    void anotherFileIsNotTakenForWeights();
};

void TestKerasSheet::answersWhatTheFileDoesNotSay() {
    KerasSheet sheet(QStringLiteral("/somewhere/notebook.h5"), importOf("assumed"));
    sheet.findChild<QLineEdit*>()->setText(QStringLiteral("effusion, nofinding"));
    sheet.findChild<QSpinBox*>()->setValue(128);
    sheet.findChildren<QComboBox*>().first()->setCurrentIndex(0);
    const auto options = sheet.options();
    QCOMPARE(*options.scaling, weights::Scaling::tf);
    QCOMPARE(*options.inputSize, 128);
    QCOMPARE(options.classes, (std::vector<std::string>{"effusion", "nofinding"}));
    QCOMPARE(options.positive, std::string("effusion"));
}

void TestKerasSheet::whatTheFileSaysCannotBeChanged() {
    const KerasSheet sheet(QStringLiteral("a.keras"), importOf("file"));
    const auto boxes = sheet.findChildren<QComboBox*>();
    QVERIFY(!boxes.first()->isEnabled());
    QCOMPARE(*sheet.options().scaling, weights::Scaling::unit);
    QCOMPARE(*sheet.options().inputSize, 96);
}

void TestKerasSheet::namesMustFitTheOutputs() {
    KerasSheet sheet(QStringLiteral("a.keras"), importOf("assumed"));
    auto* import = button(sheet, QStringLiteral("Import"));
    QVERIFY(import->isEnabled());
    for (const char* names : {"one", "one, two, three", "one,", "one, one"}) {
        sheet.findChild<QLineEdit*>()->setText(QLatin1String(names));
        QVERIFY2(!import->isEnabled(), names);
    }
    sheet.findChild<QLineEdit*>()->setText(QStringLiteral("healthy, sick"));
    QVERIFY(import->isEnabled());
    QCOMPARE(sheet.options().positive, std::string("sick"));
}

void TestKerasSheet::anotherFileIsNotTakenForWeights() {
    const QTemporaryDir folder;
    const auto profile = core::Profile::open(std::filesystem::path(folder.path().toStdString()));
    QVERIFY(profile.has_value());
    QFile other(folder.filePath(QStringLiteral("other.h5")));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("not these");
    other.close();
    WeightsSheet sheet(*profile);
    QVERIFY(button(sheet, QStringLiteral("Download"))->isEnabled());
    sheet.adopt(other.fileName());
    QTRY_VERIFY(button(sheet, QStringLiteral("I have the file"))->isEnabled());
    bool told = false;
    for (const auto* label : sheet.findChildren<QLabel*>())
        told = told || label->text().contains(QStringLiteral("not the one that was published"));
    QVERIFY(told);
    QVERIFY(!std::filesystem::exists(profile->weightsFolder()) ||
            std::filesystem::is_empty(profile->weightsFolder()));
}

QTEST_MAIN(TestKerasSheet)
#include "tst_kerassheet.moc"
