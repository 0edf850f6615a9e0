// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ShelfModel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pleurascope;
using ui::shell::ShelfModel;

class TestShelfModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theModelInUseIsMarked();
    void theSecondLineSaysWhatItWasTrainedOn();
};

namespace {

reading::ShelvedModel makeModel(const std::string& hash, const std::string& name) {
    reading::ShelvedModel model;
    model.hash = hash;
    model.name = name;
    return model;
}

} // namespace

void TestShelfModel::theModelInUseIsMarked() {
    ShelfModel shelf;
    QAbstractItemModelTester tester(&shelf, QAbstractItemModelTester::FailureReportingMode::QtTest);
    shelf.setModels({makeModel("aa", "First"), makeModel("bb", "Second")});
    shelf.setChosen(QStringLiteral("bb"));
    QVERIFY(!shelf.index(0).data(ShelfModel::ChosenRole).toBool());
    QVERIFY(shelf.index(1).data(ShelfModel::ChosenRole).toBool());
    QCOMPARE(shelf.rowOf(QStringLiteral("bb")), 1);
    QCOMPARE(shelf.rowOf(QStringLiteral("cc")), -1);
    QCOMPARE(shelf.index(1).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Second, used for review"));
    shelf.setModels({});
    QCOMPARE(shelf.rowCount(), 0);
}

void TestShelfModel::theSecondLineSaysWhatItWasTrainedOn() {
    auto demonstration = makeModel("aa", "Demonstration");
    demonstration.description.provenance.phantomsOnly = true;
    auto real = makeModel("bb", "Real");
    real.description.provenance.metrics["val_auc"] = 0.8472;
    auto broken = makeModel("cc", "Broken");
    broken.problem = "badModelFile";
    ShelfModel shelf;
    shelf.setModels({demonstration, real, broken});
    const auto line = [&](int row) { return shelf.index(row).data(ShelfModel::SecondLineRole).toString(); };
    QCOMPARE(line(0), QStringLiteral("Demonstration, trained on phantoms only"));
    QCOMPARE(line(1), QStringLiteral("Validation AUC 0.847"));
    QCOMPARE(line(2), QStringLiteral("not a sound model file"));
    QVERIFY(shelf.index(2).data(ShelfModel::ProblemRole).toBool());
}

QTEST_GUILESS_MAIN(TestShelfModel)
#include "tst_shelfmodel.moc"
