// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browse/WorklistRows.h"
#include "ui/browse/StudyListModel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::browse;
using test::makeRow;
using test::withScore;

class TestStudyListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsAreMatchedByStudyWhenTheyAreSetAgain();
    void aScoreGoesToItsStudyAndOnlyFromTheChosenModel();
    void choosingAnotherModelTakesTheScoresAway();
    void aFilmThatCannotBeShownSaysSo();
    void theScoreIsSpokenWithItsState();
    void aRefusalGivesItsReason();
};

void TestStudyListModel::rowsAreMatchedByStudyWhenTheyAreSetAgain() {
    StudyListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({makeRow(1), makeRow(2), makeRow(3)});
    const QPersistentModelIndex third = model.index(2, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setRows({makeRow(4), makeRow(3, "RENAMED^EVA"), makeRow(1)});
    QCOMPARE(reset.count(), 0);
    QCOMPARE(model.rowCount(), 3);
    QVERIFY(third.isValid());
    QCOMPARE(third.data(StudyListModel::StudyIdRole).toLongLong(), 3);
    QCOMPARE(QModelIndex(third).siblingAtColumn(StudyListModel::patientColumn).data().toString(),
             QStringLiteral("RENAMED^EVA"));
    QVERIFY(!model.rowOf(2));
    model.setRows({});
    QCOMPARE(model.rowCount(), 0);
}

void TestStudyListModel::aScoreGoesToItsStudyAndOnlyFromTheChosenModel() {
    StudyListModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setModelHash(QStringLiteral("model"));
    model.setRows({makeRow(1), makeRow(2)});
    model.applyScore({2, *withScore(makeRow(2), 0.83).prediction});
    QVERIFY(!hasScore(model.row(0)));
    QVERIFY(hasScore(model.row(1)));
    auto stale = *withScore(makeRow(1), 0.9).prediction;
    stale.modelHash = "another";
    model.applyScore({1, stale});
    QVERIFY(!hasScore(model.row(0)));
    model.applyScore({77, *withScore(makeRow(77), 0.5).prediction}); // not in the list: left alone
}

void TestStudyListModel::choosingAnotherModelTakesTheScoresAway() {
    StudyListModel model;
    model.setModelHash(QStringLiteral("model"));
    model.setRows({withScore(makeRow(1), 0.8)});
    QCOMPARE(stateOf(model.row(0), model.context(0)), StudyState::flagged);
    model.setModelHash(QStringLiteral("other"));
    QCOMPARE(stateOf(model.row(0), model.context(0)), StudyState::scoring);
    model.setModelHash({});
    QCOMPARE(stateOf(model.row(0), model.context(0)), StudyState::arrived);
}

void TestStudyListModel::aFilmThatCannotBeShownSaysSo() {
    StudyListModel model;
    model.setRows({makeRow(1)});
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setCannotBeShown(1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(stateOf(model.row(0), model.context(0)), StudyState::damaged);
}

void TestStudyListModel::theScoreIsSpokenWithItsState() {
    StudyListModel model;
    model.setModelHash(QStringLiteral("model"));
    model.setRows({withScore(makeRow(1), 0.83)});
    const QString spoken = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken, QStringLiteral("DEMO ANNA, 22 Nov 2026, score 0.83, Flagged"));
}

void TestStudyListModel::aRefusalGivesItsReason() {
    auto row = withScore(makeRow(1), 0);
    row.prediction->refusal = "truncated";
    StudyListModel model;
    model.setModelHash(QStringLiteral("model"));
    model.setRows({row});
    QCOMPARE(model.index(0, StudyListModel::scoreColumn).data().toString(),
             QStringLiteral("Not scored: cut short"));
    QCOMPARE(stateOf(model.row(0), model.context(0)), StudyState::damaged);
}

QTEST_MAIN(TestStudyListModel)
#include "tst_studylistmodel.moc"
