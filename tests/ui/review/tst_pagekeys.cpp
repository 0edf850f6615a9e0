// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmView.h"
#include "ui/review/HeldKey.h"
#include "ui/review/MapPanel.h"
#include "ui/review/VerdictPanel.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// The keyboard on the page: verdicts, comments, and what letters mean where.
class TestPageKeys : public QObject, private test::PageFixture {
    Q_OBJECT

    std::optional<store::VerdictRecord> verdictOf(qint64 study) const {
        const auto row = m_library->worklistRow(study, {});
        return row ? row->verdict : std::nullopt;
    }

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        prepare();
    }

    void init() {
        openLibrary();
        openPage();
    }

    void cleanup() { closeAll(); }

    void verdictKeysKeepAtOnce() {
        const qint64 study = addStudy("a", "A");
        QSignalSpy saved(m_page.get(), &ReviewPage::verdictSaved);
        m_page->openStudy(study);
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        press(Qt::Key_D);
        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(verdictOf(study)->choice == store::VerdictChoice::disagree);
        press(Qt::Key_Right); // the focus stands on Side
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(verdictOf(study)->side, std::string("R"));
    }

    void aKeyAsksForTheNextUnreadStudy() {
        m_page->openStudy(addStudy("a", "A"));
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        QSignalSpy next(m_page.get(), &ReviewPage::nextUnreadRequested);
        press(Qt::Key_N);
        QCOMPARE(next.size(), 1);
    }

    void aCommentIsKeptWhileItIsBeingTyped() {
        const qint64 study = addStudy("a", "A");
        m_page->openStudy(study);
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        press(Qt::Key_A);
        QTRY_VERIFY(verdictOf(study).has_value());
        part<VerdictPanel>()->focusComment();
        QTest::keyClicks(m_page->focusWidget(), QStringLiteral("a faint li"));
        QTRY_COMPARE_WITH_TIMEOUT(verdictOf(study)->comment, std::string("a faint li"), 2000);
        QVERIFY(m_page->focusWidget()->hasFocus());
    }

    void saveAndNextKeepsTheCommentFirst() {
        const qint64 study = addStudy("a", "A");
        QSignalSpy next(m_page.get(), &ReviewPage::nextUnreadRequested);
        m_page->openStudy(study);
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        press(Qt::Key_A);
        press(Qt::Key_C);
        QTest::keyClicks(m_page->focusWidget(), QStringLiteral("a faint line"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(next.size(), 1);
        QCOMPARE(verdictOf(study)->comment, std::string("a faint line"));
    }

    void lettersAreSilentInTextFields() {
        m_page->openStudy(addStudy("a", "A"));
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        QSignalSpy next(m_page.get(), &ReviewPage::nextRequested);
        press(Qt::Key_C);
        QTest::keyClicks(m_page->focusWidget(), QStringLiteral("i f"));
        QVERIFY(!part<FilmView>()->display().inverted);
        QCOMPARE(next.size(), 0);
        press(Qt::Key_Escape);
        press(Qt::Key_I);
        QVERIFY(part<FilmView>()->display().inverted);
        press(Qt::Key_Space);
        QCOMPARE(next.size(), 1);
    }

    void escapeOnTheFilmLeavesThePage() {
        m_page->openStudy(addStudy("a", "A"));
        auto* view = part<FilmView>();
        QTRY_VERIFY(view->hasFilm());
        QSignalSpy left(m_page.get(), &ReviewPage::leaveRequested);
        part<VerdictPanel>()->focusComment();
        press(Qt::Key_Escape);
        QVERIFY(view->hasFocus());
        QCOMPARE(left.size(), 0);
        press(Qt::Key_Escape);
        QCOMPARE(left.size(), 1);
    }

    void theMapKeyCyclesWhenTappedAndHidesWhileHeld() {
        useModel("hash", 0.9);
        auto* map = part<MapPanel>();
        const MapMode before = map->mode();
        press(Qt::Key_H);
        QVERIFY(map->mode() != before);
        const MapMode tapped = map->mode();
        auto* key = m_page->findChild<HeldKey*>(QStringLiteral("review.map"));
        QSignalSpy held(key, &HeldKey::held);
        QTest::keyPress(m_page->focusWidget(), Qt::Key_H);
        QTRY_COMPARE(held.size(), 1);
        QTest::keyRelease(m_page->focusWidget(), Qt::Key_H);
        QCOMPARE(held.size(), 2);
        QCOMPARE(held[0][0].toBool(), true);
        QCOMPARE(held[1][0].toBool(), false);
        QCOMPARE(map->mode(), tapped);
    }

    void namesCanBeHidden() {
        m_page->openStudy(addStudy("a", "DEMO^ANNA"));
        QTRY_VERIFY(part<FilmView>()->hasFilm());
        QVERIFY(says(QStringLiteral("DEMO^ANNA")));
        press(Qt::Key_X);
        QVERIFY(!says(QStringLiteral("DEMO^ANNA")));
        press(Qt::Key_X);
        QVERIFY(says(QStringLiteral("DEMO^ANNA")));
    }
};

QTEST_MAIN(TestPageKeys)
#include "tst_pagekeys.moc"
