// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/review/ShownFilm.h"
#include "ui/review/FilmView.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QScreen>
#include <QTemporaryFile>
#include <QTest>
#include <QWindow>

#include <cmath>

using namespace pleurascope;
using namespace pleurascope::ui::review;

/// A view that goes from a screen of the usual density to one of twice that, which Qt's offscreen platform
/// plays.
class TestOtherScreen : public QObject {
    Q_OBJECT

    static QScreen* screenOf(double ratio) {
        for (QScreen* screen : QGuiApplication::screens())
            if (screen->devicePixelRatio() == ratio)
                return screen;
        return nullptr;
    }

    static void moveTo(FilmView& view, double ratio) {
        view.windowHandle()->setScreen(screenOf(ratio));
        view.move(screenOf(ratio)->geometry().topLeft() + QPoint(10, 10));
        QTRY_COMPARE(view.devicePixelRatioF(), ratio);
        view.repaint();
        QTRY_VERIFY(!view.hasFilm() || view.isFinal());
    }

private Q_SLOTS:
    void initTestCase() {
        ui::widgets::Theme::current().apply(ui::widgets::ThemeChoice::dark, 1);
        if (screenOf(1) == nullptr || screenOf(2) == nullptr)
            QSKIP("this Qt plays no second screen");
    }

    void theFilmIsDrawnAtTheNewDensityAndTheSameIsSeen() {
        FilmView view;
        view.resize(400, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        moveTo(view, 1);
        view.showFilm(test::rampFilm(1600, 1600), 0, 1);
        view.showOneToOne();
        QTRY_VERIFY(view.isFinal());
        const QRectF seen = view.viewGeometry().visibleFilmRect();
        moveTo(view, 2);
        QCOMPARE(view.viewGeometry().viewSize(), QSizeF(800, 600));
        QCOMPARE(view.viewGeometry().visibleFilmRect(), seen);
        QCOMPARE(view.viewGeometry().zoom(), 2.0);
        QCOMPARE(view.grab().toImage().size(), QSize(800, 600));
        view.history().undo(); // the whole film, at this density
        QVERIFY(view.viewGeometry().isFitted());
        QVERIFY(view.viewGeometry().filmRectInView().height() > 400);
        view.history().redo();
        QCOMPARE(view.viewGeometry().visibleFilmRect(), seen);
        moveTo(view, 1);
        QCOMPARE(view.viewGeometry().zoom(), 1.0);
        QCOMPARE(view.viewGeometry().visibleFilmRect(), seen);
    }

    void aFittedFilmStaysFitted() {
        FilmView view;
        view.resize(400, 300);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        moveTo(view, 1);
        view.showFilm(test::rampFilm(1600, 1600), 0, 1);
        const double before = view.viewGeometry().zoom();
        moveTo(view, 2);
        QVERIFY(view.viewGeometry().isFitted());
        QVERIFY(std::abs(view.viewGeometry().zoom() - 2 * before) < 1e-9);
    }
};

int main(int argc, char** argv) {
    QTemporaryFile screens;
    if (!screens.open())
        return 1;
    screens.write(R"({"screens": [
        {"name": "usual", "x": 0, "y": 0, "width": 1000, "height": 800,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {"name": "dense", "x": 1000, "y": 0, "width": 1000, "height": 800,
         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 2}]})");
    screens.close();
    qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screens.fileName().toUtf8());
    QApplication program(argc, argv);
    TestOtherScreen test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_otherscreen.moc"
