// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/PageFixture.h"
#include "ui/review/FilmStrip.h"
#include "ui/review/FilmView.h"
#include "ui/review/FilmWall.h"
#include "ui/review/PresetsDialog.h"
#include "ui/review/export/ExportDialog.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// Several films on the page, and what the hand does with each.
class TestFilmWall : public QObject, private test::PageFixture {
    Q_OBJECT

    qint64 m_now = 0;
    qint64 m_then = 0;

    FilmWall& wall() { return m_page->wall(); }
    FilmCell& cell(int index) { return *wall().grid().allCells()[std::size_t(index)]; }
    void press(Qt::Key key) { QTest::keyClick(&m_page->chosenView(), key); }
    QPoint leftOf(FilmCell& one) { return one.mapTo(m_page.get(), QPoint(0, 0)); }

private Q_SLOTS:
    void initTestCase() { prepare(); }

    void init() {
        openLibrary();
        openPage();
        m_then = test::addStudy(*m_library, m_folder->path(), "ANNA", "2025-06-01", 1);
        m_now = test::addStudy(*m_library, m_folder->path(), "ANNA", "2026-01-01", 3);
        m_page->openStudy(m_now);
        wall().setShape({1, 2});
        QTRY_VERIFY(m_page->chosenView().hasFilm());
        QTRY_VERIFY(wall().grid().allCells().size() > 1 && cell(1).view().hasFilm());
    }

    void cleanup() { closeAll(); }

    void twoFilmsChangePlaces() {
        const QPoint first = leftOf(cell(0)), second = leftOf(cell(1));
        QVERIFY(first.x() < second.x());
        press(Qt::Key_S);
        QTRY_COMPARE(leftOf(cell(0)), second);
        QCOMPARE(leftOf(cell(1)), first);
        press(Qt::Key_S);
        QTRY_COMPARE(leftOf(cell(0)), first);
    }

    void theSecondStandsInThePlaceOfTheFirstWhileTheKeyIsHeld() {
        const QPoint first = leftOf(cell(0));
        QTest::keyPress(&m_page->chosenView(), Qt::Key_B);
        QTRY_VERIFY(!cell(0).isVisible());
        QTRY_COMPARE(leftOf(cell(1)), first);
        QTest::keyRelease(m_page.get(), Qt::Key_B);
        QTRY_VERIFY(cell(0).isVisible());
        QTRY_COMPARE(leftOf(cell(0)), first);
    }

    void aDoubleClickShowsOneFilmAloneAndBack() {
        QTest::mouseDClick(&cell(1).view(), Qt::LeftButton, {}, {200, 200});
        QTRY_VERIFY(!cell(0).isVisible() && cell(1).isVisible());
        QTest::mouseDClick(&cell(1).view(), Qt::LeftButton, {}, {200, 200});
        QTRY_VERIFY(cell(0).isVisible() && cell(1).isVisible());
    }

