// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browse/WorklistRows.h"
#include "ui/browse/StudyFilterModel.h"

#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::browse;
using test::makeRow;
using test::withScore;
using test::withVerdict;

class TestStudyFilterModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void triageOrderIsFlaggedByScoreThenArrivalThenRead();
    void aFreshScoreMovesItsStudyAndNoOther();
    void chipsFilterAndCount();
    void everyWordOfASearchMustOccur();
    void aColumnSortsBothWaysAndTheTriageOrderComesBack();
    void nextUnreadGoesDownAndThenFromTheTop();
    void neighboursAreThoseThatAreShown();
    void aPlaceKnowsHowManyItPassed();

private:
    [[nodiscard]] QList<qint64> shown() const {
        QList<qint64> ids;
        for (int i = 0; i < m_shown->rowCount(); ++i)
            ids << m_shown->study(i).study.id;
        return ids;
    }

    std::unique_ptr<StudyListModel> m_studies;
    std::unique_ptr<StudyFilterModel> m_shown;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestStudyFilterModel::init() {
    m_tester.reset();
    m_shown.reset();
    m_studies = std::make_unique<StudyListModel>();
    m_shown = std::make_unique<StudyFilterModel>(*m_studies);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_shown.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const std::string now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate).toStdString();
    m_studies->setModelHash(QStringLiteral("model"));
    m_studies->setRows({
        withScore(makeRow(1, "EXAMPLE^MARA"), 0.2),
        withScore(makeRow(2, "SAMPLE^OTTO"), 0.7),
        makeRow(3, "MUSTER^J\xC3\x9CRGEN"),
        withScore(makeRow(4, "DEMO^ANNA"), 0.9),
        withVerdict(withScore(makeRow(5, "MOCK^PETRA"), 0.6), store::VerdictChoice::disagree, 1, now),
        withVerdict(withScore(makeRow(6, "FICTIVE^NORA"), 0.1), store::VerdictChoice::agree, 2, now),
    });
}

void TestStudyFilterModel::triageOrderIsFlaggedByScoreThenArrivalThenRead() {
    QCOMPARE(shown(), (QList<qint64>{4, 2, 1, 3, 6, 5}));
    const auto group = [&](int row) {
        return StudyGroup(m_shown->index(row, 0).data(StudyFilterModel::GroupRole).toInt());
    };
    QCOMPARE(group(1), StudyGroup::flagged);
    QCOMPARE(group(2), StudyGroup::arrival);
    QCOMPARE(group(4), StudyGroup::readToday);
}

void TestStudyFilterModel::aFreshScoreMovesItsStudyAndNoOther() {
    const QPersistentModelIndex chosen = m_shown->indexOf(1);
    m_studies->applyScore({3, *withScore(makeRow(3), 0.8).prediction});
    QCOMPARE(shown(), (QList<qint64>{4, 3, 2, 1, 6, 5}));
    QCOMPARE(chosen.data(StudyListModel::StudyIdRole).toLongLong(), 1);
}

void TestStudyFilterModel::chipsFilterAndCount() {
    QCOMPARE(m_shown->count(StudyFilter::all), 6);
    QCOMPARE(m_shown->count(StudyFilter::flagged), 2);
    QCOMPARE(m_shown->count(StudyFilter::unread), 4);
    QCOMPARE(m_shown->count(StudyFilter::read), 2);
    QCOMPARE(m_shown->count(StudyFilter::disputed), 1);
    for (int i = 0; i < studyFilterCount; ++i) {
        m_shown->setFilter(StudyFilter(i));
        QCOMPARE(m_shown->rowCount(), m_shown->count(StudyFilter(i)));
    }
}

void TestStudyFilterModel::everyWordOfASearchMustOccur() {
    m_shown->setSearch(QStringLiteral("demo^anna"));
    QCOMPARE(shown(), (QList<qint64>{4}));
    m_shown->setSearch(QStringLiteral("Anna 22 nov"));
    QCOMPARE(shown(), (QList<qint64>{4}));
    m_shown->setSearch(QStringLiteral("j\u00fcrgen"));
    QCOMPARE(shown(), (QList<qint64>{3}));
    m_shown->setSearch(QStringLiteral("DEMO-2"));
    QCOMPARE(shown(), (QList<qint64>{2}));
    m_shown->setSearch(QStringLiteral("anna otto"));
    QVERIFY(shown().isEmpty());
    m_shown->setSearch({});
    QCOMPARE(m_shown->rowCount(), 6);
}

void TestStudyFilterModel::aColumnSortsBothWaysAndTheTriageOrderComesBack() {
    m_shown->sortByColumn(StudyListModel::scoreColumn, Qt::DescendingOrder);
    QCOMPARE(shown(), (QList<qint64>{4, 2, 5, 1, 6, 3}));
    QCOMPARE(m_shown->index(0, 0).data(StudyFilterModel::GroupRole).toInt(), -1);
    m_shown->sortByColumn(StudyListModel::patientColumn, Qt::AscendingOrder);
    QCOMPARE(shown().first(), 4);
    QCOMPARE(shown().last(), 2);
    m_shown->sortByTriage();
    QCOMPARE(shown(), (QList<qint64>{4, 2, 1, 3, 6, 5}));
}

void TestStudyFilterModel::nextUnreadGoesDownAndThenFromTheTop() {
    QCOMPARE(m_shown->nextUnread(0), std::optional<qint64>(4));
    QCOMPARE(m_shown->nextUnread(4), std::optional<qint64>(2));
    QCOMPARE(m_shown->nextUnread(3), std::optional<qint64>(4));
    QCOMPARE(m_shown->nextUnread(6), std::optional<qint64>(4));
    m_shown->setFilter(StudyFilter::read);
    QCOMPARE(m_shown->nextUnread(0), std::optional<qint64>());
}

void TestStudyFilterModel::neighboursAreThoseThatAreShown() {
    QCOMPARE(m_shown->studyAfter(2), std::optional<qint64>(1));
    QCOMPARE(m_shown->studyBefore(2), std::optional<qint64>(4));
    QCOMPARE(m_shown->studyBefore(4), std::optional<qint64>());
    QCOMPARE(m_shown->studyAfter(5), std::optional<qint64>());
    QCOMPARE(m_shown->studyAfter(99), std::optional<qint64>());
    m_shown->setFilter(StudyFilter::flagged);
    QCOMPARE(m_shown->studyAfter(2), std::optional<qint64>());
}

void TestStudyFilterModel::aPlaceKnowsHowManyItPassed() {
    QCOMPARE(m_shown->raisedAbove(0), 3); // 4 stands above 2, 1 and 3, which came before
    QCOMPARE(m_shown->raisedAbove(1), 1);
    QCOMPARE(m_shown->raisedAbove(2), 0);
}

QTEST_MAIN(TestStudyFilterModel)
#include "tst_studyfiltermodel.moc"
