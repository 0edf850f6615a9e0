// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browse/WorklistLibrary.h"

#include <QAbstractItemModelTester>

using namespace pleurascope;
using namespace pleurascope::ui::browse;
using test::makeRow;
using test::withScore;
using test::withVerdict;

/// What stands in the rows.
class TestStudyListModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsThatStayKeepTheirChoiceWhateverComesOrGoes();
    void aScoreGoesToItsStudyAndOnlyFromTheChosenModel();
    void choosingAnotherModelTakesTheScoresAway();
    void aFilmThatCannotBeShownSaysSo();
    void theScoreIsSpokenWithItsState();
    void aRefusalGivesItsReason();
    void rowsOfALongListComeWhenTheyAreLookedAt();

private:
    [[nodiscard]] const store::WorklistRow& row(qint64 id) {
        return m_model->study(m_model->indexOf(id).row());
    }
    [[nodiscard]] StudyState state(qint64 id) {
        return stateOf(row(id), m_model->context(m_model->indexOf(id).row()));
    }

    std::unique_ptr<test::WorklistLibrary> m_library;
    std::unique_ptr<StudyListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestStudyListModel::init() {
    m_library = std::make_unique<test::WorklistLibrary>();
    m_model = std::make_unique<StudyListModel>(m_library->library());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestStudyListModel::cleanup() {
    m_tester.reset();
    m_model.reset();
    m_library.reset();
}

void TestStudyListModel::rowsThatStayKeepTheirChoiceWhateverComesOrGoes() {
    m_library->add({makeRow(1), makeRow(2), makeRow(3)});
    test::list(*m_model);
    const QPersistentModelIndex third = m_model->indexOf(3);
    QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
    QVERIFY(m_library->library().binStudies(std::vector<std::int64_t>{1, 2}).has_value());
    m_library->add({makeRow(4), makeRow(5)});
    m_model->setModelHash(QStringLiteral("model"));
    auto score = *withScore(makeRow(5), 0.9).prediction;
    QVERIFY(m_library->library().addPrediction(score).has_value());
    test::list(*m_model);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(third.isValid());
    QCOMPARE(third.data(StudyListModel::StudyIdRole).toLongLong(), 3);
    QCOMPARE(third.row(), 1); // behind the flagged one
    QVERIFY(!m_model->indexOf(2).isValid());
}

void TestStudyListModel::aScoreGoesToItsStudyAndOnlyFromTheChosenModel() {
    m_library->add({makeRow(1), makeRow(2)});
    m_model->setModelHash(QStringLiteral("model"));
    test::list(*m_model);
    m_model->applyScore({2, *withScore(makeRow(2), 0.83).prediction});
    QVERIFY(!hasScore(row(1)));
    QVERIFY(hasScore(row(2)));
    auto stale = *withScore(makeRow(1), 0.9).prediction;
    stale.modelHash = "another";
    m_model->applyScore({1, stale});
    QVERIFY(!hasScore(row(1)));
    m_model->applyScore({77, *withScore(makeRow(77), 0.5).prediction}); // not in the list: left alone
}

void TestStudyListModel::choosingAnotherModelTakesTheScoresAway() {
    m_library->add(withScore(makeRow(1), 0.8));
    m_model->setModelHash(QStringLiteral("model"));
    test::list(*m_model);
    QCOMPARE(state(1), StudyState::flagged);
    m_model->setModelHash(QStringLiteral("other"));
    QCOMPARE(state(1), StudyState::scoring);
    m_model->setModelHash({});
    QCOMPARE(state(1), StudyState::arrived);
}

void TestStudyListModel::aFilmThatCannotBeShownSaysSo() {
    m_library->add(makeRow(1));
    test::list(*m_model);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setCannotBeShown(row(1).film.id);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(state(1), StudyState::damaged);
}

void TestStudyListModel::theScoreIsSpokenWithItsState() {
    m_library->add(withScore(makeRow(1), 0.83));
    m_model->setModelHash(QStringLiteral("model"));
    test::list(*m_model);
    const QString spoken = m_model->index(0, 0).data(Qt::AccessibleTextRole).toString();
    QCOMPARE(spoken, QStringLiteral("DEMO ANNA, 22 Nov 2026, score 0.83, Flagged"));
}

void TestStudyListModel::aRefusalGivesItsReason() {
    auto refused = withScore(makeRow(1), 0);
    refused.prediction->refusal = "truncated";
    m_library->add(refused);
    m_model->setModelHash(QStringLiteral("model"));
    test::list(*m_model);
    QCOMPARE(m_model->index(0, StudyListModel::scoreColumn).data().toString(),
             QStringLiteral("Not scored: cut short"));
    QCOMPARE(state(1), StudyState::damaged);
}

void TestStudyListModel::rowsOfALongListComeWhenTheyAreLookedAt() {
    for (int i = 1; i <= 250; ++i)
        m_library->add(makeRow(i, "DEMO^NUMBER" + std::to_string(i)));
    m_tester.reset(); // which looks at all of them
    test::list(*m_model);
    QTRY_COMPARE(m_model->rowCount(), 250); // the first 100 came before the others
    QVERIFY(m_model->isLoaded(50));
    QVERIFY(!m_model->isLoaded(200));
    QCOMPARE(m_model->study(200).study.id, 201);
    QCOMPARE(m_model->index(200, StudyListModel::patientColumn).data().toString(), QString());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QTRY_VERIFY(m_model->isLoaded(200));
    QVERIFY(changed.count() > 0);
    QCOMPARE(m_model->index(200, StudyListModel::patientColumn).data().toString(),
             QStringLiteral("DEMO^NUMBER201"));
}

QTEST_MAIN(TestStudyListModel)
#include "tst_studylistmodel.moc"
