// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmView.h"
#include "ui/review/LinkButton.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/SecondWindow.h"
#include "ui/review/tags/TagsDialog.h"
#include "ui/widgets/Notice.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// The page with its second window, over a library of its own and the real reader.
class TestSecondWindow : public QObject, private test::PageFixture {
    Q_OBJECT

    qint64 add(const std::string& patient, const std::string& date, int films = 1) {
        return test::addStudy(*m_library, m_folder->path(), patient, date, films);
    }
    void open(qint64 study) {
        m_page->openStudy(study);
        QTRY_VERIFY(m_page->wall().primary().hung() && m_page->wall().primary().hung()->studyId == study);
        QTRY_VERIFY(m_page->chosenView().hasFilm());
    }
    SecondWindow& second() { return *m_page->secondWindow(); }
    FilmView& secondView() { return second().wall().chosenView(); }
    qint64 secondStudy() {
        const auto& hung = second().wall().primary().hung();
        return hung ? hung->studyId : 0;
    }
    bool secondSays(const QString& words) {
        for (const auto* label : second().findChildren<ui::widgets::ElidedLabel*>())
            if (label->text() == words)
                return true;
        return false;
    }

private Q_SLOTS:
    void initTestCase() { prepare(); }

    void init() {
        openLibrary();
        openPage();
    }

    void cleanup() { closeAll(); }

    void aKeyOpensItWithTheNewestPrior() {
        add("ANNA", "2024-01-01");
        const qint64 prior = add("ANNA", "2025-06-01");
        open(add("ANNA", "2026-01-01"));
        QTest::keyClick(&m_page->chosenView(), Qt::Key_F8);
        QVERIFY(m_page->isSecondWindowShown());
        QCOMPARE(secondStudy(), prior);
        QTRY_VERIFY(secondView().hasFilm());
        QVERIFY(secondSays(QStringLiteral("ANNA")));
    }

    void withoutAPriorItShowsTheStudysNextFilm() {
        open(add("ANNA", "2026-01-01", 3));
        m_page->setSecondWindowShown(true);
        QTRY_VERIFY(secondView().hasFilm());
        QCOMPARE(second().wall().primary().hung()->index, 1);
    }

    void itFollowsThePageAndNeverShowsAnotherPatientUnderItsName() {
        open(add("ANNA", "2026-01-01"));
        m_page->setSecondWindowShown(true);
        second().wall().setShape({1, 2});
        QTRY_VERIFY(secondView().hasFilm());
        const qint64 other = add("BERTA", "2026-01-02");
        open(other);
        QTRY_COMPARE(secondStudy(), other);
        QVERIFY(secondSays(QStringLiteral("BERTA")));
        for (FilmCell* cell : second().wall().grid().allCells())
            QVERIFY(!cell->hung() || cell->hung()->studyId == other);
        m_page->openStudy(other + 1000); // there is none
        QTRY_VERIFY(!second().wall().primary().hung());
        QVERIFY(!secondView().hasFilm());
    }