    void aFilmIsDraggedFromTheStripIntoACell() {
        auto* strip = m_page->findChild<FilmStrip*>();
        QVERIFY(strip->isVisible());
        QCOMPARE(strip->count(), 4); // the study's three and the prior's
        const qint64 prior = m_library->filmsOf(m_then)->front().id;
        QMimeData film;
        film.setData(FilmCell::filmMimeType, QByteArray::number(prior));
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &film, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&cell(1), &drop);
        QTRY_COMPARE(cell(1).hung()->film.id, prior);
        QDropEvent onFirst(QPointF(50, 50), Qt::CopyAction, &film, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&cell(0), &onFirst); // the opinion is about this study
        QCOMPARE(cell(0).hung()->studyId, m_now);
    }

    void theStripTellsWhatHangs() {
        auto* strip = m_page->findChild<FilmStrip*>();
        const auto hangs = [strip](int row) {
            return strip->item(row)
                ->data(Qt::AccessibleTextRole)
                .toString()
                .contains(QStringLiteral("On the screen"));
        };
        QVERIFY(hangs(0));
        wall().grid().choose(1);
        wall().hangFilm(1, m_library->filmsOf(m_now)->at(2).id);
        QVERIFY(hangs(0) && !hangs(1) && hangs(2));
        wall().stepFilm(-1);
        QVERIFY(hangs(1) && !hangs(2));
    }

    void theStripHangsAFilmByKey() {
        wall().grid().choose(1);
        auto* strip = m_page->findChild<FilmStrip*>();
        strip->setCurrentRow(2);
        QTest::keyClick(strip, Qt::Key_Return);
        QTRY_COMPARE(cell(1).hung()->film.id, m_library->filmsOf(m_now)->at(2).id);
    }

    void theLoupeShowsPixelsAndGoes() {
        FilmView& view = m_page->chosenView();
        const QImage before = view.grab().toImage();
        press(Qt::Key_O);
        const QPoint middle = view.rect().center();
        QTest::mousePress(&view, Qt::LeftButton, {}, middle);
        QTest::mouseMove(&view, middle + QPoint(5, 5));
        QVERIFY(view.grab().toImage() != before);
        QTest::mouseRelease(&view, Qt::LeftButton, {}, middle);
        press(Qt::Key_W);
        QTest::mouseMove(&view, middle);
        QTRY_COMPARE(view.tool(), QStringLiteral("window"));
    }

    void theProbeSaysTheValueUnderThePointer() {
        FilmView& view = m_page->chosenView();
        QTest::mouseMove(&view, {2, 2}); // beside the film
        const QImage before = view.grab().toImage();
        QTest::mouseMove(&view, view.rect().center());
        QTRY_VERIFY(view.grab().toImage() != before);
        const QImage here = view.grab().toImage();
        QTest::mouseMove(&view, view.rect().center() + QPoint(60, 0)); // the ramp rises to the right
        QTRY_VERIFY(view.grab().toImage() != here);
    }

    void enlargedPixelsAreSquaresOrSmooth() {
        FilmView& view = m_page->chosenView();
        view.zoomBy(30);
        m_page->setInterpolation(imaging::Interpolation::nearest);
        QTRY_VERIFY(view.isFinal());
        const QImage squares = view.grab().toImage();
        m_page->setInterpolation(imaging::Interpolation::lanczos);
        QTRY_VERIFY(view.isFinal() && view.grab().toImage() != squares);
    }

    void aPictureGoesToTheClipboard() {
        QGuiApplication::clipboard()->clear();
        m_page->showExport(wall());
        auto* dialog = m_page->findChild<ExportDialog*>();
        QVERIFY(dialog != nullptr);
        for (auto* button : dialog->findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Copy to the clipboard"))
                button->click();
        QVERIFY(QGuiApplication::clipboard()->image().width() >= 300);
        dialog->close();
    }

    void ownWindowsAreChangedAndWrongOnesAreNot() {
        PresetsDialog dialog({{QStringLiteral("DX"), QStringLiteral("Mine"), false, 100, 50}}, std::nullopt);
        QSignalSpy changed(&dialog, &PresetsDialog::presetsChanged);
        auto* table = dialog.findChild<QTableWidget*>();
        table->item(0, 3)->setText(QStringLiteral("80"));
        QCOMPARE(dialog.presets()[0].width, 80.0);
        table->item(0, 3)->setText(QStringLiteral("-3"));
        QCOMPARE(dialog.presets()[0].width, 80.0);
        table->item(0, 1)->setText(QStringLiteral("Yours"));
        QCOMPARE(dialog.presets()[0].name, QStringLiteral("Yours"));
        QVERIFY(changed.size() >= 2);
        table->setCurrentCell(0, 1);
        for (auto* button : dialog.findChildren<QPushButton*>())
            if (button->text() == QLatin1String("Remove"))
                button->click();
        QVERIFY(dialog.presets().empty());
    }
};

QTEST_MAIN(TestFilmWall)
#include "tst_filmwall.moc"
