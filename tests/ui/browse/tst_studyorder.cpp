// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browse/WorklistLibrary.h"

#include <QAbstractItemModelTester>
#include <QDateTime>

using namespace pleurascope;
using namespace pleurascope::ui::browse;
using test::makeRow;
using test::withScore;
using test::withVerdict;

/// Which rows there are, and in which order.
class TestStudyOrder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void triageOrderIsFlaggedByScoreThenArrivalThenRead();
    void aFreshScoreMovesItsStudyAndNoOther();
    void chipsFilterAndCount();
    void everyWordOfASearchMustOccur();
    void aColumnSortsBothWaysAndTheTriageOrderComesBack();
    void nextUnreadGoesDownAndThenFromTheTop();
    void neighboursAreThoseThatAreShown();
    void aPlaceKnowsHowManyItPassed();
    void whoWaitsTooLongStandsWithTheFlaggedAndSaysWhy();

private:
    [[nodiscard]] QList<qint64> shown() const {
        QList<qint64> ids;
        for (int i = 0; i < m_shown->rowCount(); ++i)
            ids << m_shown->study(i).study.id;
        return ids;
    }

    std::unique_ptr<test::WorklistLibrary> m_library;
    std::unique_ptr<StudyListModel> m_shown;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestStudyOrder::init() {
    m_library = std::make_unique<test::WorklistLibrary>();
    m_shown = std::make_unique<StudyListModel>(m_library->library());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_shown.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const std::string now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    m_library->add({
        withScore(makeRow(1, "EXAMPLE^MARA"), 0.2),
        withScore(makeRow(2, "SAMPLE^OTTO"), 0.7),
        makeRow(3, "MUSTER^J\xC3\x9CRGEN"),
        withScore(makeRow(4, "DEMO^ANNA"), 0.9),
        withVerdict(withScore(makeRow(5, "MOCK^PETRA"), 0.6), store::VerdictChoice::disagree, 1, now),
        withVerdict(withScore(makeRow(6, "FICTIVE^NORA"), 0.1), store::VerdictChoice::agree, 2, now),
    });
    m_shown->setModelHash(QStringLiteral("model"));
    test::list(*m_shown);
}

void TestStudyOrder::cleanup() {
    m_tester.reset();
    m_shown.reset();
    m_library.reset();
}

void TestStudyOrder::triageOrderIsFlaggedByScoreThenArrivalThenRead() {
    QCOMPARE(shown(), (QList<qint64>{4, 2, 1, 3, 6, 5}));
    const auto group = [&](int row) {
        return StudyGroup(m_shown->index(row, 0).data(StudyListModel::GroupRole).toInt());
    };
    QCOMPARE(group(1), StudyGroup::flagged);
    QCOMPARE(group(2), StudyGroup::arrival);
    QCOMPARE(group(4), StudyGroup::readToday);
}

void TestStudyOrder::aFreshScoreMovesItsStudyAndNoOther() {
    const QPersistentModelIndex chosen = m_shown->indexOf(1);
    const auto score = *withScore(makeRow(3), 0.8).prediction;
    QVERIFY(m_library->library().addPrediction(score).has_value());
    test::listAfter(*m_shown, [&] { m_shown->applyScore({3, score}); });
    QCOMPARE(shown(), (QList<qint64>{4, 3, 2, 1, 6, 5}));
    QCOMPARE(chosen.data(StudyListModel::StudyIdRole).toLongLong(), 1);
}

void TestStudyOrder::chipsFilterAndCount() {
    QCOMPARE(m_shown->count(StudyFilter::all), 6);
    QCOMPARE(m_shown->count(StudyFilter::flagged), 2);
    QCOMPARE(m_shown->count(StudyFilter::unread), 4);
    QCOMPARE(m_shown->count(StudyFilter::read), 2);
    QCOMPARE(m_shown->count(StudyFilter::disputed), 1);
    for (int i = 0; i < studyFilterCount; ++i) {
        test::listAfter(*m_shown, [&] { m_shown->setFilter(StudyFilter(i)); });
        QCOMPARE(m_shown->rowCount(), m_shown->count(StudyFilter(i)));
    }
}

