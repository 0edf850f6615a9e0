// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmView.h"

#include <QLineEdit>
#include <QLocale>
#include <QTest>
#include <QToolButton>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// The film's window by the hand on the page, dragged and typed.
class TestPageWindow : public QObject, private test::PageFixture {
    Q_OBJECT

    void type(const QString& field, const QString& text) {
        for (auto* edit : m_page->findChildren<QLineEdit*>())
            if (edit->accessibleName() == field) {
                edit->setFocus();
                edit->setText(text);
                QTest::keyClick(edit, Qt::Key_Return);
                part<FilmView>()->setFocus();
                return;
            }
        QFAIL(qPrintable(field));
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

    void draggingTheWindowBrightens() {
        m_page->openStudy(addStudy("a", "A"));
        auto* view = part<FilmView>();
        QTRY_VERIFY(view->hasFilm());
        const double centre = view->display().window.centre;
        QTest::mousePress(view, Qt::LeftButton, {}, QPoint(300, 300));
        QTest::mouseMove(view, QPoint(300, 260));
        QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(300, 260));
        QVERIFY(view->display().window.centre < centre);
        press(Qt::Key_0);
        QCOMPARE(view->display().window.centre, centre);
    }

    void aTypedWindowIsTaken() {
        m_page->openStudy(addStudy("a", "A"));
        auto* view = part<FilmView>();
        QTRY_VERIFY(view->hasFilm());
        for (auto* field : m_page->findChildren<QLineEdit*>())
            if (field->accessibleName() == QStringLiteral("Window width")) {
                field->setFocus();
                field->setText(QStringLiteral("77"));
                QTest::keyClick(field, Qt::Key_Return);
            }
        QCOMPARE(view->display().window.width, 77.0);
    }

    void aTypedWindowIsNotTheFilesTable() {
        // a bug once: the typed window was shown through the file's first VOI table
        m_page->openStudy(addStudy("a", "A"));
        auto* view = part<FilmView>();
        QTRY_VERIFY(view->hasFilm());
        type(QStringLiteral("Window centre"), QStringLiteral("33"));
        QCOMPARE(view->display().window.centre, 33.0);
        QCOMPARE(view->display().voiTable, -1);
    }

    void lowestAndHighestCanBeTypedInstead() {
        m_page->openStudy(addStudy("a", "A"));
        auto* view = part<FilmView>();
        QTRY_VERIFY(view->hasFilm());
        for (auto* button : m_page->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == QStringLiteral("C W"))
                button->click();
        type(QStringLiteral("Lowest value of the window"), QStringLiteral("10"));
        type(QStringLiteral("Highest value of the window"), QStringLiteral("89"));
        QCOMPARE(view->display().window.width, 80.0); // PS3.3 C.11.2.1.2.1
        QCOMPARE(view->display().window.centre, 50.0);
        press(Qt::Key_Z, Qt::ControlModifier);
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(view->display(), view->film().initial);
    }

    void inANarrowPageTheWindowIsTypedInAPopup() {
        m_page->resize(900, 600);
        m_page->openStudy(addStudy("a", "A"));
        auto* view = part<FilmView>();
        QTRY_VERIFY(view->hasFilm());
        QLineEdit* width = nullptr;
        for (auto* field : m_page->findChildren<QLineEdit*>())
            if (field->accessibleName() == QStringLiteral("Window width"))
                width = field;
        QVERIFY(width != nullptr && !width->isVisible());
        for (auto* button : m_page->findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == QStringLiteral("C W")) {
                button->click();
                break; // in the popup there is one for lowest and highest
            }
        QVERIFY(width->isVisible());
        width->setText(QStringLiteral("77"));
        QTest::keyClick(width, Qt::Key_Return);
        QCOMPARE(view->display().window.width, 77.0);
        width->window()->hide();
        m_page->resize(1400, 800);
        QTRY_VERIFY(width->isVisible());
    }
};

QTEST_MAIN(TestPageWindow)
#include "tst_pagewindow.moc"
