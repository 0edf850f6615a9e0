// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/ShownFilm.h"
#include "ui/review/FilmView.h"
#include "ui/review/marks/MarkPainter.h"
#include "ui/widgets/Theme.h"

#include <QLineEdit>
#include <QLineF>
#include <QLocale>
#include <QPainter>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// A hand on a film: tools, marks and what can be undone.
class TestFilmTools : public QObject {
    Q_OBJECT

    std::unique_ptr<FilmView> m_view;

    QPoint at(double x, double y) const { return m_view->filmToLogical().map(QPointF(x, y)).toPoint(); }

    void drag(QPoint from, QPoint to, Qt::MouseButton button = Qt::LeftButton) {
        QTest::mousePress(m_view.get(), button, {}, from);
        for (int i = 1; i <= 4; ++i) {
            QMouseEvent move(QEvent::MouseMove, from + (to - from) * i / 4,
                             m_view->mapToGlobal(from + (to - from) * i / 4), Qt::NoButton, button, {});
            QCoreApplication::sendEvent(m_view.get(), &move);
        }
        QTest::mouseRelease(m_view.get(), button, {}, to);
    }
    void hover(QPoint to) {
        QMouseEvent move(QEvent::MouseMove, to, m_view->mapToGlobal(to), Qt::NoButton, Qt::NoButton, {});
        QCoreApplication::sendEvent(m_view.get(), &move);
    }
    void click(QPoint place) { QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, place); }

    const Mark& onlyMark() const {
        static const Mark none;
        return m_view->marks().marks().size() == 1 ? m_view->marks().marks().front() : none;
    }
    /// Screen pixels are this many film pixels: a place cannot be hit more exactly.
    double aPixel() const { return 1.01 / m_view->filmToLogical().m11(); }
    bool isNear(QPointF place, double x, double y) const {
        return std::abs(place.x() - x) <= aPixel() && std::abs(place.y() - y) <= aPixel();
    }

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale::c());
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
    }
    void init() {
        m_view = std::make_unique<FilmView>();
        m_view->resize(900, 700);
        m_view->show();
        m_view->showFilm(test::rampFilm(400, 300, 0.2), 0, 1);
    }
    void cleanup() { m_view.reset(); }

    void aDragDrawsALength() {
        QSignalSpy kept(&m_view->marks(), &MarkList::changedToKeep);
        m_view->setTool(QStringLiteral("length"));
        drag(at(100, 100), at(200, 100));
        QCOMPARE(onlyMark().kind, QStringLiteral("length"));
        QVERIFY(isNear(onlyMark().points[0], 100, 100));
        QVERIFY(isNear(onlyMark().points[1], 200, 100));
        QCOMPARE(kept.size(), 1); // at once, and once
        QCOMPARE(m_view->marks().chosen(), onlyMark().uid);
    }

    void twoClicksDrawItToo() {
        m_view->setTool(QStringLiteral("length"));
        click(at(100, 100));
        hover(at(150, 120));
        QVERIFY(isNear(onlyMark().points[1], 150, 120)); // the line follows the pointer
        click(at(200, 160));
        QVERIFY(isNear(onlyMark().points[1], 200, 160));
        hover(at(10, 10));
        QVERIFY(isNear(onlyMark().points[1], 200, 160));
    }

    void aTrembleDrawsNothing() {
        m_view->setTool(QStringLiteral("rectangle"));
        click(at(100, 100));
        click(at(100, 100) + QPoint(1, 1));
        QVERIFY(m_view->marks().marks().empty());
        QVERIFY(!m_view->history().canUndo());
    }

    void strokesAreDrawnOneAfterTheOther() {
        m_view->setTool(QStringLiteral("ctr"));
        drag(at(150, 150), at(250, 150));
        drag(at(100, 200), at(300, 200));
        QCOMPARE(onlyMark().points.size(), 6);
        QVERIFY(isNear(onlyMark().points[1], 250, 150));
        QVERIFY(isNear(onlyMark().points[2], 100, 200));
        QVERIFY(isNear(onlyMark().points[3], 300, 200));
        const auto values = markKind(onlyMark().kind)->values(onlyMark(), m_view->measuredFilm());
        QVERIFY(std::abs(values.front().number - 0.5) < 0.02);
    }

    void clicksDrawStrokesToo() {
        m_view->setTool(QStringLiteral("cobb"));
        for (const QPointF& place :
             {QPointF(100, 100), QPointF(200, 100), QPointF(100, 200), QPointF(200, 250)})
            click(at(place.x(), place.y()));
        QCOMPARE(onlyMark().points.size(), 4);
        QVERIFY(isNear(onlyMark().points[3], 200, 250));
    }

    void aDoubleClickEndsAPolygon() {
        m_view->setTool(QStringLiteral("polygon"));
        click(at(100, 100));
        click(at(200, 100));
        click(at(200, 200));
        click(at(100, 200));
        QTest::mouseDClick(m_view.get(), Qt::LeftButton, {}, at(100, 200));
        QCOMPARE(onlyMark().points.size(), 4);
        QVERIFY(!m_view->cancel()); // nothing is under way any more
    }

    void escapeDropsWhatIsUnderWay() {
        m_view->setTool(QStringLiteral("polyline"));
        click(at(100, 100));
        click(at(200, 100));
        QVERIFY(m_view->cancel());
        QVERIFY(m_view->marks().marks().empty());
    }

    void anOutlineIsDrawnByHand() {
        m_view->setTool(QStringLiteral("freehand"));
        QTest::mousePress(m_view.get(), Qt::LeftButton, {}, at(100, 100));
        for (const QPointF& place : {QPointF(200, 100), QPointF(200, 200), QPointF(100, 200)}) {
            const QPoint to = at(place.x(), place.y());
            QMouseEvent move(QEvent::MouseMove, to, m_view->mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                             {});
            QCoreApplication::sendEvent(m_view.get(), &move);
        }
        QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, at(100, 150));
        const auto values = markKind(onlyMark().kind)->values(onlyMark(), m_view->measuredFilm());
        QVERIFY(std::abs(values.back().number - 100 * 100 * 0.04) < 10); // mm²
    }

    void pointsAndMarksCanBeMovedWhateverTheTool() {
        m_view->setTool(QStringLiteral("length"));
        drag(at(100, 100), at(200, 100));
        m_view->setTool(toolId::window);
        const imaging::Window window = m_view->display().window;
        drag(at(200, 100), at(250, 150));
        QVERIFY(isNear(onlyMark().points[1], 250, 150));
        drag(at(175, 125), at(185, 145)); // the middle of the line
        QVERIFY(isNear(onlyMark().points[0], 110, 120));
        QCOMPARE(m_view->display().window, window);
        m_view->history().undo();
        m_view->history().undo();
        QVERIFY(isNear(onlyMark().points[1], 200, 100));
        m_view->history().undo();
        QVERIFY(m_view->marks().marks().empty());
        m_view->history().redo();
        QVERIFY(isNear(onlyMark().points[1], 200, 100));
    }

    void deleteRemovesTheChosenMarkAndUndoBringsItBack() {
        m_view->setTool(QStringLiteral("arrow"));
        drag(at(100, 100), at(200, 100));
        QSignalSpy kept(&m_view->marks(), &MarkList::changedToKeep);
        m_view->editor().removeChosen();
        QVERIFY(m_view->marks().marks().empty());
        QCOMPARE(kept.last()[1].toBool(), true);
        m_view->history().undo();
        QCOMPARE(m_view->marks().marks().size(), std::size_t(1));
        QCOMPARE(kept.last()[1].toBool(), false);
    }

    void wordsAreTypedInPlace() {
        m_view->setTool(QStringLiteral("text"));
        click(at(100, 100));
        auto* field = m_view->findChild<QLineEdit*>();
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, QStringLiteral("old scar"));
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(onlyMark().words, QStringLiteral("old scar"));
    }

    void aCalibrationChangesWhatLengthsSay() {
        m_view->setTool(QStringLiteral("calibration"));
        drag(at(100, 100), at(300, 100));
        auto* field = m_view->findChild<QLineEdit*>();
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, QStringLiteral("100"));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(std::abs(m_view->measuredFilm().scale().x - 0.5) < 0.01);
        m_view->history().undo();
        QCOMPARE(m_view->measuredFilm().scale().x, 0.2);
    }

    void escapeInTheFieldDropsTheMark() {
        m_view->setTool(QStringLiteral("text"));
        click(at(100, 100));
        auto* field = m_view->findChild<QLineEdit*>();
        QVERIFY(field != nullptr);
        QTest::keyClicks(field, QStringLiteral("no"));
        QTest::keyClick(field, Qt::Key_Escape);
        QTRY_VERIFY(m_view->marks().marks().empty());
        QVERIFY(!m_view->history().canUndo());
    }

    void everyChangeOfTheViewCanBeUndone() {
        const ViewState start = m_view->state();
        m_view->invert();
        m_view->turn(1);
        m_view->flip();
        m_view->showOneToOne();
        drag(at(200, 150), at(200, 150) + QPoint(40, 30), Qt::MiddleButton);
        drag(at(200, 150), at(200, 150) + QPoint(0, -40), Qt::RightButton);
        drag(at(200, 150), at(200, 150) + QPoint(50, 50)); // window
        QCOMPARE(m_view->history().count(), 7);
        const ViewState end = m_view->state();
        while (m_view->history().canUndo())
            m_view->history().undo();
        QCOMPARE(m_view->state(), start);
        while (m_view->history().canRedo())
            m_view->history().redo();
        QCOMPARE(m_view->state(), end);
        m_view->reset();
        QCOMPARE(m_view->state(), start);
    }

    void aTurnedFilmIsDrawnOnWhereThePointerIs() {
        m_view->turn(1);
        m_view->flip();
        m_view->setTool(QStringLiteral("length"));
        drag(at(50, 250), at(350, 20));
        const QTransform filmToView = m_view->filmToLogical();
        QVERIFY(QLineF(filmToView.map(onlyMark().points[0]), filmToView.map(QPointF(50, 250))).length() <
                1.5);
        QVERIFY(QLineF(filmToView.map(onlyMark().points[1]), filmToView.map(QPointF(350, 20))).length() <
                1.5);
    }

    void theWindowOfARegionCanBeTaken() {
        m_view->setTool(QStringLiteral("region-window"));
        drag(at(100, 100), at(140, 120));
        const imaging::Window window = m_view->display().window;
        QVERIFY(window.width < 430 && window.width > 350);
        QVERIFY(std::abs(window.centre - (1000 + 1200 + 110)) < 15);
        m_view->history().undo();
        QCOMPARE(m_view->display(), m_view->film().initial);
    }

    void labelsStandBesideWhatTheyMeasure() {
        m_view->setTool(QStringLiteral("ellipse"));
        drag(at(20, 20), at(120, 120));
        drag(at(150, 20), at(250, 120));
        drag(at(270, 150), at(390, 290)); // at the corner
        const QTransform filmToView = m_view->filmToLogical();
        QImage canvas(m_view->size(), QImage::Format_RGB32);
        QPainter painter(&canvas);
        MarkPainter marks(m_view->measuredFilm(), filmToView, QRectF(m_view->rect()));
        marks.paint(painter, m_view->marks().marks(), {}, {});
        QCOMPARE(marks.labels().size(), std::size_t(3));
        for (const MarkLabel& label : marks.labels()) {
            QVERIFY(QRectF(m_view->rect()).contains(label.box));
            for (const Mark& mark : m_view->marks().marks())
                QVERIFY(!filmToView.mapRect(mark.points.boundingRect()).intersects(label.box));
            for (const MarkLabel& other : marks.labels())
                QVERIFY(&other == &label || !other.box.intersects(label.box));
        }
    }

    void rightDragIsWhatTheConventionSays() {
        m_view->setMouseConvention(MouseConvention::byId(QStringLiteral("weasis")));
        const ViewState start = m_view->state();
        drag(at(200, 150), at(200, 150) + QPoint(0, -40), Qt::RightButton);
        QCOMPARE(m_view->state(), start); // a menu's
        m_view->setMouseConvention(MouseConvention::byId(QStringLiteral("wheel-zooms")));
        QWheelEvent wheel(QPointF(300, 300), m_view->mapToGlobal(QPointF(300, 300)), {}, {0, 120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(m_view.get(), &wheel);
        QVERIFY(m_view->viewGeometry().zoom() > start.geometry.zoom());
    }

    void realSizeIsAMillimetreForAMillimetre() {
        m_view->showRealSize();
        const double dots = m_view->screen()->physicalDotsPerInchX() * m_view->devicePixelRatioF() / 25.4;
        QCOMPARE(m_view->viewGeometry().zoom(), 0.2 * dots);
        m_view->showFilm(test::rampFilm(100, 100), 0, 1); // without a spacing it stays fitted
        m_view->showRealSize();
        QVERIFY(m_view->viewGeometry().isFitted());
    }
};

QTEST_MAIN(TestFilmTools)
#include "tst_filmtools.moc"