void TestStudyOrder::everyWordOfASearchMustOccur() {
    test::listAfter(*m_shown, [&] { m_shown->setSearch(QStringLiteral("demo^anna")); });
    QCOMPARE(shown(), (QList<qint64>{4}));
    test::listAfter(*m_shown, [&] { m_shown->setSearch(QStringLiteral("Anna 2026-11-22")); });
    QCOMPARE(shown(), (QList<qint64>{4}));
    test::listAfter(*m_shown, [&] { m_shown->setSearch(QStringLiteral("j\u00fcrgen")); });
    QCOMPARE(shown(), (QList<qint64>{3}));
    test::listAfter(*m_shown, [&] { m_shown->setSearch(QStringLiteral("DEMO-2")); });
    QCOMPARE(shown(), (QList<qint64>{2}));
    test::listAfter(*m_shown, [&] { m_shown->setSearch(QStringLiteral("anna otto")); });
    QVERIFY(shown().isEmpty());
    test::listAfter(*m_shown, [&] { m_shown->setSearch(QStringLiteral("Sampel")); }); // as it sounds
    QCOMPARE(shown(), (QList<qint64>{2}));
    test::listAfter(*m_shown, [&] { m_shown->setSearch({}); });
    QCOMPARE(m_shown->rowCount(), 6);
}

void TestStudyOrder::aColumnSortsBothWaysAndTheTriageOrderComesBack() {
    test::listAfter(*m_shown,
                    [&] { m_shown->sortByColumn(StudyListModel::scoreColumn, Qt::DescendingOrder); });
    QCOMPARE(shown(), (QList<qint64>{4, 2, 5, 1, 6, 3}));
    QCOMPARE(m_shown->index(0, 0).data(StudyListModel::GroupRole).toInt(), -1);
    test::listAfter(*m_shown,
                    [&] { m_shown->sortByColumn(StudyListModel::patientColumn, Qt::AscendingOrder); });
    QCOMPARE(shown().first(), 4);
    QCOMPARE(shown().last(), 2);
    test::listAfter(*m_shown, [&] { m_shown->sortByTriage(); });
    QCOMPARE(shown(), (QList<qint64>{4, 2, 1, 3, 6, 5}));
}

void TestStudyOrder::nextUnreadGoesDownAndThenFromTheTop() {
    QCOMPARE(m_shown->nextUnread(0), std::optional<qint64>(4));
    QCOMPARE(m_shown->nextUnread(4), std::optional<qint64>(2));
    QCOMPARE(m_shown->nextUnread(3), std::optional<qint64>(4));
    QCOMPARE(m_shown->nextUnread(6), std::optional<qint64>(4));
    test::listAfter(*m_shown, [&] { m_shown->setFilter(StudyFilter::read); });
    QCOMPARE(m_shown->nextUnread(0), std::optional<qint64>());
}

void TestStudyOrder::neighboursAreThoseThatAreShown() {
    QCOMPARE(m_shown->studyAfter(2), std::optional<qint64>(1));
    QCOMPARE(m_shown->studyBefore(2), std::optional<qint64>(4));
    QCOMPARE(m_shown->studyBefore(4), std::optional<qint64>());
    QCOMPARE(m_shown->studyAfter(5), std::optional<qint64>());
    QCOMPARE(m_shown->studyAfter(99), std::optional<qint64>());
    test::listAfter(*m_shown, [&] { m_shown->setFilter(StudyFilter::flagged); });
    QCOMPARE(m_shown->studyAfter(2), std::optional<qint64>());
}

void TestStudyOrder::aPlaceKnowsHowManyItPassed() {
    QCOMPARE(m_shown->raisedAbove(0), 3); // 4 stands above 2, 1 and 3, which came before
    QCOMPARE(m_shown->raisedAbove(1), 1);
    QCOMPARE(m_shown->raisedAbove(2), 0);
}

void TestStudyOrder::whoWaitsTooLongStandsWithTheFlaggedAndSaysWhy() {
    m_shown->setLongestWait(0);
    QTest::qWait(1100); // the library counts in seconds
    test::list(*m_shown);
    QCOMPARE(shown(), (QList<qint64>{4, 2, 1, 3, 6, 5}));
    QCOMPARE(m_shown->group(2), std::optional(StudyGroup::waiting));
    QCOMPARE(m_shown->index(2, 0).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Place 3: it has waited for more than 0 hour(s)"));
    QCOMPARE(m_shown->index(0, 0).data(Qt::ToolTipRole).toString(),
             QStringLiteral("Place 1: score 0.90 raised it above 3 earlier arrival(s)"));
}

QTEST_MAIN(TestStudyOrder)
#include "tst_studyorder.moc"
