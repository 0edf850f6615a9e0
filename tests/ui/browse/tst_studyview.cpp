// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/browse/WorklistLibrary.h"
#include "ui/browse/StudyView.h"
#include "ui/widgets/Theme.h"

#include <QSignalSpy>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::browse;
using test::makeRow;
using test::withScore;

class TestStudyView : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1.0); }
    void theChoiceStaysWhenRowsMoveComeAndGo();
    void enterOpensTheChosenStudy();
    void lettersAreLeftToThePage();
    void theFirstRowOfAGroupCarriesItsHeading();
    void onlyRowsInSightAreVisible();
};

void TestStudyView::theChoiceStaysWhenRowsMoveComeAndGo() {
    test::WorklistLibrary library;
    StudyListModel studies(library.library());
    StudyView view(studies);
    studies.setModelHash(QStringLiteral("model"));
    library.add({makeRow(1), makeRow(2), makeRow(3)});
    test::list(studies);
    view.choose(2);
    QSignalSpy changed(&view, &StudyView::currentStudyChanged);
    for (const double score : {0.9, 0.1}) {
        QVERIFY(library.library().addPrediction(*withScore(makeRow(score > 0.5 ? 3 : 2), score).prediction));
        test::list(studies);
    }
    library.add({makeRow(4), makeRow(5)});
    QVERIFY(library.library().binStudies(std::vector<std::int64_t>{1}));
    QVERIFY(library.library().addPrediction(*withScore(makeRow(2), 0.95).prediction));
    test::list(studies);
    QCOMPARE(view.currentStudy(), std::optional<qint64>(2));
    QCOMPARE(changed.count(), 0);
}

void TestStudyView::enterOpensTheChosenStudy() {
    test::WorklistLibrary library;
    StudyListModel studies(library.library());
    StudyView view(studies);
    library.add({makeRow(1), makeRow(2)});
    test::list(studies);
    QSignalSpy opened(&view, &StudyView::openRequested);
    view.choose(1);
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened[0][0].toLongLong(), 2);
}

void TestStudyView::lettersAreLeftToThePage() {
    test::WorklistLibrary library;
    StudyListModel studies(library.library());
    StudyView view(studies);
    library.add({makeRow(1, "DEMO^ANNA"), makeRow(2, "NORA^EVA")});
    test::list(studies);
    view.choose(1);
    QTest::keyClick(&view, Qt::Key_N);
    QCOMPARE(view.currentStudy(), std::optional<qint64>(1));
}

void TestStudyView::theFirstRowOfAGroupCarriesItsHeading() {
    test::WorklistLibrary library;
    StudyListModel studies(library.library());
    StudyView view(studies);
    studies.setModelHash(QStringLiteral("model"));
    library.add({withScore(makeRow(1), 0.9), withScore(makeRow(2), 0.8), makeRow(3)});
    test::list(studies);
    view.resize(992, 600);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const auto height = [&](int row) { return view.visualRect(studies.index(row, 1)).height(); };
    const int plain = StudyDelegate::rowHeight();
    QTRY_COMPARE(height(0), plain + StudyDelegate::headingHeight());
    QCOMPARE(height(1), plain);
    QCOMPARE(height(2), plain + StudyDelegate::headingHeight());
    test::listAfter(studies,
                    [&] { studies.sortByColumn(StudyListModel::patientColumn, Qt::AscendingOrder); });
    QTRY_COMPARE(height(0), plain);
    QCOMPARE(height(2), plain);
}

void TestStudyView::onlyRowsInSightAreVisible() {
    test::WorklistLibrary library;
    StudyListModel studies(library.library());
    StudyView view(studies);
    for (int i = 1; i <= 90; ++i)
        library.add(makeRow(i));
    test::list(studies);
    view.resize(992, 400);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QTRY_VERIFY(!view.visibleRows().empty());
    const auto visible = view.visibleRows();
    QCOMPARE(visible.front(), 0);
    QVERIFY(visible.size() < 12);
}

QTEST_MAIN(TestStudyView)
#include "tst_studyview.moc"
