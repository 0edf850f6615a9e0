// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/ViewGeometry.h"

#include <QTest>

using pleurascope::ui::review::ViewGeometry;

class TestViewGeometry : public QObject {
    Q_OBJECT

    static ViewGeometry fitted() {
        ViewGeometry geometry;
        geometry.setView(QSizeF(800, 600));
        geometry.setFilmSize(QSize(3000, 3600));
        return geometry;
    }

private Q_SLOTS:
    void fittedFilmIsWholeAndInTheMiddle() {
        const ViewGeometry geometry = fitted();
        QCOMPARE(geometry.zoom(), 600.0 / 3600.0);
        QCOMPARE(geometry.filmRectInView(), QRectF(150, 0, 500, 600));
        QCOMPARE(geometry.visibleFilmRect(), QRectF(0, 0, 3000, 3600));
    }

    void fittedFilmKeepsTheMargins() {
        ViewGeometry geometry;
        geometry.setView(QSizeF(800, 600), QMarginsF(16, 16, 128, 16));
        geometry.setFilmSize(QSize(1000, 1000));
        const QRectF film = geometry.filmRectInView();
        QCOMPARE(film.size(), QSizeF(568, 568));
        QVERIFY(film.right() <= 800 - 128 + 1e-9);
        QCOMPARE(film.top(), 16.0);
        QCOMPARE(film.center().x(),
                 672.0 - 284.0); // as far right as the margin allows, the middle being too far
    }

    void fittedFilmFollowsTheView() {
        ViewGeometry geometry = fitted();
        geometry.setView(QSizeF(400, 300));
        QCOMPARE(geometry.zoom(), 300.0 / 3600.0);
        geometry.zoomAt(2, QPointF(10, 10));
        const double zoom = geometry.zoom();
        geometry.setView(QSizeF(800, 600));
        QCOMPARE(geometry.zoom(), zoom);
    }

    void zoomingHoldsThePointUnderTheCursor() {
        ViewGeometry geometry = fitted();
        const QPointF cursor(420, 180);
        const QPointF before = geometry.toFilm(cursor);
        geometry.zoomAt(3.7, cursor);
        const QPointF after = geometry.toFilm(cursor);
        QVERIFY(std::abs(after.x() - before.x()) < 1e-6);
        QVERIFY(std::abs(after.y() - before.y()) < 1e-6);
        QVERIFY(!geometry.isFitted());
    }

    void zoomHasBounds() {
        ViewGeometry geometry = fitted();
        geometry.zoomAt(1e9, QPointF(400, 300));
        QCOMPARE(geometry.zoom(), ViewGeometry::largestZoom);
        geometry.zoomAt(1e-9, QPointF(400, 300));
        QCOMPARE(geometry.zoom(), 600.0 / 3600.0 / 2);
    }

    void filmCannotBeLost() {
        ViewGeometry geometry = fitted();
        geometry.panBy(QPointF(1e6, -1e6));
        QVERIFY(geometry.filmRectInView().intersects(QRectF(0, 0, 800, 600)));
        geometry.fit();
        QCOMPARE(geometry.filmRectInView(), QRectF(150, 0, 500, 600));
    }

    void oneToOneIsOneFilmPixelAScreenPixel() {
        ViewGeometry geometry = fitted();
        geometry.showOneToOne();
        QCOMPARE(geometry.zoom(), 1.0);
        QCOMPARE(geometry.visibleFilmRect(), QRectF(1100, 1500, 800, 600));
        QCOMPARE(geometry.filmToView().map(QPointF(1100, 1500)), QPointF(0, 0));
    }

    void pixelsThatAreNotSquareAreStretched() {
        ViewGeometry geometry;
        geometry.setFilmSize({100, 100}, 2);
        geometry.setView({400, 400});
        QCOMPARE(geometry.filmRectInView(), QRectF(100, 0, 200, 400));
        QCOMPARE(geometry.toFilm(geometry.toView({30, 70})), QPointF(30, 70));
        QCOMPARE(geometry.filmToView().map(QPointF(30, 70)), geometry.toView({30, 70}));
        geometry.zoomAt(2, QPointF(200, 100));
        QCOMPARE(geometry.toFilm({200, 100}), QPointF(50, 25));
        geometry.panBy(QPointF(4, 8));
        QCOMPARE(geometry.toFilm({204, 108}), QPointF(50, 25));
    }

    void emptyViewDoesNoHarm() {
        ViewGeometry geometry;
        geometry.zoomAt(2, QPointF());
        geometry.panBy(QPointF(5, 5));
        geometry.fit();
        QVERIFY(geometry.isEmpty());
        QVERIFY(geometry.visibleFilmRect().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestViewGeometry)
#include "tst_viewgeometry.moc"