    void toolsNamesAndKeysReachIt() {
        open(add("ANNA", "2026-01-01", 2));
        m_page->setSecondWindowShown(true);
        QTRY_VERIFY(secondView().hasFilm());
        QVERIFY(QTest::qWaitForWindowActive(&second()));
        QTest::keyClick(&secondView(), Qt::Key_I);
        QVERIFY(secondView().display().inverted);
        QVERIFY(!m_page->chosenView().display().inverted);
        QTest::keyClick(&secondView(), Qt::Key_L);
        QCOMPARE(secondView().tool(), QStringLiteral("length"));
        QCOMPARE(m_page->chosenView().tool(), QStringLiteral("length"));
        QTest::keyClick(&secondView(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(second().wall().grid().shape(), (GridShape{1, 2}));
        QTest::keyClick(&secondView(), Qt::Key_X);
        QVERIFY(!secondSays(QStringLiteral("ANNA")));
        const double zoom = secondView().viewGeometry().zoom();
        QTest::keyClick(&secondView(), Qt::Key_Plus);
        QVERIFY(secondView().viewGeometry().zoom() > zoom);
        QTest::keyClick(&secondView(), Qt::Key_T, Qt::ControlModifier);
        QTRY_VERIFY(second().findChild<TagsDialog*>() != nullptr);
        delete second().findChild<TagsDialog*>();
        QVERIFY(second().findChild<ui::widgets::Notice*>()->isVisible());
        QTest::keyClick(&secondView(), Qt::Key_F8);
        QVERIFY(!m_page->isSecondWindowShown());
    }

    void filmsOfBothWindowsAreLinkedAndPartedByOneKey() {
        open(add("ANNA", "2026-01-01", 2));
        QVERIFY(!m_page->wall().link().isPossible());
        m_page->setSecondWindowShown(true);
        QTRY_VERIFY(secondView().hasFilm());
        QVERIFY(QTest::qWaitForWindowActive(&second()));
        auto* sign = second().findChild<LinkButton*>();
        QVERIFY(sign && sign->isVisible() && !sign->isChecked());
        QTest::keyClick(&secondView(), Qt::Key_Y);
        QVERIFY(sign->isChecked());
        QVERIFY(m_page->findChild<LinkButton*>()->isChecked());
        QTest::keyClick(&m_page->chosenView(), Qt::Key_Z);
        QCOMPARE(secondView().viewGeometry().zoom(), 1.0);
        QTest::keyClick(&secondView(), Qt::Key_I);
        QVERIFY(m_page->chosenView().display().inverted);
        m_page->setSecondWindowShown(false);
        QVERIFY(!m_page->wall().link().isLinked());
        QVERIFY(!m_page->wall().link().isPossible());
        m_page->setSecondWindowShown(true);
        QVERIFY(m_page->wall().link().isPossible());
    }

    void itHasWindowsOfItsOwn() {
        open(add("ANNA", "2026-01-01", 2));
        m_page->setSecondWindowShown(true);
        QTRY_VERIFY(secondView().hasFilm());
        QVERIFY(QTest::qWaitForWindowActive(&second()));
        const imaging::Window first = m_page->chosenView().display().window;
        const imaging::Window before = secondView().display().window;
        QTest::keyClick(&secondView(), Qt::Key_Right, Qt::ControlModifier);
        QVERIFY(secondView().display().window.width > before.width);
        QTest::keyClick(&secondView(), Qt::Key_1);
        QCOMPARE(secondView().display().window.width, before.width);
        QCOMPARE(m_page->chosenView().display().window.width, first.width);
        secondView().history().undo();
        secondView().history().undo();
        QCOMPARE(secondView().display().window.width, before.width);
    }

    void itsPlaceIsTold() {
        open(add("ANNA", "2026-01-01", 2));
        QSignalSpy placed(m_page.get(), &ReviewPage::secondWindowPlaced);
        m_page->setSecondWindowShown(true);
        QCOMPARE(placed.last().at(1).toBool(), true);
        second().resize(700, 500);
        second().move(40, 30);
        m_page->leaveSecondWindow();
        QCOMPARE(placed.last().at(1).toBool(), true);
        const QByteArray place = placed.last().at(0).toByteArray();
        m_page = std::make_unique<ReviewPage>(*m_library, test::readerProgram());
        m_page->setSecondWindowPlace(place);
        m_page->setSecondWindowShown(true);
        QCOMPARE(second().size(), QSize(700, 500));
        QCOMPARE(second().pos(), QPoint(40, 30));
        QSignalSpy closed(m_page.get(), &ReviewPage::secondWindowPlaced);
        second().close();
        QCOMPARE(closed.last().at(1).toBool(), false);
    }

    void aScreenThatIsGoneIsSurvived() {
        SecondWindow away(*m_library, test::readerProgram(), m_page->wall());
        away.move(20000, 20000);
        const QByteArray place = away.place();
        SecondWindow back(*m_library, test::readerProgram(), m_page->wall());
        back.restorePlace(place);
        const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
        QVERIFY((back.frameGeometry() & room).width() >= 100);
        QVERIFY((back.frameGeometry() & room).height() >= 100);
    }
};

QTEST_MAIN(TestSecondWindow)
#include "tst_secondwindow.moc"
